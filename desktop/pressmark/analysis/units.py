"""The units that a selection grows through: word, quotation, clause, sentence, paragraph."""

from collections.abc import Iterator

import regex

from pressmark.analysis.quotations import quotations
from pressmark.analysis.sentences import sentence_at
from pressmark.analysis.words import next_word, previous_word, trimmed, word_at, words_of
from pressmark.model.span import Span, hull

_FAR = 8192
"""How far paragraphs and quotations are followed, in code points to each side."""

_CLAUSE_END = regex.compile(r"[,;:—–،؛，；：]+(?=\s|$)|\s[—–-](?=\s)|(?<=\s)[(\[]|[)\]]")


def grown(text: str, span: Span) -> Span | None:
    """Return the next unit that holds `span` and more; None where there is none.

    A quotation comes before the clause and the sentence it stands in, and before those that stand
    in it: whoever wants its words wants them whole. `span` may be empty: a caret.
    """
    units = (unit for unit in _units(text, span) if unit)
    return next((unit for unit in units if _is_larger(unit, span)), None)


def shrunk(text: str, span: Span, offset: int) -> Span | None:
    """Return the largest unit round `offset` that lies in `span` and is smaller; None for none."""
    unit, smaller = Span(offset, offset), None
    while (larger := grown(text, unit)) and span.contains(larger) and larger != span:
        unit = smaller = larger
    return smaller


def paragraph_at(text: str, offset: int) -> Span | None:
    """Return the paragraph round `offset`, without white space at its edges; None in a blank."""
    return _paragraph(text, Span(offset, offset))


def end_moved(text: str, span: Span, words: int) -> Span:
    """Return `span` with its end moved by that many words, back where negative; one word stays."""
    end = span.end
    for _ in range(abs(words)):
        if words > 0:
            word = word_at(text, next_word(text, end))
            end = word.end if word and word.end > end else len(text)
        else:
            left = trimmed(text, Span(span.start, max(span.start, previous_word(text, end))))
            end = left.end if left else end
    return trimmed(text, Span(span.start, end)) or span


def start_moved(text: str, span: Span, words: int) -> Span:
    """Return `span` with its start moved by that many words, back where negative."""
    start = span.start
    for _ in range(abs(words)):
        other = next_word(text, start) if words > 0 else previous_word(text, start)
        start = other if other < span.end else start
    return trimmed(text, Span(start, span.end)) or span


def _units(text: str, span: Span) -> Iterator[Span | None]:
    yield word_at(text, span.start) if span.length == 0 else words_of(text, span)
    yield from _quotations(text, span)
    last = max(span.start, span.end - 1)
    sentence = hull((sentence_at(text, span.start), sentence_at(text, last)))
    yield _clause(text, span, sentence)
    yield sentence
    yield _paragraph(text, span)


def _is_larger(unit: Span, span: Span) -> bool:
    return unit.contains(span) and unit.length > span.length


def _paragraph(text: str, span: Span) -> Span | None:
    low, high = max(0, span.start - _FAR), min(len(text), span.end + _FAR)
    start = text.rfind("\n", low, span.start) + 1 or low
    end = text.find("\n", span.end, high)
    return trimmed(text, Span(start, high if end < 0 else end))


def _quotations(text: str, span: Span) -> list[Span]:
    """Return the quotations round `span`, with their marks, the innermost first."""
    start = text.rfind("\n", 0, max(0, span.start - _FAR)) + 1
    stretch = Span(start, min(len(text), span.end + _FAR))
    return [one for one in quotations(text, stretch) if one.contains(span)]


def _clause(text: str, span: Span, sentence: Span) -> Span | None:
    """Return the stretch of a sentence between two of its inner stops."""
    start, end = sentence
    for stop in _CLAUSE_END.finditer(text, sentence.start, sentence.end):
        if stop.end() <= span.start:
            start = stop.end()
        elif stop.start() >= span.end:
            end = stop.start()
            break
    return trimmed(text, Span(start, end))
