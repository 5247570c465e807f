"""The named colours of a theme, and how two of them are mixed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from PySide6.QtGui import QColor


def mix(below: QColor, above: QColor, share: float) -> QColor:
    """Return the opaque colour that `above`, laid over `below` with opacity `share`, shows."""
    return QColor(
        round(below.red() + (above.red() - below.red()) * share),
        round(below.green() + (above.green() - below.green()) * share),
        round(below.blue() + (above.blue() - below.blue()) * share),
    )


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour of the interface by its purpose; text colours are legible on paper and panel.

    The label marks are the only saturated colours beside these; they are in `Theme.marks`.
    """

    paper: QColor  # what is read stands on it: the article, lists, cards
    ink: QColor  # text
    panel: QColor  # the desk around the paper
    muted: QColor  # secondary text and icons
    faint: QColor  # disabled text and icons; decoration, never something to be read
    accent: QColor  # focus ring, active things, the one main button of a dialog
    accent_hovered: QColor  # the main button under the pointer
    on_accent: QColor  # text and ticks on accent
    danger: QColor  # text of what failed or destroys
    good: QColor  # text and ticks of what is finished
    warning: QColor  # text and icons of what needs a look
    selection: QColor  # under selected text
    chip: QColor  # the chosen row, tab or segment
    hairline: QColor  # separators and quiet borders
    outline: QColor  # borders that must be seen to know the control (check boxes)
    scroll_handle: QColor  # what is dragged to scroll
    field: QColor  # inputs and buttons on a panel
    hovered: QColor  # under the pointer
    pressed: QColor  # held down
    warning_panel: QColor  # behind the losses before an export
    warning_line: QColor  # round it
    shadow: QColor  # under what floats; the one translucent colour

    @classmethod
    def from_hex(cls, values: Mapping[str, str]) -> Self:
        """Read `#rrggbb` or `#rrggbbaa` by name; TypeError unless it is just these names."""
        return cls(**{token: _read_hex(value) for token, value in values.items()})


def _read_hex(value: str) -> QColor:
    red, green, blue, *alpha = bytes.fromhex(value.removeprefix("#"))
    return QColor(red, green, blue, *alpha)
