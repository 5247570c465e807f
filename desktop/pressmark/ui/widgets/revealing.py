"""Scrolling to a part of a page that has just opened up."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


def reveal(part: QWidget) -> None:
    """Bring a part into view, as soon as there is room for it on its page."""
    QTimer.singleShot(0, part, lambda: _reveal(part))


def _reveal(part: QWidget) -> None:
    around = part.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None and part.isVisible():
        around.ensureWidgetVisible(part)
