"""A theme as a value: its colours and its marks, read from the shipped resources."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from PySide6.QtGui import QColor

from pressmark.paths import resource
from pressmark.ui.theme.colours import Colours, mix
from pressmark.ui.theme.marks import Mark, Pattern

ThemeName = Literal["light", "dark"]


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """One look of the whole window; compared by identity, since `load_theme` makes each once."""

    name: ThemeName
    colours: Colours
    marks: Mapping[str, Mark]

    @property
    def is_dark(self) -> bool:
        """Say whether light text stands on dark paper."""
        return self.name == "dark"

    def mark(self, mark_id: str, glyph: str | None = None) -> Mark:
        """Return the mark a label names, with the label's own `glyph` when it has one.

        A mark this theme does not know (a project of a newer version) is shown in muted ink.
        """
        known = self.marks.get(mark_id) or _unknown_mark(self.colours, mark_id)
        return known if glyph in {None, "", known.glyph} else replace(known, glyph=str(glyph))


@cache
def load_theme(name: ThemeName) -> Theme:
    """Return the light or the dark theme."""
    record = json.loads(resource("themes", f"{name}.json").read_text("utf-8"))
    colours = Colours.from_hex(record["colours"])
    marks = (_read_mark(entry, colours.paper, record["wash"]) for entry in record["marks"])
    return Theme(name, colours, MappingProxyType({mark.id: mark for mark in marks}))


def _read_mark(entry: dict[str, Any], paper: QColor, share: float) -> Mark:
    colour = QColor(entry["colour"])
    wash = mix(paper, colour, share)
    return Mark(entry["id"], colour, Pattern(entry["pattern"]), entry["glyph"], wash)


def _unknown_mark(colours: Colours, mark_id: str) -> Mark:
    return Mark(mark_id, colours.muted, Pattern.SOLID, "tag", colours.chip)
