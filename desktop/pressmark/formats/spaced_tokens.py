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
    held: Token | None = None
    for start, end in _stretches(text, cuts):
        first = start
        if held is not None:
            alone = held.end in starts or held.end + 1 in ends
            follows = text.startswith(_SPACE, start) and not text[held.start].isspace()
            if follows and not alone:
                held = Token(held.start, held.end, ws=True)
                first += 1
            yield held
        held = Token(first, end) if first < end else None
    if held is not None:
        yield held


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
