"""Tooltips that show words as they stand, and say them to those who listen to the screen."""

from html import escape

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QWidget

_SHORT = 60
"""Characters of a tooltip that need not wrap."""


def plain_tooltip(*paragraphs: str) -> str:
    """Return what Qt shows as these words: it would take some for markup, and wraps only that."""
    told = [words for words in paragraphs if words]
    if len(told) == 1 and len(told[0]) <= _SHORT and not Qt.mightBeRichText(told[0]):
        return told[0]
    return "".join(f"<p>{escape(words)}</p>" for words in told)


def give_tooltip(widget: QWidget, *paragraphs: str) -> None:
    """Give a widget a tooltip, and the same words without markup as its description."""
    widget.setToolTip(plain_tooltip(*paragraphs))
    widget.setAccessibleDescription("\n".join(filter(None, paragraphs)))
