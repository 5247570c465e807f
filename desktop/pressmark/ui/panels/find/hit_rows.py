"""What was found, row by row as it comes, and which of it is ticked."""

from PySide6.QtCore import QObject, Qt, Signal

from pressmark.model.span import Span
from pressmark.ui.panels.find.search import Found
from pressmark.ui.panels.gradual_rows import GradualRows
from pressmark.ui.panels.sorted_rows import AnyIndex, LineRole
from pressmark.ui.panels.words import one_line

_Check = Qt.CheckState


class HitRows(GradualRows[Found]):
    """Hits in the order of the articles; each can be ticked."""

    ticks_changed = Signal()
    """Others are ticked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ticked: set[int] = set()

    def clear(self) -> None:
        """Show nothing, tick nothing, and look no further."""
        self._ticked = set()
        super().clear()
        self.ticks_changed.emit()

    def places(self, article_id: str) -> tuple[Span, ...]:
        """Return where in an article something was found."""
        return tuple(one.hit.span for one in self._found if one.hit.article == article_id)

    def article_count(self) -> int:
        """Return in how many articles something was found."""
        return len({one.hit.article for one in self._found})

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
