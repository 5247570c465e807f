"""Cards in as many columns as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

_WIDE, _GAP = 400, 14
"""The width that a column has at least, where there is room for more than one; the gap."""


class CardColumns(QWidget):
    """Puts each card into the column that is shortest by then."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[QWidget] = []

    @property
    def cards(self) -> Sequence[QWidget]:
        """The cards in their order."""
        return self._cards

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these cards in this order; those that are no longer shown go."""
        for gone in self._cards:
            if gone not in cards:
                gone.hide()
                gone.deleteLater()
        self._cards = list(cards)
        for card in cards:
            if card.parent() is not self:
                card.setParent(self)
                card.show()
        self.arrange()

    def arrange(self) -> None:
        """Put the cards into their places."""
        count = max(1, (self.width() + _GAP) // (_WIDE + _GAP))
        wide = (self.width() - _GAP * (count - 1)) // count
        bottoms = [0] * count
        for card in self._cards:
            column = min(range(count), key=bottoms.__getitem__)
            high = card.heightForWidth(wide)
            place = QRect(column * (wide + _GAP), bottoms[column], wide, high)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                place.moveRight(self.width() - 1 - place.left())
            card.setGeometry(place)
            bottoms[column] += high + _GAP
        self.setMinimumHeight(max(bottoms))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the cards anew."""
        super().resizeEvent(event)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        """Arrange the cards anew where one of them wants another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)
