"""Which articles of many belong together as near-copies of each other.

Comparing each with each takes too long for thousands: of their runs of words every fourth is
looked at, and an article is compared with those alone that had one of these first or last.
"""

from collections import Counter
from collections.abc import Iterable
from zlib import crc32

from pressmark.analysis.reprints import ENOUGH, SHORTEST, shingles
from pressmark.model.article import Article

_EVERY = 4


def families(articles: Iterable[Article]) -> list[list[str]]:
    """Return the ids of the articles, those together that are copies, or linked as such.

    What is a copy of a copy belongs too. The articles are opened once, one by one; the order
    is theirs.
    """
    heads: dict[str, str] = {}
    sizes: dict[str, int] = {}
    holders: dict[int, tuple[str, str]] = {}
    for article in articles:
        own = article.head.id
        heads[own] = own
        sketch = _sketch(article)
        sizes[own] = len(sketch)
        shared: Counter[str] = Counter()
        for run in sketch:
            first, last = holders.get(run, (own, own))
            shared.update({first, last} - {own})
            holders[run] = (first, own)
        near = (one for one, count in shared.items() if _alike(count, sizes[own], sizes[one]))
        for other in (*near, *(link.to for link in article.head.links)):
            heads.setdefault(other, other)
            _unite(heads, own, other)
    found: dict[str, list[str]] = {}
    for one in sizes:
        found.setdefault(_head(heads, one), []).append(one)
    return list(found.values())


def _sketch(article: Article) -> set[int]:
    sums = (crc32(" ".join(run).encode()) for run in shingles(article))
    return {one for one in sums if one % _EVERY == 0}


def _alike(shared: int, *sizes: int) -> bool:
    return min(sizes) >= SHORTEST // _EVERY and shared >= ENOUGH * min(sizes)


def _head(heads: dict[str, str], one: str) -> str:
    while heads[one] != one:
        heads[one] = heads[heads[one]]
        one = heads[one]
    return one


def _unite(heads: dict[str, str], one: str, other: str) -> None:
    heads[_head(heads, one)] = _head(heads, other)
