"""Lines to one: words broken at the end of a line are put together, compounds keep their hyphen.

Nothing here knows languages. A word is joined unless the rest of the document speaks against it:
where both halves stand there as words, or the compound does, the hyphen stays.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+(?:[-‐’'][^\W\d_]+)*)[-‐]$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[/_?&=%#-]$")
_MORE_OF_ADDRESS = re.compile(r"[\w.~%+-]*\w[/._?&=%#-]+\w")
_HYPHENS = ("-", "‐", "‑")
_AND = frozenset(
    [
        "and",
        "or",
        "und",
        "oder",
        "bzw",
        "et",
        "ou",
        "y",
        "o",
        "e",
        "och",
        "eller",
        "i",
        "a",
        "и",
        "или",
        "та",
        "або",
    ]
)
"""What follows the hyphen in "pre- and post-war"."""
_SOFT = "\u00ad"
_SHORTEST = 3
"""How many letters a half has at least that counts as a word of its own."""


class Joiner:
    """Joins lines, knowing the words of the whole document; counts the words it put together."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.joined = 0
        self._words: set[str] = set()
        for line in lines:
            words = [word.lower() for word in _WORD.findall(line)]
            broken = line.endswith((*_HYPHENS, _SOFT))
            self._words.update(words[:-1] if broken else words)

    def join(self, lines: Sequence[str]) -> str:
        """Return the lines of a paragraph as one."""
        text = lines[0] if lines else ""
        for _, line in pairwise(lines):
            text = self._joined(text, line)
        return text.removesuffix(_SOFT)

    def _joined(self, text: str, line: str) -> str:
        if text.endswith(_SOFT):
            self.joined += 1
            return text.removesuffix(_SOFT) + line
        if _ADDRESS.search(text) and _MORE_OF_ADDRESS.match(line):
            return text + line
        if text.endswith(_HYPHENS) and line[:1].isalnum() and not text[-2:-1].isspace():
            return self._unbroken(text, line)
        return text + ("" if _needs_no_space(text, line) else " ") + line

    def _unbroken(self, text: str, line: str) -> str:
        before, after = _BROKEN.search(text), _WORD.match(line)
        if before is None or after is None or not line[0].islower():
            return text + line
        first, second = before[1].lower(), after[0].lower()
        if second in _AND:
            return f"{text} {line}"
        if self._is_compound(first, second):
            return text + line
        self.joined += 1
        return text[:-1] + line

    def _is_compound(self, first: str, second: str) -> bool:
        if first + second in self._words:
            return False
        if f"{first}-{second}" in self._words or "-" in first:
            return True
        return min(len(first), len(second)) >= _SHORTEST and {first, second} <= self._words


def _needs_no_space(text: str, line: str) -> bool:
    """Say whether both sides of a line's end are of a script that puts no spaces between words."""
    return bool(text and line) and _is_dense(text[-1]) and _is_dense(line[0])


def _is_dense(char: str) -> bool:
    if unicodedata.east_asian_width(char) in ("W", "F"):
        return not unicodedata.name(char, "").startswith("HANGUL")
    return unicodedata.name(char, "").startswith(("THAI", "LAO", "KHMER", "MYANMAR"))
