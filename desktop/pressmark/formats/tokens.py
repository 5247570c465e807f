"""An article's text in tokens, for formats that tag tokens: no span's border lies inside one."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator

import regex

from pressmark.analysis.sentences import sentence_at
from pressmark.analysis.words import words_in
from pressmark.model.span import Span

_SOLID = re.compile(r"\S+")
"""As Python splits text: a token with any white space in it would be two for most readers."""
_CLUSTER = regex.compile(r"\X")


def tokens(text: str, borders: Collection[int] = ()) -> Iterator[Span]:
    """Yield the words and signs of a text, in order, without white space.

    They are cut at `borders`, and never inside a character as people see it elsewhere.
    """
    cuts = sorted(set(borders))
    at = 0
    for solid in _SOLID.finditer(text):
        start = solid.start()
        for end in _ends(text, Span(*solid.span())):
            while at < len(cuts) and cuts[at] < end:
                if cuts[at] > start:
                    yield Span(start, cuts[at])
                    start = cuts[at]
                at += 1
            if start < end:
                yield Span(start, end)
                start = end


def sentence_starts(text: str, pieces: list[Span], uncut: list[Span]) -> set[int]:
    """Return the offsets of tokens that begin a sentence, none inside one of the spans `uncut`."""
    starts: set[int] = set()
    end = 0
    for piece in pieces:
        if piece.start >= end:
            starts.add(piece.start)
            end = max(sentence_at(text, piece.start).end, piece.end)
    firsts = [span.start for span in uncut]

    def cuts(start: int) -> bool:
        at = bisect_right(firsts, start) - 1
        return at >= 0 and uncut[at].start < start < uncut[at].end

    return {start for start in starts if not cuts(start)}


def _ends(text: str, solid: Span) -> Iterator[int]:
    """Yield where words and signs end in a stretch without white space."""
    at = solid.start
    for word in words_in(text, solid):
        yield from _signs(text, Span(at, word.start))
        yield word.end
        at = word.end
    yield from _signs(text, Span(at, solid.end))


def _signs(text: str, span: Span) -> Iterator[int]:
    for sign in _CLUSTER.finditer(text, span.start, span.end):
        yield sign.end()
