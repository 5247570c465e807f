"""What offsets of foreign files count, turned into the code points that are counted here."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType
from typing import Literal, get_args

import regex

from pressmark.model.span import Span

Unit = Literal["code points", "UTF-16", "bytes", "graphemes"]
Mark = Literal["as it is", "not counted", "counted"]
"""A BOM at the start: as the text has it; there and not counted; counted and not there."""

_BOM = "\ufeff"
_ODD: Mapping[Unit, str] = MappingProxyType(
    {
        "code points": r"(?!)",
        "UTF-16": r"[\U00010000-\U0010ffff]",
        "bytes": r"[^\x00-\x7f]",
        "graphemes": r"\X",
    }
)
"""Of each unit a pattern of what may count as some number other than one a code point."""

_WIDTHS: Mapping[Unit, Callable[[str], int]] = MappingProxyType(
    {
        "code points": len,
        "UTF-16": lambda odd: len(odd.encode("utf-16-le")) // 2,
        "bytes": lambda odd: len(odd.encode()),
        "graphemes": lambda _odd: 1,
    }
)


@dataclass(frozen=True, slots=True)
class Counting:
    """A way to count offsets: the unit, whether CRLF is one, and what of a BOM at the start."""

    unit: Unit = "code points"
    crlf_is_one: bool = False
    bom: Mark = "as it is"

    @property
    def words(self) -> str:
        """What it is called where it is said."""
        parts: list[str] = [self.unit]
        if self.crlf_is_one:
            parts.append("CRLF as one")
        if self.bom != "as it is":
            parts.append(f"byte-order mark {self.bom}")
        return ", ".join(parts)

    def on(self, text: str) -> "Counting":
        """Return the plainest counting that is the same as this on `text`."""
        plain = text.isascii()
        crlf = self.crlf_is_one and self.unit != "graphemes" and "\r\n" in text
        bom = self.bom if self.bom != "not counted" or text.startswith(_BOM) else "as it is"
        if plain and (self.unit != "graphemes" or "\r\n" not in text):
            # A BOM that is counted and not there makes as many as the unit says.
            unit = self.unit if bom == "counted" and self.unit == "bytes" else "code points"
            return Counting(unit, crlf, bom)
        if self.unit == "UTF-16" and not regex.search(_ODD["UTF-16"], text):
            return Counting("code points", crlf, bom)
        return Counting(self.unit, crlf, bom)


CODE_POINTS = Counting()
UTF_16 = Counting("UTF-16")
GRAPHEMES = Counting("graphemes")

COUNTINGS = tuple(
    Counting(unit, crlf_is_one, bom)
    for bom, crlf_is_one, unit in product(get_args(Mark), (False, True), get_args(Unit))
    if unit != "graphemes" or not crlf_is_one  # which is one in any case
)
"""All there are, the likelier ones first."""


class Ruler:
    """Offsets of one text, counted in some way, and the code points that they stand for."""

    __slots__ = ("_ends", "_extra", "_lengths", "_size", "_starts", "_steps")

    def __init__(self, text: str, counting: Counting) -> None:
        width = _WIDTHS[counting.unit]
        self._size = len(text)
        self._extra = width(_BOM) if counting.bom == "counted" else 0
        # What is odd: its end and length in code points, where it starts and ends as counted.
        self._ends = [0]
        self._lengths = [0]
        self._starts = [0]
        self._steps = [0]
        for start, end, counted in self._odd(text, counting, width):
            begins = self._steps[-1] + start - self._ends[-1]
            self._ends.append(end)
            self._lengths.append(end - start)
            self._starts.append(begins)
            self._steps.append(begins + counted)

    @staticmethod
    def _odd(
        text: str, counting: Counting, width: Callable[[str], int]
    ) -> Iterator[tuple[int, int, int]]:
        skipped = counting.bom == "not counted" and text.startswith(_BOM)
        if skipped:
            yield 0, 1, 0
        pattern = (r"\r\n|" if counting.crlf_is_one else "") + _ODD[counting.unit]
        if counting.unit != "graphemes" and text.isascii() and not counting.crlf_is_one:
            return
        for found in regex.finditer(pattern, text, pos=int(skipped)):
            odd = found[0]
            counted = 1 if odd == "\r\n" and counting.crlf_is_one else width(odd)
            if counted != len(odd):
                yield found.start(), found.end(), counted

    def code_point(self, offset: int) -> int | None:
        """Return the code point that an offset stands before; None within one, or outside."""
        around = self.around(offset)
        return around.start if around is not None and not around.length else None

    def span(self, start: int, end: int) -> Span | None:
        """Return the stretch between two offsets; None where it is none, or cuts a character."""
        first, last = self.code_point(start), self.code_point(end)
        return Span(first, last) if first is not None and last is not None else None

    def around(self, offset: int) -> Span | None:
        """Return where an offset stands: an empty span, or what it cuts; None outside."""
        counted = offset - self._extra
        if counted < 0:
            return None
        at = bisect_right(self._starts, counted) - 1
        if at and self._starts[at] == counted < self._steps[at]:
            at -= 1  # at the start of something odd, what comes before it counts
        elif self._starts[at] < counted < self._steps[at]:
            return Span(self._ends[at] - self._lengths[at], self._ends[at])
        found = self._ends[at] + counted - self._steps[at]
        return Span(found, found) if found <= self._size else None
