"""Where sentences begin and end: a rule of thumb for selecting one, not for counting them."""

import regex

from pressmark.model.span import Span

_FAR = 8192
"""How far from an offset a sentence is followed, in code points."""

_CLOSING = r"[\"'”’»›“«)\]」』]*"
_END = regex.compile(rf"(?:[.!?…؟۔।]+{_CLOSING}(?=\s|$))|(?:[。！？]+{_CLOSING})")
_GOES_ON = regex.compile(r"[\s\u200e\u200f]+(?:[\p{Ll},;]|\p{Pd}\s*\p{Ll})")
_SHORT = (
    # English
    "Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Adm|No|Nos|vs|Inc|Ltd|Co|Corp|approx"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mt|Hon|Pres|Rev|Art|art|Sec|para|pp|Vol|Ph"
    # Ukrainian and Russian
    "|рр|[Сс]т|[Вв]ул|[Оо]бл|млн|млрд|тис|грн|[Іі]м|гр|буд|пл|просп|див|напр|англ|рос|укр|[Пп]роф|[Аа]кад|[Гг]ен|[Пп]олк"
    "|гг|[Уу]л|[Ии]м|руб|тыс|см|стр|пер|пос|наст|нац|юр|зам|вид|ред|доц|інж|інш|тзв|св|тел|кв|корп"
    # German and French, whose names stand in English articles too
    "|bzw|usw|Nr|Hr|Fr|Mme|Mlle|etc|ca|cf"
)
_ABBREVIATED = regex.compile(
    rf"(?:\b(?:{_SHORT})|(?<![\p{{L}}\p{{N}}'’])\p{{L}}(?:\.\s?\p{{L}})*)$"
)
_YEAR = regex.compile(r"\d{4}\s?(?:р|рр|г|гг)$")
"""A year and its word, which may end a sentence: what follows decides."""


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
    """Say whether the stop at `dot`, with what closes after it until `end`, ends a sentence."""
    if end == len(text):
        return True
    if _GOES_ON.match(text, end):
        return text[dot] in "。！？" or (text[dot] != "." and end - dot == 1)
    if text[dot] != "." or end - dot > 1:
        return True
    low = max(start, dot - 16)
    return not _ABBREVIATED.search(text, low, dot) or bool(_YEAR.search(text, low, dot))


def _without_space(text: str, span: Span) -> Span:
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.start + len(piece.rstrip())))
