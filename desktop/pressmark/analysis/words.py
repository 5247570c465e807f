"""Where words, and characters as people see them, begin and end in an article's text.

All offsets are code points. A *border* is an offset at which no character as people see it (a
letter with its accents, a flag, a family of emoji) is cut: the only places an annotation may
start or end.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import methodcaller

import regex

from pressmark.model.span import Span

_FAR = 1024
"""How far back a border is looked for; only longer runs of flags could be misjudged."""

_CLUSTER = regex.compile(r"\X")

# Scripts written without spaces are taken letter by letter.
_SPACELESS = r"[\p{Han}\p{Hiragana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}]"
_LETTER = rf"(?!{_SPACELESS})[\p{{L}}\p{{M}}\p{{N}}_]"
# co-operation, Ukraine's, 1,718.5, and the joiners of Arabic and Indic script
_JOINT = r"['’ʼ‐‑·\-\u00ad\u200c\u200d]|(?<=\p{N})[.,:/](?=\p{N})"
_ABBREVIATION = r"(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])\.?"  # U.S., e.g.
_WORD = regex.compile(
    rf"(?:{_ABBREVIATION}|(?:{_LETTER})+)(?:(?:{_JOINT})(?:{_LETTER})+)*|{_SPACELESS}\p{{M}}*"
)

_PLAIN = r"[A-Za-z]++(?=[ ,])"
"""Most words: what can be said of them more simply is found twice as fast."""
_WORD_OR_SIGN = regex.compile(rf"{_PLAIN}|{_WORD.pattern}|(?![\s\x1c-\x1f])\X")

_COUNTED = regex.compile(rf"{_PLAIN}|{_WORD.pattern}")
_UNSPACED = regex.compile(rf"{_SPACELESS}|\p{{Katakana}}")

_BETWEEN_LETTERS = regex.compile(rf"(?<={_LETTER})(?={_LETTER})")

_SPAN: Callable[[regex.Match[str]], tuple[int, int]] = methodcaller("span")
_UNSEEN = "\u200b\u2060\ufeff"


@dataclass(frozen=True, slots=True)
class Length:
    """How long a text is: so many words, or characters where words are not told by spaces."""

    count: int
    is_words: bool = True


def length_of(text: str) -> Length:
    """Return how long a text is, as people say it who read it.

    A word is a run of letters and digits with its joints, as in UAX #29. Where most words would be
    single letters of a script without spaces, characters other than white space are counted, as is
    usual for Chinese and Japanese; Thai words would take a dictionary.
    """
    words = len(_COUNTED.findall(text))
    if 2 * len(_UNSPACED.findall(text)) <= words:
        return Length(words)
    return Length(len(text) - sum(map(str.isspace, text)), is_words=False)


def border_before(text: str, offset: int) -> int:
    """Return the last border at or before `offset`."""
    if _is_plain(text, offset):
        return offset
    start = offset - 1
    while start > max(0, offset - _FAR) and not _is_plain(text, start):
        start -= 1
    while (found := _CLUSTER.match(text, start)) and found.end() <= offset:
        start = found.end()
    return start


def border_after(text: str, offset: int) -> int:
    """Return the first border at or after `offset`."""
    start = border_before(text, offset)
    if start == offset:
        return offset
    found = _CLUSTER.match(text, start)
    return found.end() if found else offset


def trimmed(text: str, span: Span) -> Span | None:
    """Return `span` without white space at its edges and with borders at both; None if empty."""
    start, end = border_before(text, span.start), border_after(text, span.end)
    while start < end and _is_blank(text[start]):
        start += 1
    while end > start and _is_blank(text[end - 1]):
        end -= 1
    # A blank that carries an accent is no blank.
    return Span(border_before(text, start), border_after(text, end)) if start < end else None


def words_of(text: str, span: Span) -> Span:
    """Return `span` grown so that it cuts no word at either edge."""
    first, last = _word_around(text, span.start), _word_around(text, span.end)
    return Span(first.start if first else span.start, last.end if last else span.end)


def parts_letters(text: str, offset: int) -> bool:
    """Say whether letters or digits of one word stand on both sides of `offset`.

    Unlike `words_of`, which keeps it whole, this lets one go up to the joint of a word: the
    Ukraine of "Ukraine's", the Russia of "DPRK-Russia".
    """
    return _BETWEEN_LETTERS.match(text, offset) is not None


def word_at(text: str, offset: int) -> Span | None:
    """Return the word that has the character at `offset`, or else ends there."""
    return next((word for word in _words_near(text, offset) if word.holds(offset)), None) or next(
        (word for word in _words_near(text, offset) if word.end == offset), None
    )


def next_word(text: str, offset: int) -> int:
    """Return where the next word after `offset` starts, or the end of the text."""
    here = _word_around(text, offset) or word_at(text, offset)
    found = _WORD.search(text, max(offset, here.end if here and here.start <= offset else offset))
    return found.start() if found else len(text)


def previous_word(text: str, offset: int) -> int:
    """Return where the word before `offset` starts, or the start of the text."""
    at = offset
    while at > 0:
        before = [word for word in _words_near(text, at) if word.start < offset]
        if before:
            return before[-1].start
        at = _chunk(text, at).start - 1
    return 0


def words_and_signs(text: str) -> Iterator[tuple[int, int]]:
    """Return where the words of a text, and the signs between them, begin and end, in order.

    There is no white space in them, as Python sees it.
    """
    return map(_SPAN, _WORD_OR_SIGN.finditer(text))


def _word_around(text: str, offset: int) -> Span | None:
    """Return the word that `offset` would cut in two."""
    near = _words_near(text, offset)
    return next((word for word in near if word.start < offset < word.end), None)


def _words_near(text: str, offset: int) -> list[Span]:
    chunk = _chunk(text, offset)
    return [Span(*found.span()) for found in _WORD.finditer(text, chunk.start, chunk.end)]


def _chunk(text: str, offset: int) -> Span:
    """Return the stretch without white space round `offset`, or as much of it as is near."""
    start = end = offset
    while start > max(0, offset - _FAR) and not text[start - 1].isspace():
        start -= 1
    while end < min(len(text), offset + _FAR) and not text[end].isspace():
        end += 1
    return Span(start, end)


def _is_plain(text: str, offset: int) -> bool:
    """Say at a glance that there is a border at `offset`; what is not plain may still be one."""
    if offset <= 0 or offset >= len(text):
        return True
    before, after = text[offset - 1], text[offset]
    return before == "\n" or (before < "\u0300" and after < "\u0300" and after != "\n")


def _is_blank(char: str) -> bool:
    return char.isspace() or char in _UNSEEN
