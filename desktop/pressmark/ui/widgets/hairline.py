"""The line between two things, where others have frames."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pressmark.ui.theme.appearance import current_theme


class Hairline(QWidget):
    """A separator of one px, across its layout or down it."""

    def __init__(
        self,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        long, thin = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        is_across = orientation == Qt.Orientation.Horizontal
        self.setSizePolicy(*((long, thin) if is_across else (thin, long)))

    def sizeHint(self) -> QSize:
        """Be one px thin."""
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        QPainter(self).fillRect(event.rect(), current_theme().colours.hairline)
