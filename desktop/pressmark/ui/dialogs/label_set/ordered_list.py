"""A short list whose rows are added, copied, removed, and put in another order."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pressmark.ui.theme.appearance import give_icon
from pressmark.ui.widgets.tooltips import give_tooltip

_ID = Qt.ItemDataRole.UserRole
_ICON = QSize(15, 15)
_ROW, _FEWEST = 28, 2


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the id it stands for, its words, perhaps a picture."""

    id: str
    words: str
    icon: QIcon | None = None


class OrderedList(QWidget):
    """Rows with buttons below; the same by keys: Ins, Ctrl+D, Del, Alt with arrows, F2.

    `renames` lets words be edited in their row; without `copies` there is no button for that. With
    `most`, the list is as high as its rows, up to that many.
    """

    chosen = Signal(str)
    """Another row is the current one: its id."""
    arranged = Signal(list)
    """The ids in their new order."""
    add_asked = Signal()
    copy_asked = Signal(str)
    removal_asked = Signal(str)
    renamed = Signal(str, str)
    """The id of a row and its new words."""

    def __init__(
        self, name: str, *, copies: bool = True, renames: bool = False, most: int = 0
    ) -> None:
        super().__init__()
        self._most = most
        self._copies = copies
        self._renames = renames
        self.list = _Rows(self)
        self.list.setAccessibleName(name)
        self.list.currentItemChanged.connect(self._tell_chosen)
        self.list.itemChanged.connect(self._tell_renamed)
        self.list.model().rowsMoved.connect(self._tell_arranged)
        self.add = self._button("plus", self.tr("Add (Ins)"), self.add_asked.emit)
        self.copy = self._button("copy", self.tr("Copy (Ctrl+D)"), self._copy)
        self.copy.setVisible(copies)
        self.up = self._button("chevron-up", self.tr("Up (Alt+↑)"), lambda: self.move_by(-1))
        self.down = self._button("chevron-down", self.tr("Down (Alt+↓)"), lambda: self.move_by(1))
        self.remove = self._button("trash-2", self.tr("Remove (Del)"), self.ask_removal)
        row = QHBoxLayout()
        row.setSpacing(2)
        for button in (self.add, self.copy, self.up, self.down, self.remove):
            button.setAccessibleName(f"{name}: {button.accessibleName()}")
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self.setFocusProxy(self.list)

    @property
    def current(self) -> str:
        """The id of the current row, or ""."""
        at = self.list.currentRow()
        return self.ids()[at] if at >= 0 else ""

    def ids(self) -> list[str]:
        """Return the ids of the rows in their order."""
        return [str(self.list.item(row).data(_ID)) for row in range(self.list.count())]

    def show_rows(self, rows: Sequence[Row], current: str) -> None:
        """Show these rows, one of them the current one ("" for none), without a signal."""
        blocker = QSignalBlocker(self.list)
        if self.ids() != [one.id for one in rows]:
            self.list.clear()
            for one in rows:
                self.list.addItem(self._item(one))
        for at, one in enumerate(rows):
            item = self.list.item(at)
            item.setText(one.words)
            if one.icon is not None:
                item.setIcon(one.icon)
        at = next((at for at, one in enumerate(rows) if one.id == current), -1)
        self.list.setCurrentRow(at)
        blocker.unblock()
        if self._most:
            self.list.setFixedHeight(min(len(rows), self._most) * _ROW + 4)
        self._offer()

    def move_by(self, steps: int) -> None:
        """Move the current row up or down."""
        ids, at = self.ids(), self.list.currentRow()
        to = at + steps
        if at >= 0 and 0 <= to < len(ids):
            ids.insert(to, ids.pop(at))
            self.arranged.emit(ids)

    def ask_removal(self) -> None:
        """Ask for the current row to go."""
        if self.current:
            self.removal_asked.emit(self.current)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key stands for; say whether it stands for anything."""
        modifiers, key = event.modifiers(), event.key()
        is_alt = modifiers == Qt.KeyboardModifier.AltModifier
        if is_alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_by(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete:
            self.ask_removal()
        elif key == Qt.Key.Key_Insert:
            self.add_asked.emit()
        elif key == Qt.Key.Key_D and modifiers == Qt.KeyboardModifier.ControlModifier:
            self._copy()
        else:
            return False
        return True

    def _copy(self) -> None:
        if self._copies and self.current:
            self.copy_asked.emit(self.current)

    def _item(self, row: Row) -> QListWidgetItem:
        item = QListWidgetItem(row.words)
        item.setData(_ID, row.id)
        item.setSizeHint(QSize(0, _ROW))
        flags = item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled
        item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if self._renames else flags)
        return item

    def _tell_chosen(self) -> None:
        self._offer()
        if self.current:
            self.chosen.emit(self.current)

    def _tell_arranged(self) -> None:
        self.arranged.emit(self.ids())

    def _tell_renamed(self, item: QListWidgetItem) -> None:
        self.renamed.emit(str(item.data(_ID)), item.text().strip())

    def _offer(self) -> None:
        at, count = self.list.currentRow(), self.list.count()
        self.copy.setEnabled(at >= 0)
        self.remove.setEnabled(at >= 0)
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < count - 1)

    def _button(self, icon: str, words: str, do: object) -> QToolButton:
        button = QToolButton()
        button.setIconSize(_ICON)
        give_icon(button, icon)
        give_tooltip(button, words)
        button.setAccessibleName(words)
        button.clicked.connect(do)
        return button


class _Rows(QListWidget):
    """The rows themselves."""

    def __init__(self, owner: OrderedList) -> None:
        super().__init__()
        self._owner = owner
        self.setIconSize(_ICON)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)

    def minimumSizeHint(self) -> QSize:
        """Need two rows."""
        return QSize(80, _FEWEST * _ROW + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the list do what keys stand for, then what all lists do."""
        if not self._owner.press(event):
            super().keyPressEvent(event)
