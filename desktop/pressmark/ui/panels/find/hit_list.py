"""The list of what was found: rows are ticked with the box or Space, and tagged with a key."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from pressmark.model.label_set import Label
from pressmark.ui.panels.find.hit_delegate import HitDelegate, HitLine
from pressmark.ui.panels.find.hit_rows import HitRows
from pressmark.ui.panels.find.search import Found
from pressmark.ui.panels.row_view import RowView


class HitList(RowView):
    """A list view in which a click on a box only ticks, and goes nowhere."""

    label_pressed = Signal(str)
    """The key of a label was pressed: its id."""

    def __init__(
        self, rows: HitRows, line_of: Callable[[Found], HitLine], accessible_name: str
    ) -> None:
        super().__init__(rows, accessible_name)
        self._rows = rows
        self._labels: tuple[Label, ...] = ()
        self._delegate = HitDelegate(line_of, lambda index: index == self.currentIndex(), self)
        self.setItemDelegate(self._delegate)

    def offer(self, labels: tuple[Label, ...]) -> None:
        """Take the keys of these labels."""
        self._labels = labels

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space; tell of the key of a label."""
        index = self.currentIndex()
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        label_id = self._label_of(event.text())
        if is_plain and event.key() == Qt.Key.Key_Space and index.isValid():
            self._rows.toggle(index)
        elif is_plain and label_id:
            self.label_pressed.emit(label_id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick a row at a click on its box."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        if index.isValid() and self._delegate.is_on_tick(self.visualRect(index), place):
            self._rows.toggle(index)
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to a row at a click, but not to one that was only ticked."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not (index.isValid() and self._delegate.is_on_tick(self.visualRect(index), place)):
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take two quick clicks for two clicks."""
        self.mousePressEvent(event)

    def _label_of(self, key: str) -> str:
        return next((one.id for one in self._labels if key and key.upper() in one.keys), "")
