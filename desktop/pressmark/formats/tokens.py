"""An article's text in tokens, for formats that tag tokens: no span's border lies inside one."""

from bisect import bisect_right
from collections.abc import Collection, Iterator

from pressmark.analysis.sentences import sentence_at
from pressmark.analysis.words import words_and_signs
from pressmark.model.span import Span


def tokens(text: str, borders: Collection[int] = ()) -> Iterator[Span]:
    """Yield the words and signs of a text, in order, without white space.

    They are cut at `borders`, and never inside a character as people see it elsewhere. A token
    with any white space in it would be two for most readers.
    """
    cuts = iter(sorted(set(borders)))
    cut = next(cuts, len(text))
    for start, end in words_and_signs(text):
        while cut < end:
            if cut > start:
                yield Span(start, cut)
                start = cut  # noqa: PLW2901 -- the rest of it
            cut = next(cuts, len(text))
        yield Span(start, end)


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
