"""The annotations that a format would lose, as rows."""

from functools import cache

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from pressmark.formats.format import Lost
from pressmark.model.project import Project
from pressmark.ui.dialogs.export.holding import lost_words
from pressmark.ui.panels.annotation_line import AnnotationLine, annotation_line
from pressmark.ui.panels.sorted_rows import LineRole

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class LostRows(QAbstractListModel):
    """Looks up what a row says only when it is shown: there may be thousands."""

    def __init__(self) -> None:
        super().__init__()
        self._lost: tuple[Lost, ...] = ()
        self._line = cache(self._made)
        self._project: Project | None = None

    def show_lost(self, project: Project, lost: tuple[Lost, ...]) -> None:
        """Show other annotations of a project."""
        self.beginResetModel()
        self._project, self._lost, self._line = project, lost, cache(self._made)
        self.endResetModel()

    def lost(self, index: Index) -> Lost:
        """Return what a row is about."""
        return self._lost[index.row()]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many are lost."""
        return 0 if parent.isValid() else len(self._lost)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line of a row, or what it says."""
        if role == LineRole:
            return self._line(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            line = self._line(index.row())
            return f"{line.label.title}: {line.text} ({line.aside})" if line else ""
        return None

    def _made(self, row: int) -> AnnotationLine | None:
        if self._project is None:
            return None
        one = self._lost[row]
        annotation = self._project.article(one.article).annotations[one.annotation]
        return annotation_line(self._project, annotation, lost_words(one, self._project.label_set))
