"""A list model of what a search yields bit by bit, without holding up the window."""

from collections.abc import Iterator
from time import monotonic
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QObject, QTimer, Signal

from pressmark.errors import PressmarkError
from pressmark.ui.panels.sorted_rows import NOWHERE, AnyIndex

MOST = 10_000
"""How many rows there are at most: nobody reads more, and a narrower search finds the rest."""

_SLICE = 0.008
"""Seconds that one step of the search may take."""

Row = TypeVar("Row")


class GradualRows(QAbstractListModel, Generic[Row]):
    """Rows in the order in which they are found; the search yields None where it may pause."""

    found = Signal()
    """There are more, or the search is over."""
    failed = Signal(object)
    """A PressmarkError: the search cannot be carried out."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._found: list[Row] = []
        self._search: Iterator[Row | None] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def search(self, search: Iterator[Row | None]) -> None:
        """Show what a search finds, in the place of what is shown."""
        self.clear()
        self._search = search
        self._timer.start()
        self._go_on()

    def clear(self) -> None:
        """Show nothing, and look no further."""
        self._timer.stop()
        self.beginResetModel()
        self._found = []
        self.endResetModel()

    @property
    def is_searching(self) -> bool:
        """Whether there may be more."""
        return self._timer.isActive()

    @property
    def is_full(self) -> bool:
        """Whether as many are listed as ever are."""
        return len(self._found) >= MOST

    def all(self) -> tuple[Row, ...]:
        """Return what was found so far."""
        return tuple(self._found)

    def at(self, index: AnyIndex) -> Row | None:
        """Return what a row shows, or None where there is no such row."""
        return self._found[index.row()] if index.isValid() else None

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Return how many were found so far."""
        return 0 if parent.isValid() else len(self._found)

    def _go_on(self) -> None:
        try:
            found = [*self._slice()]
        except PressmarkError as error:
            self._timer.stop()
            self.failed.emit(error)
            return
        if found:
            first = len(self._found)
            self.beginInsertRows(NOWHERE, first, first + len(found) - 1)
            self._found += found
            self.endInsertRows()
        if found or not self.is_searching:
            self.found.emit()

    def _slice(self) -> Iterator[Row]:
        """Yield what is found within a moment; stop for good at the end, or where it is enough."""
        room = MOST - len(self._found)
        until = monotonic() + _SLICE
        for found in self._search:
            if found is not None:
                yield found
                room -= 1
            if not room:
                break
            if monotonic() > until:
                return
        self._timer.stop()
