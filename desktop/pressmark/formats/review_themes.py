"""The colours and lines of a page to print or send: the window's themes, and one for paper."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from pressmark.paths import resource

LINES: Mapping[str, str] = {
    "solid": "2px solid",
    "dots": "2px dotted",
    "double": "3px double",
    "dashes": "2px dashed",
    "wave": "1px solid",
    "dash-dot": "3px dashed",
    "beads": "4px dotted",
    "hatch": "4px solid",
}
"""The border nearest to each pattern of the marks: told apart without colour."""

NEUTRAL = "neutral"
"""The mark of labels that have none."""


@dataclass(frozen=True, slots=True)
class MarkStyle:
    """One mark in one theme: its colour, its line, and its wash over the paper."""

    id: str
    colour: str
    pattern: str
    wash: str


@dataclass(frozen=True, slots=True)
class ReviewTheme:
    """The colours that a page is shown in, and how strongly marks are washed over its paper."""

    colours: Mapping[str, str]
    marks: tuple[MarkStyle, ...]
    wash: float

    def mark(self, key: str, colour: str, pattern: str) -> MarkStyle:
        """Return a mark of this theme in a colour, `#rrggbb`."""
        return MarkStyle(key, colour, pattern, _mixed(self.colours["paper"], colour, self.wash))


def review_themes() -> Mapping[str, ReviewTheme]:
    """Return the themes `light`, `dark` and `print`, from the resources of the window."""
    light = _theme("light", {})
    paper = _theme("light", {"paper": "#ffffff", "ink": "#000000", "panel": "#ffffff"})
    return {"light": light, "dark": _theme("dark", {}), "print": paper}


@cache
def mark_ids() -> frozenset[str]:
    """Return the marks that a page can draw."""
    return frozenset(mark.id for mark in _theme("light", {}).marks)


def _theme(name: str, instead: Mapping[str, str]) -> ReviewTheme:
    record = json.loads(resource("themes", f"{name}.json").read_text("utf-8"))
    colours: dict[str, str] = record["colours"] | instead
    marks = [(one["id"], one["colour"], one["pattern"]) for one in record["marks"]]
    theme = ReviewTheme(colours, (), record["wash"])
    return replace(
        theme,
        marks=tuple(theme.mark(*one) for one in [*marks, (NEUTRAL, colours["muted"], "solid")]),
    )


def _mixed(below: str, above: str, share: float) -> str:
    """Return `above` laid over `below` at this opacity; all are `#rrggbb`."""
    pairs = zip(bytes.fromhex(below[1:]), bytes.fromhex(above[1:]), strict=True)
    return "#" + bytes(round(low + (high - low) * share) for low, high in pairs).hex()
