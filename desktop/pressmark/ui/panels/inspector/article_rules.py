"""What the facts about an article may look like, and what is said of those that do not."""

import re
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from pressmark.ui.panels.inspector.dates import date_refusal

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_ADDRESS = re.compile(r"https?://[^\s/]\S*", re.IGNORECASE)


def moment_refusal(text: str) -> str:
    """Return "" for a date as far as it is known, or a date and a time; else a sentence."""
    day, _, time = text.partition("T")
    if not time:
        return date_refusal(text)
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return date_refusal(text)
    return date_refusal(day)


def language_refusal(text: str) -> str:
    """Return "" for a language tag (BCP 47), else a sentence about how to write one."""
    if not text or _LANGUAGE.fullmatch(text):
        return ""
    return QCoreApplication.translate(
        "inspector", "Write a language as its code, such as en, ko or pt-BR."
    )


def address_refusal(text: str) -> str:
    """Return "" for an address on the web, else a sentence about how to write one."""
    if not text or _ADDRESS.fullmatch(text):
        return ""
    return QCoreApplication.translate(
        "inspector", "Write an address that begins with https:// or http://, without blanks."
    )


def grade_words(letter: str) -> str:
    """Return what a letter of the Admiralty scale for sources means."""
    return {
        "A": QCoreApplication.translate("inspector", "A: completely reliable"),
        "B": QCoreApplication.translate("inspector", "B: usually reliable"),
        "C": QCoreApplication.translate("inspector", "C: fairly reliable"),
        "D": QCoreApplication.translate("inspector", "D: not usually reliable"),
        "E": QCoreApplication.translate("inspector", "E: unreliable"),
        "F": QCoreApplication.translate("inspector", "F: cannot be judged"),
    }.get(letter, letter)
