"""Times as people say them: the local day, and the time to the minute, as their language does."""

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime

from pressmark.ui.words import phrase as _t
from pressmark.ui.words import translated


def local(time: str) -> QDateTime:
    """Return an ISO 8601 time in UTC as local time; an invalid one for anything else."""
    return QDateTime.fromString(time, Qt.DateFormat.ISODate).toLocalTime()


def day_words(day: QDate) -> str:
    """Return "today", "yesterday" or the date; "" for no date."""
    if not day.isValid():
        return ""
    ago = day.daysTo(QDate.currentDate())
    if ago == 0:
        return translated(_t("today"))
    if ago == 1:
        return translated(_t("yesterday"))
    return QLocale().toString(day, "d MMMM yyyy")


def clock_words(time: QTime) -> str:
    """Return a time of the day, to the minute: "14:05"."""
    return QLocale().toString(time, QLocale.FormatType.ShortFormat)


def moment_words(time: str) -> str:
    """Return an ISO 8601 time in UTC as "today 14:05"; "" for anything else."""
    moment = local(time)
    return f"{day_words(moment.date())} {clock_words(moment.time())}" if moment.isValid() else ""


def date_words(date: str) -> str:
    """Return a date as far as it is known ("2024", "2024-05", "2024-05-27") as one says it.

    A time of the day is left out, and whatever is no date is shown as it is written.
    """
    day = QDate.fromString(date, Qt.DateFormat.ISODate)
    if day.isValid():
        return QLocale().toString(day, "d MMMM yyyy")
    month = QDate.fromString(date, "yyyy-MM")
    if month.isValid():
        return f"{QLocale().standaloneMonthName(month.month())} {month.year()}"
    return date
