"""Dates and times as files write them, made one: ISO 8601."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from pressmark.analysis.written_dates import date_written

_AS_FAR_AS_KNOWN = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_LONGEST = 80
_CLOCK = re.compile(
    r"[ ,T]+(?:at |um )?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?.{0,12}$", re.IGNORECASE
)


def moment(written: str) -> str | None:
    """Return a date as far as it is known, or a time (in UTC where its zone is known).

    None where it is written in another way, could be two days, or is no day of any calendar.
    """
    words = written.strip()
    if len(words) > _LONGEST:
        return None
    if not _AS_FAR_AS_KNOWN.fullmatch(words):
        for read in (datetime.fromisoformat, parsedate_to_datetime):
            try:
                return _in_utc(read(words))
            except (ValueError, IndexError, TypeError, OverflowError):
                continue
    day = date_written(words) or date_written(_CLOCK.sub("", words))
    return day if day and _is_day(day) else None


def _in_utc(time: datetime) -> str:
    if time.tzinfo is None:
        return time.replace(microsecond=0).isoformat()
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _is_day(day: str) -> bool:
    try:
        date.fromisoformat(day + "0001-01-01"[len(day) :])
    except ValueError:
        return False
    return True
