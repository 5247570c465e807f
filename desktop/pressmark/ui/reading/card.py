"""A small card that floats beside words of the article."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pressmark.ui.theme.appearance import current_theme

SHADOW = 8  # px round the card
_ROUND = 10.0
_DISTANCE = 10  # px between the words and the card


class Card(QWidget):
    """A sheet of paper with a soft shadow; what stands on it keeps `SHADOW` px off the edges."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    def show_at(self, focus: QRectF, words: QRectF, *, above: bool = False) -> None:
        """Appear below `focus` (where one looks), or above `words` for lack of room.

        Both are in px of the parent. `above` says where it is to stand if there is room for both.
        """
        size, room = self.sizeHint(), self._room.rect()
        left = round(focus.right() - size.width() / 2)
        left = max(-SHADOW, min(left, room.width() - size.width()))
        below = round(focus.bottom()) + _DISTANCE - SHADOW
        over = round(words.top()) - _DISTANCE - size.height() + SHADOW
        if above:
            top = over if over >= 0 else below
        else:
            top = below if below + size.height() - SHADOW <= room.height() else max(0, over)
        self.setGeometry(QRect(QPoint(left, top), size))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card with a soft shadow."""
        del event
        colours = current_theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        card = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        shade = QColor(colours.shadow)
        shade.setAlphaF(shade.alphaF() / SHADOW)
        painter.setBrush(shade)
        for spread in range(SHADOW):
            grown = card.adjusted(-spread, 2 - spread, spread, spread)
            painter.drawRoundedRect(grown, _ROUND + spread, _ROUND + spread)
        painter.setPen(QPen(colours.hairline, 1))
        painter.setBrush(colours.paper)
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
