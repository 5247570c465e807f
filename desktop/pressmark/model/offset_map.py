"""The one place where code points and the UTF-16 positions of Qt and others are converted."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

_PAIR = re.compile("[\U00010000-\U0010ffff]")


class OffsetMap:
    """Converts offsets of one text: code points inside, UTF-16 units outside.

    `breaks` are ascending code point offsets before which the outside shows one unit more (a
    paragraph split made for display only); both sides of such a unit are the same code point
    offset inside. Made in one pass over the text; a conversion is two binary searches.
    """

    __slots__ = ("_breaks", "_pairs", "_split_at", "_unit_of_pair", "size", "units")

    def __init__(self, text: str, breaks: Sequence[int] = ()) -> None:
        self.size: Final = len(text)
        self._pairs: Final = (
            [] if text.isascii() else [pair.start() for pair in _PAIR.finditer(text)]
        )
        self._unit_of_pair: Final = [at + before for before, at in enumerate(self._pairs)]
        self._breaks: Final = breaks
        self._split_at: Final = [
            at + bisect_left(self._pairs, at) + before for before, at in enumerate(breaks)
        ]
        self.units: Final = self.size + len(self._pairs) + len(breaks)

    def outside(self, offset: int) -> int:
        """Return the outside position of code point `offset` (0 to `size`; else IndexError).

        At a split this is the position after it.
        """
        if not 0 <= offset <= self.size:
            raise IndexError(offset)
        return offset + bisect_left(self._pairs, offset) + bisect_right(self._breaks, offset)

    def inside(self, position: int) -> int:
        """Return the code point offset of outside `position` (0 to `units`; else IndexError).

        A position within a surrogate pair is the code point that it would cut.
        """
        if not 0 <= position <= self.units:
            raise IndexError(position)
        unit = position - bisect_left(self._split_at, position)
        pairs = bisect_left(self._unit_of_pair, unit)
        if pairs and self._unit_of_pair[pairs - 1] == unit - 1:
            return self._pairs[pairs - 1]
        return unit - pairs
