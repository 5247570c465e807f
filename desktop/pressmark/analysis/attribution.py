"""Who says what is tagged, and the words that say so: a guess from the same sentence.

A guess is offered, never made: somebody takes it with one key. All offsets are code points.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import regex

from pressmark.analysis.sentences import sentence_at
from pressmark.analysis.words import trimmed
from pressmark.model.annotation import Annotation
from pressmark.model.span import Span, hull


class Attribution(NamedTuple):
    """The words that say that somebody says so (the cue), and those that name who it is."""

    cue: Span
    speaker: Span | None


_BEFORE = (
    r"[Aa]ccording to|[Ii]n the words of|[Зз]а словами|[Зз]а даними|[Пп]о словам|[Пп]о данным"
    r"|[Сс]огласно|[Зз]гідно з|[Nn]ach Angaben|[Ss]elon|[Ll]aut"
)
"""Cues that stand before who it is."""
_SAYING = (
    r"said|says?|saying|told|tells?|telling|wrote|writes?|writing|add(?:s|ed|ing)?"
    r"|not(?:ed?|es|ing)|announc(?:ed?|es|ing)|report(?:s|ed|ing)?|argu(?:ed?|es|ing)"
    r"|stat(?:ed|ing)|claim(?:s|ed|ing)?|den(?:y|ied|ies|ying)|reject(?:s|ed|ing)?"
    r"|dismiss(?:es|ed|ing)?|refut(?:ed?|es|ing)|condemn(?:s|ed|ing)?|urg(?:ed?|es|ing)"
    r"|warn(?:s|ed|ing)?|stress(?:es|ed|ing)?|emphasi[sz](?:ed?|es|ing)|reads?"
    r"|call(?:s|ed|ing)? (?:for|on)|call(?:s|ed|ing)|declar(?:ed?|es|ing)|insist(?:s|ed|ing)?"
    r"|explain(?:s|ed|ing)?|repl(?:y|ied|ies|ying)|respond(?:s|ed|ing)?|tweet(?:s|ed|ing)?|posted"
    r"|conclud(?:ed?|es|ing)|confirm(?:s|ed|ing)?|accus(?:ed?|es|ing)|suggest(?:s|ed|ing)?"
    r"|ask(?:s|ed|ing)?|acknowledg(?:ed?|es|ing)|alleg(?:ed?|es|ing)|predict(?:s|ed|ing)?"
    r"|propos(?:ed|es|ing)|vow(?:s|ed|ing)?|pledg(?:ed|es|ing)|reiterat(?:ed?|es|ing)"
    r"|remark(?:s|ed|ing)?|recall(?:s|ed|ing)?|quot(?:ed|es|ing)|believ(?:ed?|es|ing)"
    r"|express(?:es|ed|ing)?|demand(?:s|ed|ing)?|continu(?:ed|es)|declined(?: to comment)?"
    r"|describ(?:ed?|es|ing)(?: as)?|critici[sz](?:ed?|es|ing)|repeat(?:s|ed|ing)?|testified"
    r"|encourag(?:ed?|es|ing)|impos(?:ed?|es|ing)|interpret(?:s|ed|ing)?|assert(?:s|ed|ing)?"
    r"|admit(?:s|ted|ting)?|conced(?:ed?|es|ing)|contend(?:s|ed|ing)?|maintain(?:s|ed|ing)?"
    r"|point(?:s|ed|ing)? out|indicat(?:ed?|es|ing)|reveal(?:s|ed|ing)?|promis(?:ed?|es|ing)"
    r"|mention(?:s|ed|ing)?|observ(?:ed?|es)|complain(?:s|ed|ing)?|blam(?:ed|es|ing)|quipped|joked"
    r"|lament(?:s|ed|ing)?|recount(?:s|ed|ing)?|show(?:s|ed|ing)?|found|think(?:s|ing)?"
    r"|заяви\w+|сказа\w+|кажуть?|повідоми\w+|повідомля\w+|наголоси\w+|зазначи\w+|підкресли\w+"
    r"|дода(?:в|ла|ли)|відкину\w+|запере\w+|спростува\w+|засуди\w+|закли\w+|вважа\w+"
    r"|говор(?:ить|ять|ит|ят)|сообщи\w+|сообща\w+|подчеркну\w+|отмети\w+|добави\w+|опроверг\w*"
    r"|отрица\w+|осуди\w+|призва\w+|счита(?:ет|ют)"
)
_LEADING_TO_IT = r"(?:(?:has|have|had|was|were|is|are|been|also|later|long|further|\w+ly)\s+)*"
_CUE = regex.compile(
    rf"(?P<before>\b(?:{_BEFORE})\b)|\b{_LEADING_TO_IT}(?:{_SAYING})\b"
    r"(?:\s+in\s+(?:a|an|the)\s+(?:\w+\s+)?(?:statement|interview|speech|tweet|post|report)\b)?"
    r"|:(?=\s*\Z)"
)
_BORDER = regex.compile(r"[,;:—–()\"“”«»]|\s-{1,2}\s|\b(?:that|which|but|while|when|as)\b")
_FIRM_BORDER = regex.compile(r"[;:—–\"“”«»]|\s-{1,2}\s|,?\s\b(?:which|who|but|while|when)\b")
_LEADING = regex.compile(
    r"(?:(?:that|and|but|as|while|when|also|then|however|meanwhile|later|because|if|so|since"
    r"|although|though|where|earlier|still|instead|separately|yet|але|та|і|но|и|а|що|что)\s+)+",
    regex.IGNORECASE,
)
_FAR = 160
"""How many code points a speaker may have."""


def attributions(text: str, annotation: Annotation) -> tuple[Attribution, ...]:
    """Return guesses for an annotation's own sentences, the one nearest to its words first."""
    sentence = _around(text, annotation)
    outside = [*_found(text, _gaps(sentence, annotation.fragments))]
    # A denial is tagged with its subject, so that the words that say so are within.
    found = outside or [*_found(text, annotation.fragments)]
    order = {one: (one.speaker is None, _distance(one.cue, annotation)) for one in found}
    return tuple(sorted(order, key=lambda one: order[one]))


def _found(text: str, gaps: Iterable[Span]) -> Iterator[Attribution]:
    for gap in gaps:
        for cue in _CUE.finditer(text, *gap):
            speaker = _speaker(text, cue, gap)
            if speaker or cue.group() != ":":  # a colon alone says nothing
                yield Attribution(Span(*cue.span()), speaker)


def _around(text: str, annotation: Annotation) -> Span:
    """Return the sentences that an annotation stands in, from the first to the last."""
    outer = annotation.span
    first, last = sentence_at(text, outer.start), sentence_at(text, max(outer.start, outer.end - 1))
    return hull((first, last, outer))


def _gaps(sentence: Span, fragments: tuple[Span, ...]) -> Iterator[Span]:
    """Yield the stretches of a sentence outside the fragments."""
    at = sentence.start
    for fragment in sorted(fragments):
        if fragment.start > at:
            yield Span(at, fragment.start)
        at = max(at, fragment.end)
    if at < sentence.end:
        yield Span(at, sentence.end)


def _distance(cue: Span, annotation: Annotation) -> int:
    return min(max(part.start - cue.end, cue.start - part.end, 0) for part in annotation.fragments)


def _speaker(text: str, cue: "regex.Match[str]", gap: Span) -> Span | None:
    before, after = _words_before(text, cue, gap), _words_after(text, cue, gap)
    if cue.group("before"):
        return after
    return before or after


def _words_before(text: str, cue: "regex.Match[str]", gap: Span) -> Span | None:
    low = max(gap.start, cue.start() - _FAR)
    starts = [low, *(one.end() for one in _BORDER.finditer(text, low, cue.start()))]
    # "Kim, the sister of the leader, has said": what stands between commas belongs to the name.
    is_aside = text[low : cue.start()].rstrip().endswith(",") and len(starts) > len("ab")
    start = starts[-3] if is_aside else starts[-1]
    if leading := _LEADING.match(text, start + _blank(text, start), cue.start()):
        start = leading.end()
    return _named(text, Span(start, cue.start()))


def _words_after(text: str, cue: "regex.Match[str]", gap: Span) -> Span | None:
    high = min(gap.end, cue.end() + _FAR)
    border = (_FIRM_BORDER if cue.group("before") else _BORDER).search(text, cue.end(), high)
    return _named(text, Span(cue.end(), border.start() if border else high))


def _named(text: str, span: Span) -> Span | None:
    """Return what names somebody without the space and the stops round it; None for nothing."""
    words = text[slice(*span)]
    end = span.start + len(words.rstrip(" \t\n\u00a0.!?…,"))
    found = trimmed(text, Span(span.start, max(span.start, end)))
    return found if found and any(map(str.isalpha, text[slice(*found)])) else None


def _blank(text: str, at: int) -> int:
    return len(text[at : at + _FAR]) - len(text[at : at + _FAR].lstrip())
