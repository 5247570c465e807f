"""Annotations that a relation may lead to, found bit by bit."""

from collections.abc import Callable, Iterator
from time import monotonic
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QObject, Qt, QTimer, Signal

from pressmark.errors import PressmarkError
from pressmark.model.annotation import Annotation
from pressmark.model.article import Shelved
from pressmark.model.project import Project
from pressmark.ui.panels.annotation_line import annotation_line
from pressmark.ui.panels.sorted_rows import NOWHERE, AnyIndex, LineRole
from pressmark.ui.panels.words import one_line
from pressmark.ui.session import Session

MOST = 300
"""How many are offered; a filter brings others within reach."""

_SLICE = 0.008
"""Seconds that one step of the search may take."""


class Candidate(NamedTuple):
    """An annotation and the article it is in."""

    annotation: Annotation
    article: str


Wanted = Callable[[Candidate], bool]


class CandidateRows(QAbstractListModel):
    """The annotations that are wanted, those of one article first."""

    found = Signal()
    """There are more, or the search is over."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._article_id = ""
        self._found: list[Candidate] = []
        self._search: Iterator[Candidate | None] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def search(self, article_id: str, wanted: Wanted) -> None:
        """Look for annotations, beginning in the article of that id."""
        self.stop()
        self.beginResetModel()
        self._found.clear()
        self.endResetModel()
        self._article_id = article_id
        self._search = _candidates(self._session.project, article_id, wanted)
        self._timer.start()
        self._go_on()

    @property
    def is_searching(self) -> bool:
        """Whether there may be more."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Look no further."""
        self._timer.stop()

    def candidate(self, index: AnyIndex) -> Candidate | None:
        """Return the candidate in a row, or None where there is no such row."""
        return self._found[index.row()] if index.isValid() else None

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Return how many were found so far."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line to paint, or words for people who hear the list."""
        candidate = self.candidate(index)
        if candidate is None:
            return None
        project = self._session.project
        head = project.articles[candidate.article].head
        elsewhere = candidate.article != self._article_id
        source = one_line(head.source or head.title or "") if elsewhere else ""
        line = annotation_line(project, candidate.annotation, source)
        if role == LineRole:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (line.label.title, line.text, source)))
        return None

    def _go_on(self) -> None:
        found, until = [], monotonic() + _SLICE
        for candidate in self._search:
            if candidate is not None:
                found.append(candidate)
            if monotonic() > until:
                break
        else:
            self.stop()
        found = found[: MOST - len(self._found)]
        if found:
            first = len(self._found)
            self.beginInsertRows(NOWHERE, first, first + len(found) - 1)
            self._found += found
            self.endInsertRows()
        if len(self._found) >= MOST:
            self.stop()
        if found or not self.is_searching:
            self.found.emit()


def _candidates(project: Project, article_id: str, wanted: Wanted) -> Iterator[Candidate | None]:
    """Yield what is wanted, and None after each article, so that the search can pause."""
    others = (one for one in project.current() if one.head.id != article_id)
    for shelved in (project.articles[article_id], *others):
        for annotation in _annotations(shelved):
            candidate = Candidate(annotation, shelved.head.id)
            if wanted(candidate):
                yield candidate
        yield None


def _annotations(shelved: Shelved) -> tuple[Annotation, ...]:
    try:
        return shelved.open().annotations.in_order
    except PressmarkError:
        return ()  # a damaged article offers nothing
