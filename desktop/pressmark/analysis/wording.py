"""Where the same words stand in other places: word for word, in part, or slightly reworded.

All offsets are code points. Letter case, signs and kinds of quotation marks count for nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from pressmark.analysis.matching import without_marks
from pressmark.model.article import Article
from pressmark.model.span import Span

ENOUGH = 0.5
"""The least share of the words that makes a place worth showing."""
RUN = 8
"""How many words in a row are, whatever their share."""

_WORD = regex.compile(r"[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{M}]+)*")
_SHINGLE = 3
"""How many words in a row are compared at once."""
_RARE = 5
"""How many of the longest words a text is asked for before it is looked at closely."""
_STRETCH = 1.5
"""How much longer than the words themselves the place may be, by words."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place with the same words: the article's id, its span, and the share of the words."""

    article: str
    span: Span
    share: float

    @property
    def is_verbatim(self) -> bool:
        """Whether every word is there."""
        return self.share == 1.0


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    span: Span


def same_wording(words: str, articles: Iterable[Article]) -> Iterator[Place]:
    """Yield the best place of each article in which `words` stand, as they are found."""
    asked = [one.word for one in _tokens(words)]
    rare = sorted(set(asked), key=len, reverse=True)[:_RARE]
    for article in articles:
        if asked and _is_worth_it(article.text, rare):
            place = _best(asked, _tokens(article.text))
            if place is not None:
                yield Place(article.head.id, *place)


def _tokens(text: str) -> list[_Token]:
    return [
        _Token(found.group().casefold(), Span(*found.span()))
        for found in _WORD.finditer(without_marks(text))
    ]


def _is_worth_it(text: str, rare: Sequence[str]) -> bool:
    folded = without_marks(text).casefold()
    return 2 * sum(word in folded for word in rare) >= len(rare)


def _best(asked: Sequence[str], tokens: Sequence[_Token]) -> tuple[Span, float] | None:
    """Return the stretch that has most of the words asked for, and their share of all."""
    size = min(_SHINGLE, len(asked))
    known: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(asked) - size + 1):
        known.setdefault(tuple(asked[at : at + size]), []).append(at)
    words = [one.word for one in tokens]
    hits = [
        (at, known[shingle])
        for at in range(len(words) - size + 1)
        if (shingle := tuple(words[at : at + size])) in known
    ]
    best = max(_windows(hits, round(len(asked) * _STRETCH) + size), key=_worth, default=None)
    if best is None:
        return None
    covered = {place + step for _, places in best for place in places for step in range(size)}
    share = len(covered) / len(asked)
    if share < ENOUGH and len(covered) < RUN:
        return None
    return Span(tokens[best[0][0]].span.start, tokens[best[-1][0] + size - 1].span.end), share


_Hit = tuple[int, list[int]]


def _windows(hits: Sequence[_Hit], length: int) -> Iterator[Sequence[_Hit]]:
    """Yield the runs of hits that lie within `length` words of each other."""
    first = 0
    for last in range(len(hits)):
        while hits[last][0] - hits[first][0] > length:
            first += 1
        yield hits[first : last + 1]


def _worth(window: Sequence[_Hit]) -> tuple[int, int]:
    """Return how many of the words asked for a window has, the tighter of two alike first."""
    found = {place for _, places in window for place in places}
    return len(found), window[0][0] - window[-1][0]
