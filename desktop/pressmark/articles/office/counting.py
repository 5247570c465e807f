"""Numbers before paragraphs: in which letters a list counts, and where it stands."""

from collections.abc import Sequence

BULLET = "• "
"""What stands before an item of a list that does not count."""
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_LETTERS = {
    "lowerLetter": _LATIN,
    "upperLetter": _LATIN.upper(),
    "russianLower": _RUSSIAN,
    "russianUpper": _RUSSIAN.upper(),
}
_MOST_REPEATED = 20


def written(number: int, style: str) -> str:
    """Return a number as a list writes it; `style` is one of Word's, decimal if unknown."""
    if style == "none":
        return ""
    if letters := _LETTERS.get(style):
        return _lettered(number, letters)
    if style in ("lowerRoman", "upperRoman"):
        return _roman(number) if style == "lowerRoman" else _roman(number).upper()
    return f"{number:02}" if style == "decimalZero" else str(number)


def _lettered(number: int, letters: str) -> str:
    """Return a, b, ..., z, aa, bb, ...: so Word and Writer count."""
    rounds, place = divmod(number - 1, len(letters))
    return letters[place] * (rounds + 1) if 0 <= rounds < _MOST_REPEATED else str(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


class Counter:
    """Where the levels of one list stand: counting on a level starts those below again."""

    def __init__(self) -> None:
        self._at: dict[int, int] = {}

    def count(self, level: int, starts: Sequence[int]) -> list[int]:
        """Count an item; return where its level and all above stand. `starts` is by level."""
        self._at[level] = self._at.get(level, starts[level] - 1) + 1
        for deeper in [one for one in self._at if one > level]:
            del self._at[deeper]
        return [self._at.setdefault(one, starts[one]) for one in range(level + 1)]

    def restart(self, level: int, start: int) -> None:
        """Let the next item of a level have a number."""
        self._at[level] = start - 1
