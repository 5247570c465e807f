"""An article's text in tokens, for formats that tag tokens: no span's border lies inside one."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection

from pressmark.analysis.sentences import sentence_at
from pressmark.analysis.words import words_and_signs
from pressmark.model.span import Span


def tokens(text: str, borders: Collection[int] = ()) -> list[tuple[int, int]]:
    """Return where the words and signs of a text begin and end, in order, without white space.

    They are cut at `borders`, and never inside a character as people see it elsewhere. A token
    with any white space in it would be two for most readers.
    """
    found = list(words_and_signs(text))
    for cut in sorted(set(borders)):
        at = bisect_left(found, (cut,)) - 1
        if at >= 0 and cut < found[at][1]:
            start, end = found[at]
            found[at : at + 1] = [(start, cut), (cut, end)]
    return found


def sentence_starts(text: str, pieces: list[tuple[int, int]], uncut: list[Span]) -> set[int]:
    """Return the offsets of tokens that begin a sentence, none inside one of the spans `uncut`."""
    starts: set[int] = set()
    end = 0
    for start, stop in pieces:
        if start >= end:
            starts.add(start)
            end = max(sentence_at(text, start).end, stop)
    firsts = [span.start for span in uncut]

    def cuts(start: int) -> bool:
        at = bisect_right(firsts, start) - 1
        return at >= 0 and uncut[at].start < start < uncut[at].end

    return {start for start in starts if not cuts(start)}
