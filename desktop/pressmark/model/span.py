"""A stretch of an article's text."""

from typing import NamedTuple


class Span(NamedTuple):
    """The half-open range [start, end) of code points in one article; `[start, end]` in files."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """The number of code points."""
        return self.end - self.start

    def fits(self, size: int) -> bool:
        """Say whether this is a range of at least one code point in a text of `size`."""
        return 0 <= self.start < self.end <= size

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Say whether `other` lies wholly within this one; a span contains itself."""
        return self.start <= other.start and other.end <= self.end

    def holds(self, position: int) -> bool:
        """Say whether the code point at `position` is in this span."""
        return self.start <= position < self.end


def hull(spans: "tuple[Span, ...]") -> Span:
    """Return the smallest span that holds all of `spans` (at least one)."""
    return Span(min(span.start for span in spans), max(span.end for span in spans))
