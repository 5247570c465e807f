"""Which articles say nearly the same as one: reprints, versions with a few words changed.

Articles are compared by the words they have in common, three in a row at a time.
"""

from collections.abc import Iterable, Iterator

import regex

from pressmark.analysis.matching import without_marks
from pressmark.model.article import Article

ENOUGH = 0.5
"""The least share of the smaller text that both must have."""
SHORTEST = 20
"""How many runs of words a text needs to be compared at all."""

_WORD = regex.compile(r"[\p{L}\p{N}\p{M}]+")
_RUN = 3


def shingles(article: Article) -> frozenset[tuple[str, ...]]:
    """Return the runs of words of an article, without those that stand in its zones."""
    zones = [zone.span for zone in article.head.zones]
    words = [
        one.group().casefold()
        for one in _WORD.finditer(without_marks(article.text))
        if not any(zone.start <= one.start() < zone.end for zone in zones)
    ]
    return frozenset(zip(*(words[at:] for at in range(_RUN)), strict=False))


def reprints(article: Article, others: Iterable[Article]) -> Iterator[tuple[str, float] | None]:
    """Yield the id of each article that is nearly the same, and their share; else None."""
    own = shingles(article)
    for other in others:
        theirs = shingles(other) if len(own) >= SHORTEST else frozenset()
        smaller = min(len(own), len(theirs))
        share = len(own & theirs) / smaller if smaller >= SHORTEST else 0.0
        yield (other.head.id, share) if share >= ENOUGH else None
