"""The small bar with the labels that appears at a selection; one click tags."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pressmark.model.label_set import LabelSet
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.widgets.label_button import LabelButton
from pressmark.ui.widgets.tooltips import plain_tooltip

_SHADOW = 8  # px round the card
_ROUND = 10.0
_DISTANCE = 10  # px between the words and the card


class SelectionBar(QWidget):
    """A floating card with a row of label buttons."""

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
            button = LabelButton(label, self, is_flat=True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolTip(plain_tooltip(label.definition or ""))
            button.clicked.connect(lambda _checked=False, one=label.id: self.chosen.emit(one))
            self._row.addWidget(button)

    def show_at(self, focus: QRectF, selection: QRectF) -> None:
        """Appear below `focus` (the end that was dragged), or above `selection` for lack of room.

        Both are in px of the parent.
        """
        size, room = self.sizeHint(), self._room.rect()
        left = round(focus.right() - size.width() / 2)
        left = max(-_SHADOW, min(left, room.width() - size.width()))
        top = round(focus.bottom()) + _DISTANCE - _SHADOW
        if top + size.height() - _SHADOW > room.height():
            top = max(0, round(selection.top()) - _DISTANCE - size.height() + _SHADOW)
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
        card = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        shade = QColor(colours.shadow)
        shade.setAlphaF(shade.alphaF() / _SHADOW)
        painter.setBrush(shade)
        for spread in range(_SHADOW):
            grown = card.adjusted(-spread, 2 - spread, spread, spread)
            painter.drawRoundedRect(grown, _ROUND + spread, _ROUND + spread)
        painter.setPen(QPen(colours.hairline, 1))
        painter.setBrush(colours.paper)
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
