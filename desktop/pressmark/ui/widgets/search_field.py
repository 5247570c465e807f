"""A line to search or filter with."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from pressmark.ui.theme.appearance import give_icon


class SearchField(QLineEdit):
    """A line edit with a magnifying glass, and a cross that empties it; Esc empties it too."""

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setProperty("search", "true")
        glass = QAction(self)
        give_icon(glass, "search")
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self._empty = QAction(self.tr("Clear"), self)
        give_icon(self._empty, "x")
        self._empty.triggered.connect(self.clear)
        self.addAction(self._empty, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._offer_to_empty)
        self._offer_to_empty("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field at Esc; in an empty one Esc means what it means around it."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            event.accept()
            return
        super().keyPressEvent(event)

    def _offer_to_empty(self, text: str) -> None:
        self._empty.setVisible(bool(text))
