"""One chart: painted, pointed at, and gone through with the arrow keys."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from pressmark.formats.plots.drawing import Box, Drawing
from pressmark.formats.plots.placing import mirrored
from pressmark.ui.overview.charts import Chart
from pressmark.ui.overview.painting import Marks, paint, setting
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.widgets.announcing import announce
from pressmark.ui.widgets.tooltips import plain_tooltip

_ROOM = 3
"""Pixels round the drawing, for the ring of what the keys are on."""
_LEAST = 240

_KEPT = 16
"""Widths for which a chart is kept laid out: a layout asks for the same few again and again."""


class ChartView(QAbstractButton):
    """A chart whose parts tell their number, and ask for what they count at a click or Enter.

    To screen readers it is one button, whose description is the part that the keys are on.
    """

    moved = Signal(QRect)
    """Where the part is that the keys are on now."""
    told = Signal(str)
    """What the part under the pointer, or the one that the keys are on, says; "" for none."""
    picked = Signal(int, str)
    """The row and the part that was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self._chart: Chart | None = None
        self._marks: Marks = {}
        self._most = 0
        self._drawing = Drawing(0, 0)
        self._drawn: dict[float, Drawing] = {}
        self._current = 0
        self._hovered: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def drawing(self) -> Drawing:
        """The chart as it is laid out now."""
        return self._drawing

    def show_chart(self, chart: Chart, marks: Marks, most: int) -> None:
        """Show a chart, of its rows at most so many."""
        self._chart, self._marks, self._most = chart, marks, most
        self._drawn.clear()
        self.setAccessibleName(chart.title)
        self._lay_out()
        self._current = min(self._current, max(0, len(self._drawing.spots) - 1))
        self._describe()
        self.updateGeometry()
        self.update()

    def laid_out(self, width: float) -> Drawing:
        """Return the chart laid out in a width."""
        if self._chart is None:
            return Drawing(width, 0)
        if width not in self._drawn:
            if len(self._drawn) == _KEPT:
                self._drawn.clear()
            drawing = self._chart.draw(self._chart.rows[: self._most], width, setting())
            self._drawn[width] = mirrored(drawing) if self._is_mirrored else drawing
        return self._drawn[width]

    @property
    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    # ---- size

    def hasHeightForWidth(self) -> bool:
        """Be as high as the chart is in a width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high the chart is in a width."""
        return round(self.laid_out(width - 2 * _ROOM).height) + 2 * _ROOM

    def sizeHint(self) -> QSize:
        """Return a size that suits the chart."""
        return QSize(_LEAST, self.heightForWidth(_LEAST))

    def minimumSizeHint(self) -> QSize:
        """Be wide enough for names and bars."""
        return QSize(_LEAST, 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the chart out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        self._drawing = self.laid_out(self.width() - 2 * _ROOM)
        self._hovered = None

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chart, and what is pointed at."""
        del event
        painter, theme = QPainter(self), current_theme()
        painter.translate(_ROOM, _ROOM)
        paint(painter, self._drawing, self._marks, theme)
        if self._hovered is not None:
            self._ring(painter, self._hovered, 1)
        if self.hasFocus() and self._drawing.spots:
            self._ring(painter, self._current, 2)

    def _ring(self, painter: QPainter, number: int, width: int) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(current_theme().colours.accent, width))
        painter.drawRoundedRect(_rect(self._drawing.spots[number].boxes[0]), 3, 3)

    # ---- the pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is under the pointer."""
        place = event.position()
        self._hover(self._drawing.spot_at(place.x() - _ROOM, place.y() - _ROOM))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell what the keys are on, or nothing."""
        del event
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Have the keys go on from what was clicked."""
        if self._hovered is not None:
            self._current = self._hovered
            self._describe()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for what was clicked."""
        if event.button() == Qt.MouseButton.LeftButton and self._hovered == self._current:
            self._pick()

    def _hover(self, number: int | None) -> None:
        if number == self._hovered:
            return
        self._hovered = number
        self.setCursor(Qt.CursorShape.ArrowCursor if number is None else _HAND)
        self.setToolTip(plain_tooltip(self._words(number)))
        shown = self._current if number is None and self.hasFocus() else number
        self.told.emit(self._words(shown))
        self.update()

    # ---- the keys

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell what the keys are on."""
        super().focusInEvent(event)
        self.told.emit(self._words(self._current))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell nothing any more."""
        super().focusOutEvent(event)
        self.told.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from part to part and from row to row; ask for one with Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick()
        elif event.key() in _STEPS:
            self._go(self._after(event.key()))
        else:
            event.ignore()

    def _after(self, key: int) -> int:
        """Return the number of the spot to which a key leads."""
        spots = self._drawing.spots
        last = len(spots) - 1
        if not spots or key == Qt.Key.Key_Home:
            return 0
        if key == Qt.Key.Key_End:
            return last
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            is_forth = (key == Qt.Key.Key_Right) != self._is_mirrored
            return max(0, min(last, self._current + (1 if is_forth else -1)))
        rows = list(dict.fromkeys(spot.row for spot in spots))
        at = rows.index(spots[self._current].row) + (1 if key == Qt.Key.Key_Down else -1)
        wanted = rows[max(0, min(len(rows) - 1, at))]
        return next(number for number, spot in enumerate(spots) if spot.row == wanted)

    def _go(self, number: int) -> None:
        if not self._drawing.spots:
            return
        self._current = number
        self._describe()
        box = _rect(self._drawing.spots[number].boxes[0]).translated(_ROOM, _ROOM)
        self.moved.emit(box.toAlignedRect())
        words = self._words(number)
        self.told.emit(words)
        announce(self, words)
        self.update()

    def _pick(self) -> None:
        if self._drawing.spots:
            spot = self._drawing.spots[self._current]
            self.picked.emit(spot.row, spot.part)

    def _words(self, number: int | None) -> str:
        if number is None or self._chart is None or number >= len(self._drawing.spots):
            return ""
        spot = self._drawing.spots[number]
        return self._chart.words(spot.row, spot.part)

    def _describe(self) -> None:
        self.setAccessibleDescription(self._words(self._current))


_HAND = Qt.CursorShape.PointingHandCursor
_STEPS = frozenset(
    {
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
        *(Qt.Key.Key_Home, Qt.Key.Key_End),
    }
)


def _rect(box: Box) -> QRectF:
    return QRectF(*box).adjusted(-1.5, -1.5, 1.5, 1.5)
