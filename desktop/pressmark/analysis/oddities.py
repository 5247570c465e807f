"""What the eye does not see in a text: characters without a shape, letters of another alphabet.

Nothing of it is a fault: news has soft hyphens, and one Cyrillic letter in a number is a slip.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

import regex

from pressmark.model.span import Span

MOST = 10_000
"""Words with odd letters that are looked for: a text of nothing else would take seconds."""

_TAGS = "\U000e0001\U000e0020-\U000e007f"
_INVISIBLE = regex.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb]"
    # Scripts without upper case need joiners to spell, and emoji to be one picture.
    r"|(?<![\p{Lo}\p{M}\p{Extended_Pictographic}\U0001f3fb-\U0001f3ff])[\u200c\u200d]"
    f"|(?<!\U0001f3f4[{_TAGS}]{{0,8}})[{_TAGS}]"
)
# Python's own expressions are ten times quicker at finding that there is nothing to find.
_MAY_BE_INVISIBLE = re.compile(
    f"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u206f\ufeff\ufff9-\ufffb{_TAGS}]"
)
_MAY_BE_FOREIGN = re.compile(
    "[\u0370-\u03ff\u0400-\u052f\u1c80-\u1c8f\u1d2b\u1f00-\u1fff\u2de0-\u2dff\ua640-\ua69f]"
)
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_FOREIGN = r"[\p{Cyrillic}\p{Greek}]"
_MIXED = regex.compile(
    rf"\p{{Latin}}[\p{{M}}\p{{Nd}}]*{_FOREIGN}|{_FOREIGN}[\p{{M}}\p{{Nd}}]*\p{{Latin}}"
)
_LIKE_LATIN = "[АВЕЗІЈКМНОРСТУХаеіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]"
_IN_NUMBER = regex.compile(
    rf"\p{{Nd}}[-.]?{_LIKE_LATIN}(?!\p{{L}})|(?<!\p{{L}}){_LIKE_LATIN}[-.]?\p{{Nd}}"
)
_OTHER, _LATIN = regex.compile(_FOREIGN), regex.compile(r"\p{Latin}")
_LONGEST = 40
"""Code points of a word that are looked at on either side of its odd letter."""

_SAMPLE = 20_000
"""Code points that say in which alphabet a text is."""


@dataclass(frozen=True, slots=True)
class Oddities:
    """Where a text has what is easily overlooked; offsets are code points, ascending.

    `invisible` characters, of which `turning` turn the writing direction; `words` with letters of
    another alphabet, and those `letters`; how many characters were `replaced` (U+FFFD).
    """

    invisible: tuple[int, ...] = ()
    turning: int = 0
    words: tuple[Span, ...] = ()
    letters: tuple[int, ...] = ()
    replaced: int = 0

    def __bool__(self) -> bool:
        """Say whether there is anything."""
        return bool(self.invisible or self.words or self.replaced)


@lru_cache(maxsize=8)
def oddities(text: str) -> Oddities:
    """Return what is easily overlooked in a text."""
    if text.isascii():
        return Oddities()
    seen = _INVISIBLE.finditer(text) if _MAY_BE_INVISIBLE.search(text) else ()
    invisible = tuple(found.start() for found in seen)
    words = tuple(_words(text)) if _MAY_BE_FOREIGN.search(text) else ()
    letters = sorted({at for word in words for at in _odd_letters(text, word)})
    turning = sum(text[at] in _TURNING for at in invisible)
    return Oddities(invisible, turning, words, tuple(letters), text.count("\ufffd"))


def _words(text: str) -> Iterator[Span]:
    """Yield the words that mix alphabets, and in a Latin text numbers with a letter that looks so.

    In a Cyrillic or Greek text such a letter beside a number is at home.
    """
    patterns = [_MIXED]
    if _IN_NUMBER.search(text) and _is_latin(text[:_SAMPLE]):
        patterns.append(_IN_NUMBER)
    places = chain.from_iterable(kind.finditer(text) for kind in patterns)
    found = {_word(text, one.start(), one.end()) for one in islice(places, MOST)}
    yield from sorted(found)


def _word(text: str, start: int, end: int) -> Span:
    """Return the word round a stretch, without the punctuation at its borders."""
    least, most = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    while start > least and not text[start - 1].isspace():
        start -= 1
    while end < most and not text[end].isspace():
        end += 1
    while not text[start].isalnum():
        start += 1
    while not text[end - 1].isalnum():
        end -= 1
    return Span(start, end)


def _odd_letters(text: str, word: Span) -> Iterator[int]:
    """Yield where the fewer letters are; those that are not Latin where there are as many."""
    other = [found.start() for found in _OTHER.finditer(text, word.start, word.end)]
    latin = [found.start() for found in _LATIN.finditer(text, word.start, word.end)]
    yield from latin if 0 < len(latin) < len(other) else other


def _is_latin(text: str) -> bool:
    return len(_LATIN.findall(text)) > len(_OTHER.findall(text))
