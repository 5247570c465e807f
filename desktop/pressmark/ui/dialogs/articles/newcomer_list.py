"""The list of newcomers: by standing, by a word, each with a box to tick."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from pressmark.ui.dialogs.articles.newcomer import Newcomer
from pressmark.ui.dialogs.articles.newcomer_delegate import NewcomerDelegate
from pressmark.ui.dialogs.articles.newcomer_rows import NewcomerRows
from pressmark.ui.dialogs.articles.words import STANDINGS
from pressmark.ui.panels.row_view import RowView
from pressmark.ui.widgets.search_field import SearchField
from pressmark.ui.words import number_words, translated

WIDTH = 330


class NewcomerList(QWidget):
    """Several may be chosen, to be described together; Space ticks what is chosen.

    `tabs` stand above all of the dialog: a list is too narrow for their words.
    """

    chosen = Signal()
    """Others are chosen than before."""
    opened = Signal()
    """Enter was pressed."""

    def __init__(self, title_of: Callable[[Newcomer], str], *, is_ticked: bool) -> None:
        """`is_ticked`: several may come in; else one is to be chosen."""
        super().__init__()
        self.setProperty("surface", "panel")
        self.rows = NewcomerRows(title_of, self, is_ticked=is_ticked)
        self.rows.taken_changed.connect(self._show_counts)
        self.tabs = QTabBar()
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setAccessibleName(self.tr("Which are listed"))
        for standing in STANDINGS:
            self.tabs.setTabData(self.tabs.addTab(""), standing)
        self.tabs.currentChanged.connect(self._narrow)
        self.filter = SearchField(self.tr("Filter articles"))
        self.filter.textChanged.connect(self._narrow)
        self.view = _View(self.rows, self.tr("Articles in these files"))
        if not is_ticked:
            self.view.setSelectionMode(RowView.SelectionMode.SingleSelection)
        delegate = NewcomerDelegate(lambda index: index == self.view.currentIndex(), self)
        self.view.setItemDelegate(delegate)
        self.view.selectionModel().selectionChanged.connect(self.chosen)
        self.view.selectionModel().currentChanged.connect(lambda: self.view.viewport().update())
        self.view.opened.connect(self.opened)
        above = QVBoxLayout()
        above.setContentsMargins(12, 10, 12, 10)
        above.addWidget(self.filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.view, 1)
        self.setFixedWidth(WIDTH)

    def fill(self, newcomers: Sequence[Newcomer]) -> None:
        """List these; the first one worth a look is chosen."""
        self.rows.fill(newcomers)
        self._show_counts()
        first = next((one for one in newcomers if one.standing == "look"), None)
        self._choose(max(0, self.rows.row_of(first)) if first else 0)

    def exchange(self, old: Sequence[Newcomer], new: Sequence[Newcomer], part: str) -> None:
        """List new ones in the place of old ones, that of a part chosen."""
        self.rows.exchange(old, new)
        self._show_counts()
        same = next((one for one in new if one.part == part), new[0] if new else None)
        self._choose(max(0, self.rows.row_of(same)) if same else 0)

    def picked(self) -> list[Newcomer]:
        """Return those that are chosen."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        found = (self.rows.newcomer(self.rows.index(row)) for row in rows)
        return [one for one in found if one is not None]

    def _choose(self, row: int) -> None:
        self.view.choose_only(self.rows.index(row))
        self.chosen.emit()

    def _narrow(self) -> None:
        current = self.rows.newcomer(self.view.currentIndex())
        self.rows.show_only(self.tabs.tabData(self.tabs.currentIndex()), self.filter.text())
        self._choose(max(0, self.rows.row_of(current)) if current else 0)

    def _show_counts(self) -> None:
        counts = self.rows.counts()
        for at in range(self.tabs.count()):
            standing = self.tabs.tabData(at)
            count = counts[standing] if standing else len(self.rows.every)
            title = translated(STANDINGS[standing])
            self.tabs.setTabText(at, f"{title} {number_words(count)}")
            self.tabs.setTabVisible(at, standing is None or count > 0)


class _View(RowView):
    """Rows of which Space ticks all that are chosen."""

    def __init__(self, rows: NewcomerRows, name: str) -> None:
        super().__init__(rows, name, several=True)
        self._rows = rows

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick on Space: as the current row is not."""
        current = self._rows.newcomer(self.currentIndex())
        is_for_tick = event.key() == Qt.Key.Key_Space and not event.modifiers()
        if not is_for_tick or current is None or not self._rows.is_ticked:
            super().keyPressEvent(event)
            return
        chosen = (self._rows.newcomer(one) for one in self.selectionModel().selectedRows())
        self._rows.take((one for one in chosen if one), is_taken=not current.is_taken)
