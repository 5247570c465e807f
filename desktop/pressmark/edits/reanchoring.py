"""Finding annotations again in another version of their article's text."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from re import finditer
from types import MappingProxyType

from pressmark.model.annotation import Annotation, quoted
from pressmark.model.attribute import Anchor, Value
from pressmark.model.span import Span


@dataclass(frozen=True, slots=True)
class _Block:
    """A stretch [start, end) of the old text and where it went; `same` where it is unchanged."""

    start: int
    end: int
    new_start: int
    new_end: int
    same: bool


class Carrier:
    """Carries spans of an old text over to a new one, by their differences.

    Made once for a pair of texts (paragraphs are compared first, then words within changed
    ones); all offsets are code points.
    """

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self._blocks = list(_blocks(old, new))
        self._starts = [block.start for block in self._blocks]

    def span(self, span: Span) -> Span | None:
        """Return where a span of the old text is in the new one, or None where it is gone."""
        start, end = self._edge(span.start, after=True), self._edge(span.end - 1, after=False)
        carried = Span(start, end)
        return carried if carried.fits(len(self.new)) else self._elsewhere(span)

    def annotation(self, annotation: Annotation) -> Annotation | None:
        """Return the annotation as it stands in the new text, or None where nothing is left.

        Fragments that are gone are dropped while one remains; an anchored attribute whose words
        are gone is dropped.
        """
        carried = [self.span(fragment) for fragment in annotation.fragments]
        fragments = _ascending([span for span in carried if span is not None])
        if not fragments:
            return None
        text, prefix, suffix = quoted(self.new, fragments)
        values = ((name, self._value(value)) for name, value in annotation.attributes.items())
        attributes = MappingProxyType({name: one for name, one in values if one is not None})
        return replace(
            annotation,
            fragments=fragments,
            text=text,
            prefix=prefix,
            suffix=suffix,
            attributes=attributes,
        )

    def _value(self, value: Value) -> Value:
        if isinstance(value, Anchor):
            return self._anchor(value)
        if isinstance(value, tuple) and any(isinstance(one, Anchor) for one in value):
            anchors = (self._anchor(one) for one in value if isinstance(one, Anchor))
            return tuple(one for one in anchors if one is not None) or None
        return value

    def _anchor(self, anchor: Anchor) -> Anchor | None:
        if anchor.span is None:
            return anchor
        span = self.span(anchor.span)
        if span is None:
            return replace(anchor, start=None, end=None, text=None) if anchor.entities else None
        return replace(anchor, start=span.start, end=span.end, text=self.new[slice(*span)])

    def _edge(self, position: int, *, after: bool) -> int:
        """Return where the code point at `position` starts (`after`), or ends, in the new text."""
        block = self._blocks[bisect_right(self._starts, position) - 1]
        if block.same:
            return block.new_start + position - block.start + (0 if after else 1)
        return block.new_start if after else block.new_end

    def _elsewhere(self, span: Span) -> Span | None:
        """Return the one place where the very words of a span stand now, moved as they may be."""
        words = self.old[slice(*span)]
        at = self.new.find(words)
        if at < 0 or self.new.find(words, at + 1) >= 0:
            return None
        return Span(at, at + len(words))


def _ascending(spans: list[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _blocks(old: str, new: str) -> Iterator[_Block]:
    for block in _compared(_pieces(r"[^\n]*\n|[^\n]+", old), _pieces(r"[^\n]*\n|[^\n]+", new)):
        if block.same:
            yield block
            continue
        within = r"\s+|\w+|[^\w\s]"
        for word in _compared(
            _pieces(within, old[block.start : block.end]),
            _pieces(within, new[block.new_start : block.new_end]),
        ):
            yield _Block(
                block.start + word.start,
                block.start + word.end,
                block.new_start + word.new_start,
                block.new_start + word.new_end,
                word.same,
            )


def _pieces(pattern: str, text: str) -> list[str]:
    return [match.group() for match in finditer(pattern, text)]


def _compared(old: list[str], new: list[str]) -> Iterator[_Block]:
    old_at, new_at = _offsets(old), _offsets(new)
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if i2 > i1:  # what is only new has nothing to carry
            yield _Block(old_at[i1], old_at[i2], new_at[j1], new_at[j2], tag == "equal")


def _offsets(pieces: list[str]) -> list[int]:
    offsets = [0]
    for piece in pieces:
        offsets.append(offsets[-1] + len(piece))
    return offsets
