"""Relations as rows, as they are found."""

from PySide6.QtCore import QModelIndex, QObject, Qt

from pressmark.ui.panels.annotation_line import label_of
from pressmark.ui.panels.gradual_rows import GradualRows
from pressmark.ui.panels.relations.listed import End, Listed, Wanted, listed, outlet
from pressmark.ui.panels.sorted_rows import AnyIndex, LineRole
from pressmark.ui.panels.words import value_words
from pressmark.ui.session import Session


class RelationRows(GradualRows[Listed]):
    """The relations that are wanted, or the annotations that lack one."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def want(self, wanted: Wanted) -> None:
        """Show these."""
        self.search(listed(self._session.project, wanted))

    def index_of(self, key: str) -> QModelIndex:
        """Return where a relation, or an annotation that lacks one, is by its id."""
        rows = (at for at, one in enumerate(self._found) if key_of(one) == key)
        row = next(rows, -1)
        return self.index(row) if row >= 0 else QModelIndex()

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what to paint, or words for people who hear the list."""
        row = self.at(index)
        if row is None:
            return None
        if role == LineRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            ends = [self._said(row.start)]
            if row.relation is not None:
                ends += [self.kind_words(row), self._said(row.end)]
            return ", ".join(ends)
        return None

    def kind_words(self, row: Listed) -> str:
        """Return the type of a relation, and whether it is the analyst's inference."""
        if row.relation is None:
            return ""
        kind = self._session.project.label_set.relation_type(row.relation.type)
        words = [kind.title if kind else value_words(row.relation.type)]
        words += [value_words(row.relation.match).lower()] if row.relation.match else []
        words += [self.tr("inferred")] if row.relation.inferred else []
        return " · ".join(words)

    def _said(self, end: End) -> str:
        project = self._session.project
        label = label_of(project, end.annotation).title if end.annotation else ""
        return ", ".join(filter(None, (label, end.words, outlet(project, end.article))))


def key_of(row: Listed) -> str:
    """Return the id of what a row shows."""
    if row.relation is not None:
        return row.relation.id
    return row.start.annotation.id if row.start.annotation else ""
