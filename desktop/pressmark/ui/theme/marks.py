"""How a label is marked: a colour, and for who cannot tell colours a line pattern and a glyph."""

from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtGui import QColor, QPixmap

from pressmark.ui.theme.icons import icon_pixmap


class Pattern(StrEnum):
    """The line of a mark under the text; all are told apart without colour."""

    SOLID = "solid"
    DOTS = "dots"
    DOUBLE = "double"
    DASHES = "dashes"
    WAVE = "wave"
    DASH_DOT = "dash-dot"
    BEADS = "beads"
    HATCH = "hatch"


@dataclass(frozen=True, slots=True)
class Mark:
    """One prepared mark of a theme; labels name it by `id`, which both themes share.

    `wash` is the opaque colour behind tagged text: the mark's colour laid thinly on paper, so that
    a shorter span painted over a longer one hides the longer one's wash instead of stacking.
    """

    id: str
    colour: QColor = field(hash=False)
    pattern: Pattern
    glyph: str
    wash: QColor = field(hash=False)


def glyph_pixmap(mark: Mark, size: int, ratio: float = 1.0) -> QPixmap:
    """Return the mark's glyph in its colour, `size` px square, crisp at device pixel ratio."""
    return icon_pixmap(mark.glyph, mark.colour, size, ratio)
