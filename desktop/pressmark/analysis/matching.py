"""Where words stand in one text: literally, whatever their case and marks, or by a pattern."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate

import regex

from pressmark.analysis.words import parts_letters
from pressmark.errors import QueryError
from pressmark.model.span import Span

PATIENCE = 2.0
"""How many seconds a regular expression may take in one text."""

Matcher = Callable[[str], Iterator[Span]]
"""What yields the spans (code points) of a text that match, from its start on."""

_ALIKE = {"'": "’‘ʼ‛′＇`´", '"': "“”„‟«»″＂", "-": "‐‑‒–—−", " ": "\u00a0\u202f\u2007"}
"""Characters that people type as one and the same, by that one."""


def any_of(texts: Iterable[str]) -> str:
    """Return the pattern of whatever one of some texts is, the longest first."""
    longest_first = sorted(set(texts), key=lambda one: (-len(one), one))
    return "|".join(regex.escape(one, literal_spaces=True) for one in longest_first)


def matcher(text: str, *, pattern: bool, case: bool, marks: bool, words: bool = False) -> Matcher:
    """Return what finds `text`: literal or a regular expression.

    Letter case counts if `case`; kinds of quotation marks, apostrophes, dashes and spaces count
    if `marks` (in a pattern always); what cuts a word is passed over if `words`. QueryError
    `empty-query`, `bad-pattern`; the matcher itself raises `too-complex` where a text takes
    longer than `PATIENCE`.
    """
    if not text:
        raise QueryError("empty-query")
    found = _by_pattern(text, case=case) if pattern else _by_words(text, case=case, marks=marks)
    return _uncut(found) if words else found


def _by_words(text: str, *, case: bool, marks: bool) -> Matcher:
    wanted = text if marks else without_marks(text)
    literal = _by_text(wanted) if case else _by_folded_text(wanted.casefold())
    # Texts are folded only for what could differ by it: it takes twice as long as finding does.
    return literal if marks or not _has_marks(wanted) else _unmarked(literal)


def without_marks(text: str) -> str:
    """Return a text with one kind each of quotation mark, apostrophe, dash, space; as long."""
    for plain, others in _ALIKE.items():
        for other in others:
            text = text.replace(other, plain)
    return text


def _has_marks(wanted: str) -> bool:
    return any(plain in wanted for plain in _ALIKE)


def _uncut(match: Matcher) -> Matcher:
    def matches(text: str) -> Iterator[Span]:
        return (
            span
            for span in match(text)
            if not (parts_letters(text, span.start) or parts_letters(text, span.end))
        )

    return matches


def _unmarked(literal: Matcher) -> Matcher:
    return lambda text: literal(without_marks(text))


def _by_text(wanted: str) -> Matcher:
    def matches(text: str) -> Iterator[Span]:
        at = text.find(wanted)
        while at >= 0:
            yield Span(at, at + len(wanted))
            at = text.find(wanted, at + len(wanted))

    return matches


def _by_folded_text(wanted: str) -> Matcher:
    """Search casefolded copies: twenty times quicker than a pattern that ignores case."""
    literal = _by_text(wanted)

    def matches(text: str) -> Iterator[Span]:
        folded = text.casefold()
        if len(folded) == len(text):  # no letter folds to less than one: each kept its place
            yield from literal(folded)
            return
        ends = list(accumulate(len(char.casefold()) for char in text))
        for start, end in literal(folded):
            yield Span(bisect_right(ends, start), bisect_right(ends, end - 1) + 1)

    return matches


def _by_pattern(text: str, *, case: bool) -> Matcher:
    try:
        pattern = regex.compile(text, 0 if case else regex.IGNORECASE)
    except regex.error as error:
        raise QueryError("bad-pattern", reason=str(error)) from error

    def matches(text: str) -> Iterator[Span]:
        try:
            for match in pattern.finditer(text, timeout=PATIENCE):
                if match.end() > match.start():
                    yield Span(*match.span())
        except TimeoutError as error:
            raise QueryError("too-complex", seconds=PATIENCE) from error

    return matches
