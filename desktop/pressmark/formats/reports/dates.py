"""Dates as reports write them: 27 May 2025, as far as they are known."""

import re

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_KNOWN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?![\d-])")


def long_date(date: str) -> str:
    """Return an ISO 8601 date or time as a day, month or year; what is none stays as it is."""
    found = _KNOWN.match(date)
    if found is None:
        return date
    year, month, day = found.groups()
    parts = (str(int(day)) if day else "", _MONTHS[int(month) - 1] if month else "", year)
    return " ".join(filter(None, parts))
