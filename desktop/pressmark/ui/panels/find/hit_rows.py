"""What was found, row by row as it comes, and which of it is ticked."""

from collections.abc import Iterator
from time import monotonic

from PySide6.QtCore import QAbstractListModel, QObject, Qt, QTimer, Signal

from pressmark.errors import PressmarkError
from pressmark.model.span import Span
from pressmark.ui.panels.find.search import Found, Search
from pressmark.ui.panels.sorted_rows import NOWHERE, AnyIndex, LineRole
from pressmark.ui.panels.words import one_line

MOST = 10_000
"""How many are listed at most: nobody reads more, and a narrower search finds the rest."""

_SLICE = 0.008
"""Seconds that one step of the search may take."""

_Check = Qt.CheckState


class HitRows(QAbstractListModel):
    """Hits in the order of the articles; each can be ticked."""

    found = Signal()
    """There are more, or the search is over."""
    failed = Signal(object)
    """A PressmarkError: the search cannot be carried out."""
    ticks_changed = Signal()
    """Others are ticked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._found: list[Found] = []
        self._ticked: set[int] = set()
        self._search: Search = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def search(self, search: Search) -> None:
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
        self._ticked = set()
        self.endResetModel()
        self.ticks_changed.emit()

    @property
    def is_searching(self) -> bool:
        """Whether there may be more."""
        return self._timer.isActive()

    @property
    def is_full(self) -> bool:
        """Whether as many are listed as ever are."""
        return len(self._found) >= MOST

    def all(self) -> tuple[Found, ...]:
        """Return what was found so far."""
        return tuple(self._found)

    def at(self, index: AnyIndex) -> Found | None:
        """Return what a row shows, or None where there is no such row."""
        return self._found[index.row()] if index.isValid() else None

    def places(self, article_id: str) -> tuple[Span, ...]:
        """Return where in an article something was found."""
        return tuple(one.hit.span for one in self._found if one.hit.article == article_id)

    def article_count(self) -> int:
        """Return in how many articles something was found."""
        return len({one.hit.article for one in self._found})

    # ---- ticks

    def ticked(self) -> tuple[Found, ...]:
        """Return what is ticked, in order."""
        return tuple(self._found[row] for row in sorted(self._ticked))

    def tick_all(self, *, on: bool) -> None:
        """Tick every row, or none."""
        self._ticked = set(range(len(self._found))) if on else set()
        self._tell_ticks(0, len(self._found) - 1)

    def toggle(self, index: AnyIndex) -> None:
        """Tick a row, or not any more."""
        self._ticked ^= {index.row()}
        self._tell_ticks(index.row(), index.row())

    def _tell_ticks(self, first: int, last: int) -> None:
        if last >= first:
            roles = [Qt.ItemDataRole.CheckStateRole]
            self.dataChanged.emit(self.index(first), self.index(last), roles)
        self.ticks_changed.emit()

    # ---- what Qt asks

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Return how many were found so far."""
        return 0 if parent.isValid() else len(self._found)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let rows be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what to paint, or words for people who hear the list."""
        found = self.at(index)
        if found is None:
            return None
        if role == LineRole:
            return found
        if role == Qt.ItemDataRole.CheckStateRole:
            return _Check.Checked if index.row() in self._ticked else _Check.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            hit = found.hit
            return one_line(f"{hit.before}{hit.text}{hit.after}")
        return None

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

    def _slice(self) -> Iterator[Found]:
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
