"""The relations of an annotation, and the way to add one."""

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from pressmark.edits.relations import AddRelation, RemoveRelation
from pressmark.model.annotation import Annotation
from pressmark.model.records import Relation
from pressmark.ui.panels.inspector.derived_relations import derived_relations
from pressmark.ui.panels.inspector.line_button import LineButton
from pressmark.ui.panels.inspector.relation_form import RelationForm
from pressmark.ui.panels.inspector.relation_line import RelationLine, derived_line, relation_line
from pressmark.ui.panels.inspector.relation_row import RelationRow
from pressmark.ui.session import Session


class RelationsSection(QWidget):
    """Lists relations in both directions; those that attributes state come last."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._annotation_id = ""
        self._lines: tuple[RelationLine, ...] = ()
        self.rows: list[RelationRow] = []
        self.add = LineButton("link", self.tr("Add relation…"))
        self.add.clicked.connect(self._open_form)
        self.form = RelationForm(session)
        self.form.relation_made.connect(self._add)
        self.form.left.connect(self._close_form)
        self.form.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._list)
        column.addWidget(self.add)
        column.addWidget(self.form)

    def show_annotation(self, annotation: Annotation) -> None:
        """Show the relations of an annotation."""
        if annotation.id != self._annotation_id:
            self._annotation_id = annotation.id
            self._close_form()
        project = self._session.project
        stored = project.relations.touching(annotation.id)
        lines = (
            *(relation_line(project, one, annotation.id) for one in stored),
            *(derived_line(project, one) for one in derived_relations(project, annotation)),
        )
        if lines != self._lines:
            self._lines = lines
            self._show_lines()

    def _show_lines(self) -> None:
        if any(_has_focus(row) for row in self.rows):
            self.add.setFocus()
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [self._row(line) for line in self._lines]
        for row in self.rows:
            self._list.addWidget(row)

    def _row(self, line: RelationLine) -> RelationRow:
        row = RelationRow(line)
        row.followed.connect(self._session.show)
        row.removed.connect(self._remove)
        return row

    def _remove(self, relation_id: str) -> None:
        self._session.commit(self.tr("Remove relation"), RemoveRelation(relation_id))

    def _add(self, relation: Relation) -> None:
        if self._session.commit(self.tr("Add relation"), AddRelation(relation)):
            self._close_form()

    def _open_form(self) -> None:
        annotation = self._session.annotation
        if annotation is not None:
            self.add.hide()
            self.form.show()
            self.form.begin(annotation)

    def _close_form(self) -> None:
        had_focus = _has_focus(self.form)
        self.form.end()
        self.form.hide()
        self.add.show()
        if had_focus:
            self.add.setFocus()


def _has_focus(widget: QWidget) -> bool:
    """Say whether the focus is somewhere in a widget."""
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)
