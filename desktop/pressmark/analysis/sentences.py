"""Where sentences begin and end: a rule of thumb for selecting one, not for counting them."""

import regex

from pressmark.model.span import Span

_FAR = 8192
"""How far from an offset a sentence is followed, in code points."""

_CLOSING = r"[\"'”’»›)\]」』]*"
_END = regex.compile(rf"(?:[.!?…؟।]+{_CLOSING}(?=\s|$))|(?:[。！？]+{_CLOSING})")
_GOES_ON = regex.compile(r"\s+[\p{Ll}\p{Pd},;]")
_ABBREVIATED = regex.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Adm|No|Nos|vs|Inc|Ltd|Co|Corp"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|(?<![\p{L}\p{N}'’])\p{L}(?:\.\p{L})*)$"
)


def sentence_at(text: str, offset: int) -> Span:
    """Return the sentence round `offset`, within its line and without the space after it."""
    line = _line(text, offset)
    start = line.start
    for found in _END.finditer(text, line.start, line.end):
        end = found.end()
        if _is_end(text, start, found.start(), end):
            if offset < end:
                return _without_space(text, Span(start, end))
            start = end
    return _without_space(text, Span(start, line.end))


def _line(text: str, offset: int) -> Span:
    low, high = max(0, offset - _FAR), min(len(text), offset + _FAR)
    start = text.rfind("\n", low, offset) + 1 or low
    end = text.find("\n", offset, high)
    return Span(start, high if end < 0 else end)


def _is_end(text: str, start: int, dot: int, end: int) -> bool:
    if text[dot] != "." or end == len(text):
        return True
    if _GOES_ON.match(text, end):
        return False
    return end - dot > 1 or not _ABBREVIATED.search(text, max(start, dot - 16), dot)


def _without_space(text: str, span: Span) -> Span:
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.start + len(piece.rstrip())))
