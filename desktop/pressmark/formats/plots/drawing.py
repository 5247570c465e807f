"""What charts are made of: shapes in px from the top left corner, and spots to point at."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

Anchor = Literal["start", "middle", "end"]


class Box(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Say whether a point lies in it."""
        inside = self.x <= x <= self.x + self.width
        return inside and self.y <= y <= self.y + self.height


class Part(NamedTuple):
    """How much a row has of what: `key` names the mark to draw it in.

    The icon `glyph` is drawn in it, where it would not be clear what it is.
    """

    key: str
    number: int
    glyph: str = ""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One line of a chart, named as people read it; in a flow also whom it leads to."""

    name: str
    parts: tuple[Part, ...]
    whom: str = ""
    glyph: str = ""

    @property
    def total(self) -> int:
        """How much it is in all."""
        return sum(part.number for part in self.parts)


@dataclass(frozen=True, slots=True)
class Setting:
    """How words are set: their width in px at a size, and numbers as people write them."""

    measure: Callable[[str, float], float]
    number: Callable[[int], str] = str

    def elided(self, text: str, size: float, room: float) -> str:
        """Return as much of a text as there is room for, with an ellipsis where it is cut."""
        if self.measure(text, size) <= room:
            return text
        fits, beyond = 0, len(text)
        while beyond - fits > 1:
            middle = (fits + beyond) // 2
            if self.measure(f"{text[:middle].rstrip()}…", size) <= room:
                fits = middle
            else:
                beyond = middle
        return f"{text[:fits].rstrip()}…"


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch in a label's mark: its wash, and its line at the lower edge."""

    box: Box
    key: str


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A curve from one side to the other, as wide as it is much, in a label's mark."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    key: str

    def at(self, share: float) -> tuple[float, float]:
        """Return the point after this share of the way."""
        middle, back = (self.x0 + self.x1) / 2, 1 - share
        near, far = back * back * (back + 3 * share), share * share * (share + 3 * back)
        x = back**3 * self.x0 + 3 * back * share * middle + share**3 * self.x1
        return x, near * self.y0 + far * self.y1


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text: `y` is its baseline, `colour` a colour of the theme."""

    x: float
    y: float
    text: str
    size: float
    colour: Literal["ink", "muted"] = "ink"
    anchor: Anchor = "start"


@dataclass(frozen=True, slots=True)
class Glyph:
    """An icon in the colour of a mark, `size` px square."""

    x: float
    y: float
    size: float
    name: str
    key: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A hairline."""

    x0: float
    y0: float
    x1: float
    y1: float


Shape = Bar | Ribbon | Words | Glyph | Rule


class Spot(NamedTuple):
    """What can be pointed at: a part of a row; the first of the boxes is where it is told."""

    boxes: tuple[Box, ...]
    row: int
    part: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart laid out: shapes from the lowest to the uppermost, spots in reading order."""

    width: float
    height: float
    shapes: tuple[Shape, ...] = ()
    spots: tuple[Spot, ...] = ()

    def spot_at(self, x: float, y: float) -> int | None:
        """Return the number of the spot at a point, or None."""
        for number, spot in enumerate(self.spots):
            if any(box.holds(x, y) for box in spot.boxes):
                return number
        return None
