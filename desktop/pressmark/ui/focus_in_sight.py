"""What has the focus can be seen: pages that scroll bring it into sight."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_AROUND = 12
"""Pixels that are to be seen round a field, its ring among them."""


class FocusInSight(QObject):
    """Scrolls to a field that the keys reached, once everything stands in its place."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._scroll)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._plan)

    def _plan(self) -> None:
        # What is being clicked must not move away from under the pointer.
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._soon.start()

    def _scroll(self) -> None:
        field = QApplication.focusWidget()
        around: QWidget | None = field
        while field is not None and around is not None:
            around = around.parentWidget()
            page = around.widget() if isinstance(around, QScrollArea) else None
            if isinstance(around, QScrollArea) and page and page.isAncestorOf(field):
                around.ensureWidgetVisible(field, _AROUND, _AROUND)
