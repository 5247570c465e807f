"""Dates as people write them, read as far as they are known.

"31 May 2024", "May 2024", "31.05.2024" and "2024/5/31" are what ISO 8601 writes 2024-05-31 and
2024-05. What could be two days ("5/6/2024") is none.
"""

import re

_MONTHS, _DAYS = range(1, 13), range(1, 32)
_NAMES = {
    "en": "jan feb mar apr may jun jul aug sep oct nov dec",
    "uk": "січ лют бер кві тра чер лип сер вер жов лис гру",
    "ru": "янв фев мар апр мая июн июл авг сен окт ноя дек",
}
_BY_STEM = {stem: at for names in _NAMES.values() for at, stem in enumerate(names.split(), 1)}
_SEPARATED = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[./](\d{4})")
_KOREAN = re.compile(r"(\d{4})년(?:\s*(\d{1,2})월(?:\s*(\d{1,2})일)?)?")
_NAMED = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?\s+)?(?:of\s+)?(?P<month>[^\W\d]{3,})\.?"
    r"(?:\s+(?P<after>\d{1,2})(?:st|nd|rd|th)?)?,?\s+(?P<year>\d{4})(?:\s+(?:року|года|р\.|г\.))?"
)


def date_written(text: str) -> str | None:
    """Return the date that a text writes, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or None."""
    words = " ".join(text.split()).lower()
    if re.fullmatch(r"\d{4}", words):
        return _date(words)
    for pattern in (_SEPARATED, _KOREAN):
        if found := pattern.fullmatch(words):
            return _date(*found.groups())
    if found := _DAY_FIRST.fullmatch(words):
        return _date(*reversed(found.groups()))
    if found := _MONTH_YEAR.fullmatch(words):
        return _date(*reversed(found.groups()))
    if found := _SLASHED.fullmatch(words):
        return _either(*found.groups())
    return _named(words)


def _either(first: str, second: str, year: str) -> str | None:
    """Return the one day that two numbers can mean, in either order."""
    read = {_date(year, first, second), _date(year, second, first)} - {None}
    return read.pop() if len(read) == 1 else None


def _named(words: str) -> str | None:
    found = _NAMED.fullmatch(words)
    month = _month(found.group("month")) if found else None
    if found is None or month is None or (found.group("day") and found.group("after")):
        return None
    return _date(found.group("year"), str(month), found.group("day") or found.group("after"))


def _month(word: str) -> int | None:
    return next((at for stem, at in _BY_STEM.items() if word.startswith(stem)), None)


def _date(year: str, month: str | None = None, day: str | None = None) -> str | None:
    """Return a date; whether its month has so many days is for others to say."""
    if not int(year) or int(month or 1) not in _MONTHS or int(day or 1) not in _DAYS:
        return None
    return "-".join((year, *(f"{int(part):02}" for part in (month, day) if part)))
