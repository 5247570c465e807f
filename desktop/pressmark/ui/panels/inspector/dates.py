"""Dates as far as they are known: a year, a month or a day."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from pressmark.model.attribute import Attribute, accepts

_DATE = Attribute(id="date", title="", kind="date")


def date_refusal(text: str) -> str:
    """Return "" for no text or a date, else a sentence about how to write one."""
    if not text or (accepts(_DATE, text) and _is_in_calendar(text)):
        return ""
    return QCoreApplication.translate(
        "inspector", "Write a date as 2024, 2024-05 or 2024-05-27, as far as it is known."
    )


def _is_in_calendar(text: str) -> bool:
    try:
        date.fromisoformat(text + "0001-01-01"[len(text) :])
    except ValueError:
        return False
    return True
