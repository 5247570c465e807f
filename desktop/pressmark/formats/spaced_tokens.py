"""A text as tokens that no span cuts: whole words where spans allow, and everything between."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import regex

from pressmark.model.span import Span

_PLAIN = r"[A-Za-z]++(?=[ ,.])| (?=[!-~])"
"""Most words and spaces: what can be said of them more simply is found faster."""
_PIECES = regex.compile(rf"{_PLAIN}|(?:(?=\w)\X)+|(?:(?=\s)\X)+|\X")
_SPACE = " "


class Token(NamedTuple):
    """A stretch in code points; `ws` says that one space follows which is no token of its own."""

    start: int
    end: int
    ws: bool = False


def tokens(text: str, spans: Iterable[Span]) -> Iterator[Token]:
    """Yield the tokens of a text in order: with their spaces they are all of it.

    No span begins or ends within a token, nor before the space after one, so that each span is a
    run of whole tokens.
    """
    kept = list(spans)
    cuts = sorted({at for span in kept for at in span})
    starts = {span.start for span in kept}
    ends = {span.end for span in kept}
    first = border = 0  # of the token that waits for what follows
    for start, end in _stretches(text, cuts):
        ws = False
        if first < border:
            ws = text[start] == _SPACE and start not in starts and start + 1 not in ends
            ws = ws and not text[first].isspace()
            yield Token(first, border, ws)
        first, border = start + ws, end
    if first < border:
        yield Token(first, border)


def _stretches(text: str, cuts: list[int]) -> Iterator[tuple[int, int]]:
    rest = iter(cuts)
    cut = next(rest, len(text))
    for piece in _PIECES.finditer(text):
        start, end = piece.span()
        while cut < end:
            if cut > start:
                yield start, cut
                start = cut
            cut = next(rest, len(text))
        yield start, end
