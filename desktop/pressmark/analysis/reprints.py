"""Which articles say nearly the same as one: reprints, versions with a few words changed.

Articles are compared by the words they have in common, three in a row at a time.
"""

from collections.abc import Iterable, Iterator

import regex

from pressmark.analysis.matching import without_marks
from pressmark.model.article import Article
from pressmark.model.span import Span

ENOUGH = 0.5
"""The least share of the smaller text that both must have."""
SHORTEST = 20
"""How many runs of words a text needs to be compared at all."""

_WORD = regex.compile(r"[\p{L}\p{N}\p{M}]+")
_RUN = 3

Shingles = frozenset[tuple[str, ...]]
"""The runs of words of a text."""


def shingles(article: Article) -> Shingles:
    """Return the runs of words of an article, without those that stand in its zones."""
    text = without_marks(article.text)
    words = [
        found.group().casefold()
        for stretch in _content(article)
        for found in _WORD.finditer(text, *stretch)
    ]
    return frozenset(zip(*(words[at:] for at in range(_RUN)), strict=False))


def _content(article: Article) -> Iterator[Span]:
    """Yield the stretches of an article that lie in no zone, in order."""
    at = 0
    for zone in sorted(article.head.zones, key=lambda one: one.start):
        if zone.start > at:
            yield Span(at, zone.start)
        at = max(at, zone.end)
    yield Span(at, len(article.text))


def shared(one: Shingles, other: Shingles) -> float:
    """Return the share of the smaller text that both have; 0 where one is too short to say."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller >= SHORTEST else 0.0


def reprints(article: Article, others: Iterable[Article]) -> Iterator[tuple[str, float] | None]:
    """Yield the id of each article that is nearly the same, and their share; else None."""
    own = shingles(article)
    for other in others:
        share = shared(own, shingles(other)) if len(own) >= SHORTEST else 0.0
        yield (other.head.id, share) if share >= ENOUGH else None
