"""A list model that follows its subject row by row."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import TypeAlias

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
)

Key: TypeAlias = tuple[str | int, ...]
"""What a row is sorted by; its last item is the id of what the row shows."""

AnyIndex: TypeAlias = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

LineRole = Qt.ItemDataRole.UserRole + 1
"""The role that returns all that a delegate paints, as one value."""


class SortedRows(QStringListModel):
    """Ids in the order of their keys; a change of one never resets the others.

    Qt's own list of strings only counts the rows here: a view asks how many there are once for
    each row whenever one comes or goes, and asking Python made that 20 ms at 10,000 rows.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: list[Key] = []
        self._key_of: dict[str, Key] = {}

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all rows, in order."""
        return tuple(str(key[-1]) for key in self._keys)

    def id_at(self, index: AnyIndex) -> str:
        """Return the id of what a row shows, or "" where there is no such row."""
        row = index.row()
        return str(self._keys[row][-1]) if 0 <= row < len(self._keys) else ""

    def index_of(self, row_id: str) -> QModelIndex:
        """Return where an id is, or an invalid index."""
        key = self._key_of.get(row_id)
        return QModelIndex() if key is None else self.index(bisect_left(self._keys, key))

    def fill(self, keys: Iterable[Key]) -> None:
        """Show these rows and no others."""
        self._keys = sorted(keys)
        self._key_of = {str(key[-1]): key for key in self._keys}
        self.setStringList([""] * len(self._keys))

    def put(self, row_id: str, key: Key | None) -> None:
        """Let a row come, change or move to its key; or go, where there is none."""
        before = self._key_of.get(row_id)
        if key is None:
            if before is not None:
                self._take(row_id, before)
        elif before is None:
            self._insert(row_id, key)
        else:
            if before != key:
                self._move(row_id, before, key)
            self.renew(row_id)

    def renew(self, row_id: str) -> None:
        """Have a row painted anew."""
        index = self.index_of(row_id)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def _take(self, row_id: str, key: Key) -> None:
        row = bisect_left(self._keys, key)
        del self._keys[row], self._key_of[row_id]
        self.removeRow(row)

    def _insert(self, row_id: str, key: Key) -> None:
        row = bisect_left(self._keys, key)
        self._keys.insert(row, key)
        self._key_of[row_id] = key
        self.insertRow(row)

    def _move(self, row_id: str, before: Key, key: Key) -> None:
        row, target = bisect_left(self._keys, before), bisect_left(self._keys, key)
        del self._keys[row]
        self._keys.insert(target - (target > row), key)
        self._key_of[row_id] = key
        if target not in (row, row + 1):
            self.moveRow(NOWHERE, row, NOWHERE, target)
