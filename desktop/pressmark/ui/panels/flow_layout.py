"""A layout that fills line after line, as text does."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Puts widgets side by side, and into the next line where there is no room; `spacing` in px.

    With `leaves_room`, none is so wide that the last one has no room beside it.
    """

    def __init__(
        self, parent: QWidget | None = None, *, spacing: int = 6, leaves_room: bool = False
    ) -> None:
        super().__init__(parent)
        self._leaves_room = leaves_room
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take in one more."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one of them, or None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let one go, and return it."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Be higher where there is less width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put everything into its place."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the smallest size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest widget."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Return the height that `rect`'s width asks for."""
        room = rect.marginsRemoved(self.contentsMargins())
        at, line = room.topLeft(), 0
        reserve = 0
        if self._leaves_room and self._items:
            reserve = self._items[-1].sizeHint().width() + self.spacing()
        for item in self._items:
            if (widget := item.widget()) and widget.isHidden():
                continue
            widest = room.width() - (reserve if item is not self._items[-1] else 0)
            size = item.sizeHint().boundedTo(QSize(widest, 10_000))
            if at.x() > room.left() and at.x() + size.width() > room.left() + room.width():
                at = QPoint(room.left(), at.y() + line + self.spacing())
                line = 0
            if move:
                item.setGeometry(_mirrored(QRect(at, size), room, self.parentWidget()))
            at.setX(at.x() + size.width() + self.spacing())
            line = max(line, size.height())
        margins: QMargins = self.contentsMargins()
        return at.y() + line - rect.top() + margins.bottom()


def _mirrored(place: QRect, room: QRect, widget: QWidget | None) -> QRect:
    """Return the place seen from the other side, in layouts from right to left."""
    if widget is not None and widget.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        place.moveLeft(room.left() + room.right() + 1 - place.left() - place.width())
    return place
