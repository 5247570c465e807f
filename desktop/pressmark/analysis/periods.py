"""Days put together to what can be seen at once: days, months or years without gaps."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from itertools import islice

from pressmark.analysis.figures import Named, Row

_MOST = 45
"""How many columns there are at most, where that is possible."""
_DAY, _MONTH, _YEAR = 10, 7, 4
"""How many characters of a date name a day, a month, a year."""
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def periods(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return rows by day as rows by day, month or year, also for those between with nothing.

    Dates that are known only to the month or year stay rows of their own, before its days. Rows
    without a date are left out.
    """
    dated = [row for row in rows if row.who.key]
    if not dated:
        return ()
    spread = ((length, _spread(dated, length)) for length in (_DAY, _MONTH, _YEAR))
    length, between = next((one for one in spread if len(one[1]) <= _MOST), (_YEAR, []))
    keys = {*between, *(row.who.key[:length] for row in dated)}
    parts: dict[str, dict[str, list[str]]] = {key: {} for key in sorted(keys)}
    for row in dated:
        for label, ids in row.parts.items():
            parts[row.who.key[:length]].setdefault(label, []).extend(ids)
    return tuple(
        Row(Named(key, key), {label: tuple(ids) for label, ids in held.items()})
        for key, held in parts.items()
    )


def _spread(rows: Sequence[Row], length: int) -> list[str]:
    """Return every day, month or year from the first to the last, but not many too many."""
    keys = sorted({row.who.key[:length] for row in rows if len(row.who.key) >= length})
    return list(islice(_between(keys[0], keys[-1]), _MOST + 1)) if keys else []


def _between(first: str, last: str) -> Iterator[str]:
    """Yield the days, months or years from one to another; just these where one is no date."""
    if not (_is_date(first) and _is_date(last)):
        yield from dict.fromkeys((first, last))
        return
    at = first
    while at < last:
        yield at
        at = _after(at)
    yield last


def _is_date(key: str) -> bool:
    if _DATE.fullmatch(key) is None:
        return False
    year, month, day = (*map(int, key.split("-")), 1, 1)[:3]
    return year >= 1 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _after(key: str) -> str:
    """Return the day, month or year after one."""
    year, month, day = (*map(int, key.split("-")), 12, 31)[:3]
    if len(key) == _DAY and day < monthrange(year, month)[1]:
        return f"{key[:_MONTH]}-{day + 1:02}"
    year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return f"{year:04}-{month:02}-01"[: len(key)]
