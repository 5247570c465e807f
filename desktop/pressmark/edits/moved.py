"""Paragraphs that were moved and reworded at once, which no comparison in order can find."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator

from pressmark.edits.comparison import Stretch
from pressmark.model.span import Span

_PARAGRAPH = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w{3,}")
_ALIKE = 0.5
"""The share of words that two paragraphs must have in common."""
_COMMON = 40
"""Paragraphs from which on a word says nothing about where another went."""


class Moved:
    """Finds for a paragraph that is not where it was the one that is most like it.

    Only paragraphs that changed, or are new, are looked at: the others are where they were.
    """

    def __init__(self, old: str, new: str, stretches: Iterable[Stretch]) -> None:
        self._old = old
        changed = [one for one in stretches if not one.same]
        self._gone = list(_paragraphs(old, (one.old for one in changed)))
        self._words: dict[Span, Counter[str]] = {}
        self._places: dict[str, list[Span]] = {}
        for paragraph in _paragraphs(new, (one.new for one in changed)):
            words = Counter(_WORD.findall(new, *paragraph))
            self._words[paragraph] = words
            for word in words:
                self._places.setdefault(word, []).append(paragraph)

    def paragraph(self, span: Span) -> tuple[Span, Span] | None:
        """Return the paragraph that holds a span of the old text, and where it is now, or None."""
        at = bisect_right(self._gone, span.start, key=lambda one: one.start) - 1
        if at < 0 or not self._gone[at].contains(span):
            return None
        held = self._gone[at]
        words = Counter(_WORD.findall(self._old, *held))
        votes: Counter[Span] = Counter()
        for word, count in words.items():
            places = self._places.get(word, ())
            if len(places) <= _COMMON:
                for place in places:
                    votes[place] += min(count, self._words[place][word])
        best = max(votes, key=lambda one: (votes[one], -one.start), default=None)
        if best is None:
            return None
        total = words.total() + self._words[best].total()
        return (held, best) if 2 * votes[best] >= _ALIKE * total else None


def _paragraphs(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the paragraphs that have something of some stretches, each once, in order."""
    end = 0
    for span in spans:
        at = max(end, text.rfind("\n", 0, span.start) + 1)
        for found in _PARAGRAPH.finditer(text, at):
            if found.start() >= span.end:
                break
            yield Span(*found.span())
            end = found.end()
