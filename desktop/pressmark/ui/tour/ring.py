"""An outline round what is spoken of."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pressmark.ui.theme.appearance import current_theme

_AWAY, _WIDTH, _ROUND = 3, 2, 8


class Ring(QWidget):
    """Lies over the window and lets everything through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def surround(self, target: QRect, room: QRect) -> None:
        """Stand round a rectangle of the window."""
        around = target.adjusted(-_AWAY, -_AWAY, _AWAY, _AWAY).intersected(room)
        self.setVisible(not target.isEmpty())
        self.setGeometry(around)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the outline."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current_theme().colours.accent, _WIDTH))
        half = _WIDTH / 2
        line = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(line, _ROUND, _ROUND)
