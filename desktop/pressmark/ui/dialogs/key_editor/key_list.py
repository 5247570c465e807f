"""The list of everything that has keys, or could have some."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from pressmark.ui.action_keys import shown_key
from pressmark.ui.dialogs.key_editor.key_rows import KeyRow
from pressmark.ui.panels.row_painting import Index, RowPainter
from pressmark.ui.theme.fonts import interface_font
from pressmark.ui.widgets.key_cap import HEIGHT, key_cap_width, paint_key_cap

_ROW = Qt.ItemDataRole.UserRole + 1
_LINE, _HEADING = 30, 34
_MARGIN, _GAP = 16, 5


class KeyList(QListWidget):
    """One row for each action or label with its keys, under the heading of its menu."""

    row_chosen = Signal(object)
    """A KeyRow, or None where nothing fits."""
    key_asked = Signal()
    """Enter or a double click: another key is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("What keys do"))
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.currentItemChanged.connect(lambda: self.row_chosen.emit(self.row_now))
        self.itemDoubleClicked.connect(self.key_asked)

    @property
    def row_now(self) -> KeyRow | None:
        """The row that is chosen."""
        found: KeyRow | None = self.currentIndex().data(_ROW)
        return found

    @property
    def rows(self) -> list[KeyRow]:
        """The rows that are listed."""
        listed = (self.item(at).data(_ROW) for at in range(self.count()))
        return [row for row in listed if row is not None]

    def show_rows(self, rows: Iterable[KeyRow]) -> None:
        """List other rows; the one that is chosen stays so, else the first one is."""
        kept, group = self.row_now, ""
        with QSignalBlocker(self):
            self.clear()
            for row in rows:
                if row.group != group:
                    group = row.group
                    heading = QListWidgetItem(group, self)
                    heading.setFlags(Qt.ItemFlag.NoItemFlags)
                item = QListWidgetItem(row.title, self)
                item.setData(_ROW, row)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, self._told(row))
        if not self.choose(kept.id if kept else "") and self.count():
            self.setCurrentRow(1)
        self.row_chosen.emit(self.row_now)

    def choose(self, row_id: str) -> bool:
        """Choose a row and bring it into view; say whether it is there."""
        for at in range(self.count()):
            row = self.item(at).data(_ROW)
            if row is not None and row.id == row_id:
                self.setCurrentRow(at)
                self.scrollToItem(self.item(at))
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for another key with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.key_asked.emit()
        else:
            super().keyPressEvent(event)

    def _told(self, row: KeyRow) -> str:
        keys = ", ".join(map(shown_key, row.keys)) or self.tr("no key")
        changed = self.tr("changed") if row.is_changed else ""
        return ", ".join(filter(None, (row.title, keys, changed, row.trouble)))


class _Delegate(QStyledItemDelegate):
    """Draws a heading, or what is done with its keys at the other side."""

    def __init__(self, view: KeyList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        return QSize(200, _LINE if index.data(_ROW) else _HEADING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        line, row = RowPainter(painter, option), index.data(_ROW)
        place = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        if isinstance(row, KeyRow):
            line.paint_ground(is_chosen=index == self._view.currentIndex())
            self._paint_row(painter, line, place, row)
        else:
            font = interface_font(12, interface_font().Weight.DemiBold)
            line.write(place.adjusted(0, 8, 0, 0), index.data(), font, "muted")
        painter.restore()

    def _paint_row(self, painter: QPainter, line: RowPainter, place: QRect, row: KeyRow) -> None:
        right = place.right() + 1
        for key in reversed([shown_key(one) for one in row.keys]):
            width = key_cap_width(key)
            top = place.top() + (place.height() - HEIGHT) // 2
            cap = line.mirrored(QRect(right - width, top, width, HEIGHT))
            paint_key_cap(painter, QRectF(cap), key, is_enabled=row.action is not None)
            right -= width + _GAP
        told = self.tr("clash") if row.trouble else self.tr("changed") if row.is_changed else ""
        small = interface_font(11)
        painter.setFont(small)
        width = painter.fontMetrics().horizontalAdvance(told) + 2
        aside = QRect(right - width - _GAP, place.top(), width, place.height())
        line.write(aside, told, small, "danger" if row.trouble else "muted")
        words = QRect(place.left(), place.top(), aside.left() - _GAP - place.left(), place.height())
        line.write(words, row.title, interface_font(), "ink")
