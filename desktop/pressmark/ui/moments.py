"""Times as people say them: the local day, and the time to the minute."""

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt

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


def moment_words(time: str) -> str:
    """Return an ISO 8601 time in UTC as "today 14:05"; "" for anything else."""
    moment = local(time)
    return f"{day_words(moment.date())} {moment.toString('HH:mm')}" if moment.isValid() else ""
