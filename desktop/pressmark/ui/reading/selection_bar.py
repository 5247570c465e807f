"""The small bar with the labels that appears at a selection; one click tags."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from pressmark.model.label_set import Label, LabelSet
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.colours import Colours, mix
from pressmark.ui.theme.fonts import interface_font
from pressmark.ui.theme.marks import glyph_pixmap

_HEIGHT = 28
_GLYPH = 16
_SHADOW = 8
_DISTANCE = 2


class LabelButton(QAbstractButton):
    """A label's glyph, title and key."""

    def __init__(self, label: Label, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = label
        self.setText(label.title)
        self.setAccessibleName(label.title)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def _key(self) -> str:
        return self._label.keys[0] if self._label.keys else ""

    def sizeHint(self) -> QSize:
        """Be as wide as glyph, title and key together."""
        metrics = QFontMetricsF(interface_font())
        width = 10 + _GLYPH + 7 + metrics.horizontalAdvance(self.text()) + 10
        return QSize(round(width + (self._key_width() + 8 if self._key else 0)), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw glyph, title and the key in its box."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = current_theme()
        mark = theme.mark(self._label.mark or "", self._label.glyph)
        if self.isDown() or self.underMouse():
            share = 1.0 if self.isDown() else 0.7
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mix(theme.colours.paper, mark.wash, share))
            painter.drawRoundedRect(QRectF(self.rect()), 7, 7)
        top = (self.height() - _GLYPH) // 2
        painter.drawPixmap(QPoint(10, top), glyph_pixmap(mark, _GLYPH, self.devicePixelRatioF()))
        painter.setFont(interface_font())
        painter.setPen(theme.colours.ink)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect().adjusted(10 + _GLYPH + 7, 0, 0, 0), flags, self.text())
        if self._key:
            self._paint_key(painter, theme.colours)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that a click would tag."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Stop showing it."""
        self.update()
        super().leaveEvent(event)

    def _key_width(self) -> float:
        return QFontMetricsF(interface_font(11)).horizontalAdvance(self._key) + 10

    def _paint_key(self, painter: QPainter, colours: Colours) -> None:
        width = self._key_width()
        box = QRectF(self.width() - width - 8.5, (self.height() - 17) / 2 - 0.5, width, 17)
        painter.setPen(QPen(colours.hairline, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(interface_font(11))
        painter.setPen(colours.muted)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)


class SelectionBar(QWidget):
    """A floating row of label buttons."""

    chosen = Signal(str)
    """The id of the label that was clicked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setAccessibleName(self.tr("Tag the selection"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_SHADOW + 6, _SHADOW + 5, _SHADOW + 6, _SHADOW + 5)
        self._row.setSpacing(2)
        self.hide()

    def show_labels(self, labels: LabelSet) -> None:
        """Offer the labels of another label set."""
        while item := self._row.takeAt(0):
            if button := item.widget():
                button.deleteLater()
        for label in labels.labels:
            button = LabelButton(label, self)
            button.clicked.connect(lambda _checked=False, one=label.id: self.chosen.emit(one))
            self._row.addWidget(button)

    def show_at(self, focus: QRectF, selection: QRectF) -> None:
        """Appear below `focus` (the end that was dragged), or above `selection` for lack of room.

        Both are in px of the parent.
        """
        size, room = self.sizeHint(), self._room.rect()
        left = round(focus.center().x() - size.width() / 2)
        left = max(-_SHADOW, min(left, room.width() - size.width() + _SHADOW))
        top = round(focus.bottom()) - _SHADOW + _DISTANCE + 8
        if top + size.height() - _SHADOW > room.height():
            top = max(0, round(selection.top()) - size.height() + _SHADOW - _DISTANCE)
        self.setGeometry(QRect(QPoint(left, top), size))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a card with a soft shadow."""
        del event
        colours = current_theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        card = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        shadow = QColor(colours.shadow)
        shadow.setAlphaF(shadow.alphaF() / _SHADOW)
        painter.setBrush(shadow)
        for spread in range(_SHADOW):
            grown = card.adjusted(-spread, 1 - spread, spread, spread)
            painter.drawRoundedRect(grown.translated(QPointF(0, 1)), 10 + spread, 10 + spread)
        painter.setPen(QPen(colours.hairline, 1))
        painter.setBrush(colours.paper)
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
