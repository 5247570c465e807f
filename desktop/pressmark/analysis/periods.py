"""Days put together to what can be seen at once: days, months or years without gaps."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice

from pressmark.analysis.figures import Named, Row

_MOST = 45
"""How many columns there are at most, where that is possible."""
_DAY, _MONTH, _YEAR = 10, 7, 4
"""How many characters of a date name a day, a month, a year."""


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
    try:
        at, end = (date.fromisoformat(one + "0001-01-01"[len(one) :]) for one in (first, last))
    except ValueError:
        yield from dict.fromkeys((first, last))
        return
    while at < end:
        yield at.isoformat()[: len(first)]
        at = _after(at, len(first))
    yield last


def _after(day: date, length: int) -> date:
    if length == _DAY:
        return day + timedelta(days=1)
    if length == _MONTH:
        return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return day.replace(year=day.year + 1)
