"""The rows of a list that are chosen together, and the articles that this makes."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Qt
from PySide6.QtWidgets import QApplication

from pressmark.ui.chosen_articles import ChosenArticles
from pressmark.ui.panels.row_painting import Index
from pressmark.ui.panels.row_view import RowView
from pressmark.ui.panels.sorted_rows import SortedRows


class ChosenRows(QObject):
    """Keeps what is chosen in a view and the chosen articles the same, whoever changes either."""

    def __init__(
        self, view: RowView, rows: SortedRows, chosen: ChosenArticles, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._rows = rows
        self._chosen = chosen
        view.selectionModel().selectionChanged.connect(self._choose)
        rows.modelReset.connect(self._choose_again)
        chosen.changed.connect(self._show)

    def holds(self, index: Index) -> bool:
        """Say whether a row is one of several."""
        return bool(self._chosen.ids) and self._view.selectionModel().isRowSelected(index.row())

    def _choose(self) -> None:
        rows = sorted(index.row() for index in self._view.selectionModel().selectedRows())
        self._chosen.choose(self._rows.id_at(self._rows.index(row, 0)) for row in rows)
        self._view.viewport().update()

    def _choose_again(self) -> None:
        """Choose in the view, which forgot it, what is chosen and still listed."""
        if not self._chosen.ids:
            return
        selection = QItemSelection()
        for first, last in _runs(self._rows.index_of(one).row() for one in self._chosen.ids):
            selection.select(self._rows.index(first, 0), self._rows.index(last, 0))
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._view.selectionModel().select(selection, flag)
        self._choose()

    def _show(self) -> None:
        """Let go of the rows where nothing is chosen any more."""
        selected = self._view.selectionModel()
        if not self._chosen.ids and len(selected.selectedRows()) > 1:
            selected.clearSelection()
        self._view.viewport().update()


def chooses() -> bool:
    """Say whether a key is held with which a click chooses rows together."""
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return bool(QApplication.keyboardModifiers() & keys)


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Return rows as stretches of rows that follow each other, first and last; -1 is no row."""
    first = last = -1
    for row in sorted(row for row in rows if row >= 0):
        if first >= 0 and row != last + 1:
            yield first, last
            first = row
        first, last = first if first >= 0 else row, row
    if first >= 0:
        yield first, last
