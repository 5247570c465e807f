"""How unlike words a wrong reading looks: capitals within, hardly a plain letter, two scripts."""

import re

_WORD = re.compile(r"[^\W\d_]{2,}")
_LAST_LATIN = "\u024f"
_SHOUTED = 0.25
"""How odd a word all in capitals is: headlines are, and so is Cyrillic read wrongly."""


def oddness(text: str) -> float:
    """Return which share of the letters of words beyond ASCII stand oddly, from 0 to 1."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    letters = sum(map(len, words))
    return sum(map(_odd_letters, words)) / letters if letters else 0.0


def _odd_letters(word: str) -> float:
    if "\u00c0" <= max(word) <= _LAST_LATIN and 2 * sum(map(str.isascii, word)) < len(word):
        return len(word)
    if max(word) > _LAST_LATIN and min(word) <= _LAST_LATIN:
        return len(word)
    if word.isupper():
        return _SHOUTED * len(word)
    return sum(map(str.isupper, word[1:]))
