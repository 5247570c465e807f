"""What the rows of all lists have in common."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from pressmark.ui.theme.appearance import current_theme

Index = QModelIndex | QPersistentModelIndex
IsChosen = Callable[[Index], bool]

_EDGE = 3


class RowPainter:
    """Paints the parts of one row, from the side where lines begin.

    Places are given as for layouts from left to right, and mirrored for others.
    """

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        self._painter = painter
        self._row = option.rect
        self._direction = option.direction
        self._state = option.state

    @property
    def ratio(self) -> float:
        """The device pixel ratio of what is painted on."""
        return self._painter.device().devicePixelRatioF()

    def paint_ground(self, *, is_chosen: bool, is_marked: bool = False) -> None:
        """Paint what says that the row is chosen, under the pointer, or where the keys act.

        It may also be marked as one of several.
        """
        colours, painter = current_theme().colours, self._painter
        if is_chosen or is_marked:
            painter.fillRect(self._row, colours.chip)
        elif self._state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(self._row, colours.hovered)
        if is_chosen:
            edge = QRect(self._row.left(), self._row.top(), _EDGE, self._row.height())
            painter.fillRect(self.mirrored(edge), colours.accent)
        if self._state & QStyle.StateFlag.State_HasFocus and not is_chosen:
            painter.setPen(QPen(colours.accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self._row).adjusted(1.5, 0.5, -1.5, -1.5))

    def write(self, place: QRect, text: str, font: QFont, colour: str) -> None:
        """Write a line in the colour that `colour` names, cut off where it is too long.

        It stands where lines of the interface begin, and runs as its own script does.
        """
        self._painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._painter.setFont(font)
        self._painter.setPen(getattr(current_theme().colours, colour))
        mode = Qt.TextElideMode.ElideRight
        shown = self._painter.fontMetrics().elidedText(text, mode, place.width())
        leading = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        flags = QStyle.visualAlignment(self._direction, leading)
        single = Qt.TextFlag.TextSingleLine.value
        self._painter.drawText(self.mirrored(place), flags.value | single, shown)

    def draw(self, left: int, top: int, pixmap: QPixmap) -> None:
        """Draw a picture with this corner."""
        size = pixmap.deviceIndependentSize().toSize()
        place = self.mirrored(QRect(left, top, size.width(), size.height()))
        self._painter.drawPixmap(QPointF(place.topLeft()), pixmap)

    def mirrored(self, place: QRect) -> QRect:
        """Return where a place is in the layout of the row."""
        return QStyle.visualRect(self._direction, self._row, place)
