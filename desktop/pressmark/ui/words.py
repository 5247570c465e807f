"""Words that are written in one place and translated in another, when they are shown."""

from PySide6.QtCore import QCoreApplication


def phrase(text: str) -> str:
    """Mark words for translation (for lupdate: an alias of QT_TR_NOOP); return them as they are."""
    return text


def translated(text: str) -> str:
    """Return the words of a `phrase` in the language of the interface."""
    return QCoreApplication.translate("", text)
