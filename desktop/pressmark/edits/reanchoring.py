"""Finding annotations again in another version of their article's text."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import islice
from types import MappingProxyType

from pressmark.edits.comparison import Stretch, compared
from pressmark.edits.moved import Moved
from pressmark.model.annotation import CONTEXT, Annotation, quoted
from pressmark.model.article import Zone
from pressmark.model.attribute import Anchor, Value
from pressmark.model.span import Span

_ALIKE = 0.5
"""The share of two wordings that must be common for one to be the other, reworded."""
_SHORT = 200
"""Code points up to which wordings are compared letter by letter."""
_SURE = 16
"""Code points, of words and what stands around them, that must agree for words to have moved."""
_ENOUGH = 200
"""How many places of common words are looked at."""


class Carrier:
    """Carries spans of an old text over to a new one, by their differences and by context.

    Made once for a pair of texts; all offsets are code points. What is reworded in its place is
    found there while it stays alike; what was cut is looked for in what is new elsewhere.
    """

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self.stretches: tuple[Stretch, ...] = compared(old, new)
        self._moved: Moved | None = None
        self._within: dict[tuple[Span, Span], Carrier] = {}
        self._old_starts = [one.old.start for one in self.stretches]
        self._new_starts = [one.new.start for one in self.stretches]

    def span(self, span: Span) -> Span | None:
        """Return where a span of the old text is in the new one, or None where it is gone."""
        return self.in_place(span) or self._elsewhere(span) or self._reworded_elsewhere(span)

    def zones(self, zones: tuple[Zone, ...]) -> tuple[Zone, ...]:
        """Return zones as they lie in the new text, without those that are gone."""
        carried: list[Zone] = []
        for zone in zones:
            span = self.span(zone.span)
            if span is not None:
                carried.append(replace(zone, start=span.start, end=span.end))
        kept: list[Zone] = []
        for zone in sorted(carried, key=lambda one: one.start):
            if not kept or zone.start >= kept[-1].end:
                kept.append(zone)
        return tuple(kept)

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

    # ---- spans

    def in_place(self, span: Span) -> Span | None:
        """Return what stands where a span stood, if that is still the same or much like it."""
        start, end = self._start(span), self._end(span)
        if start >= end:
            return None
        if self.new[start:end] == self.old[slice(*span)]:
            return Span(start, end)
        there = _trimmed(self.new, Span(start, end))
        return there if there and self._is_alike(span, there) else None

    def _start(self, span: Span) -> int:
        """Return where a span starts in the new text: with changed words if most are its own."""
        at = bisect_right(self._old_starts, span.start) - 1
        while self.stretches[at].old.length == 0:
            at -= 1
        one = self.stretches[at]
        if one.same:
            return one.new.start + span.start - one.old.start
        is_own = 2 * (min(one.old.end, span.end) - span.start) >= one.old.length
        return one.new.start if is_own else one.new.end

    def _end(self, span: Span) -> int:
        at = bisect_right(self._old_starts, span.end - 1) - 1
        while self.stretches[at].old.length == 0:
            at -= 1
        one = self.stretches[at]
        if one.same:
            return one.new.start + span.end - one.old.start
        is_own = 2 * (span.end - max(one.old.start, span.start)) >= one.old.length
        return one.new.end if is_own else one.new.start

    def _is_alike(self, span: Span, there: Span) -> bool:
        words, others = self.old[slice(*span)], self.new[slice(*there)]
        total = len(words) + len(others)
        if 2 * self._common(span) >= _ALIKE * total:
            return True
        matcher = SequenceMatcher(None, words, others, autojunk=False)
        return total <= 2 * _SHORT and matcher.ratio() >= _ALIKE

    def _common(self, span: Span) -> int:
        """Return how much of a span stands in the new text as it did in the old."""
        common = 0
        for one in islice(self.stretches, bisect_right(self._old_starts, span.start) - 1, None):
            if one.old.start >= span.end:
                break
            if one.same:
                common += min(one.old.end, span.end) - max(one.old.start, span.start)
        return common

    def _elsewhere(self, span: Span) -> Span | None:
        """Return where the very words of a span stand in what is new, in the likest context."""
        words = self.old[slice(*span)]
        best, best_agreeing, is_only = None, -1, True
        for at in islice(self._new_places(words), _ENOUGH):
            there = Span(at, at + len(words))
            agreeing = self._agreeing(span, there)
            if agreeing > best_agreeing:
                best, best_agreeing, is_only = there, agreeing, True
            elif agreeing == best_agreeing:
                is_only = False
        return best if is_only and len(words) + best_agreeing >= _SURE else None

    def _reworded_elsewhere(self, span: Span) -> Span | None:
        """Return where a span is in a paragraph that was moved and changed."""
        if self._moved is None:
            self._moved = Moved(self.old, self.new, self.stretches)
        found = self._moved.paragraph(span)
        if found is None:
            return None
        was, now = found
        if found not in self._within:
            self._within[found] = Carrier(self.old[slice(*was)], self.new[slice(*now)])
        carried = self._within[found].in_place(Span(span.start - was.start, span.end - was.start))
        return Span(carried.start + now.start, carried.end + now.start) if carried else None

    def _new_places(self, words: str) -> Iterator[int]:
        """Yield where words stand that did not stand there before."""
        at = self.new.find(words)
        while at >= 0:
            stretch = self.stretches[bisect_right(self._new_starts, at) - 1]
            if not (stretch.same and at + len(words) <= stretch.new.end):
                yield at
            at = self.new.find(words, at + 1)

    def _agreeing(self, span: Span, there: Span) -> int:
        """Return how many code points before and after two places of one wording agree."""
        before = _equal(
            self.old[max(0, span.start - CONTEXT) : span.start][::-1],
            self.new[max(0, there.start - CONTEXT) : there.start][::-1],
        )
        after = _equal(
            self.old[span.end : span.end + CONTEXT], self.new[there.end : there.end + CONTEXT]
        )
        return before + after


def _equal(one: str, other: str) -> int:
    """Return how many code points two texts begin with alike."""
    count = 0
    for char, there in zip(one, other, strict=False):
        if char != there:
            break
        count += 1
    return count


def _trimmed(text: str, span: Span) -> Span | None:
    """Return a span without the white space at its edges, or None where there is nothing else."""
    words = text[slice(*span)]
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - (len(words) - len(words.rstrip()))
    return Span(start, end) if start < end else None


def _ascending(spans: list[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
