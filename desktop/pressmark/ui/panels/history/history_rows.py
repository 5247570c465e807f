"""Steps as rows under the days they were done on, the newest first."""

import time
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from pressmark.store.history_file import Step
from pressmark.ui.chronicle import Chronicle
from pressmark.ui.moments import day_words, local
from pressmark.ui.panels.history.step_line import article_title, by, step_line, step_title
from pressmark.ui.panels.sorted_rows import NOWHERE, LineRole
from pressmark.ui.panels.words import one_line
from pressmark.ui.session import Session

_PAGE = 200
"""How many rows are made at a time; more come when somebody scrolls there."""
_SLICE = 0.008
"""Seconds that are spent on rows before the window gets its turn."""

Row = int | str
"""A step by its place in the chronicle, or the words of a day."""


class Wanted(NamedTuple):
    """Which steps are shown: with these words, by this annotator, of this annotation ("": any)."""

    words: str = ""
    annotator: str = ""
    annotation: str = ""


class HistoryRows(QAbstractListModel):
    """The steps of a chronicle that are wanted; rows are made as far as somebody scrolls."""

    looked = Signal()
    """All rows are there that somebody has scrolled to."""

    def __init__(self, session: Session, chronicle: Chronicle, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._chronicle = chronicle
        self._wanted = Wanted()
        self._rows: list[Row] = []
        self._day = QDate()
        self._next = -1
        self._goal = _PAGE
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._go_on)
        chronicle.read.connect(self.fill)
        chronicle.grew.connect(self._take_newest)

    @property
    def wanted(self) -> Wanted:
        """Which steps are shown."""
        return self._wanted

    @property
    def is_ready(self) -> bool:
        """Whether all rows are made that somebody has scrolled to."""
        return not self._idle.isActive()

    def want(self, wanted: Wanted) -> None:
        """Show these steps only."""
        if wanted != self._wanted:
            self._wanted = wanted
            self.fill()

    def fill(self) -> None:
        """Make the first rows anew."""
        self.beginResetModel()
        self._rows, self._day = [], QDate()
        self._next, self._goal = len(self._chronicle.steps) - 1, _PAGE
        self._rows = self._page()
        self.endResetModel()
        self._idle.start()

    def place_at(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """Return the place of a row's step in the chronicle; -1 for a day."""
        row = self._rows[index.row()] if index.isValid() else ""
        return row if isinstance(row, int) else -1

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        """Return how many rows there are so far."""
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Say whether there are older steps."""
        return not parent.isValid() and self._next >= 0

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        """Make more rows."""
        del parent
        self._goal = len(self._rows) + _PAGE
        self._idle.start()

    def _go_on(self) -> None:
        """Make more rows for a moment, until there are as many as are wanted."""
        more = self._page()
        if more:
            first = len(self._rows)
            self.beginInsertRows(NOWHERE, first, first + len(more) - 1)
            self._rows += more
            self.endInsertRows()
        if self._next < 0 or len(self._rows) >= self._goal:
            self._idle.stop()
            self.looked.emit()

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let days be passed over."""
        return super().flags(index) if self.place_at(index) >= 0 else Qt.ItemFlag.NoItemFlags

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the line to paint, or words for people who hear the list."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            return row if role in (LineRole, Qt.ItemDataRole.DisplayRole) else None
        line = step_line(
            self._session.project,
            self._chronicle.steps[row],
            is_undone=not self._chronicle.stands(row),
        )
        if role == LineRole:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return ", ".join(filter(None, (line.time, line.title, line.where, line.by)))
        return None

    def _page(self) -> list[Row]:
        """Return the next rows, going back from where the last ones ended, as time allows."""
        page: list[Row] = []
        until = time.monotonic() + _SLICE
        while self._next >= 0 and len(page) < _PAGE and time.monotonic() < until:
            place, step = self._next, self._chronicle.steps[self._next]
            self._next -= 1
            if not self._is_wanted(step):
                continue
            day = local(step.transaction.stamp.time).date()
            if day != self._day:
                self._day = day
                page.append(day_words(day))
            page.append(place)
        return page

    def _take_newest(self) -> None:
        """Show the step that was just done; one that it undid is shown otherwise now."""
        place = len(self._chronicle.steps) - 1
        step = self._chronicle.steps[place]
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        if not self._is_wanted(step):
            return
        day = day_words(local(step.transaction.stamp.time).date())
        if not self._rows:
            self.fill()
            return
        new: list[Row] = [place] if self._rows[0] == day else [day, place]
        at = 1 if self._rows[0] == day else 0
        self.beginInsertRows(NOWHERE, at, at + len(new) - 1)
        self._rows[at:at] = new
        self.endInsertRows()

    def _is_wanted(self, step: Step) -> bool:
        words, annotator, annotation = self._wanted
        if annotator and step.transaction.stamp.annotator != annotator:
            return False
        if annotation and annotation not in step.transaction.touches().annotations:
            return False
        if not words:
            return True
        project = self._session.project
        searched = (
            f"{step_title(step.transaction)}\n{article_title(project, step)}\n{by(project, step)}"
        )
        return one_line(words).casefold() in searched.casefold()
