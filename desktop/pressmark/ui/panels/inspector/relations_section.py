"""The relations of an annotation, and the way to add one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from pressmark.edits.edit import Edit
from pressmark.edits.relations import AddRelation, RemoveRelation
from pressmark.model.annotation import Annotation
from pressmark.model.records import Relation
from pressmark.ui.panels.inspector.derived_relations import derived_relations
from pressmark.ui.panels.inspector.line_button import LineButton
from pressmark.ui.panels.inspector.relation_form import RelationForm
from pressmark.ui.panels.inspector.relation_line import RelationLine, derived_line, relation_line
from pressmark.ui.panels.inspector.relation_row import RelationRow
from pressmark.ui.session import Session
from pressmark.ui.widgets.revealing import reveal


class RelationsSection(QWidget):
    """Lists relations in both directions; those that attributes state come last."""

    pick_asked = Signal()
    """The other end of a new relation is to be chosen in the text."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._annotation_id = ""
        self._lines: tuple[RelationLine, ...] = ()
        self.rows: list[RelationRow] = []
        self.pick = LineButton("link", self.tr("Add relation"))
        self.pick.clicked.connect(self.pick_asked)
        self.add = LineButton("list", self.tr("From a list…"))
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
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.pick)
        buttons.addWidget(self.add)
        buttons.addStretch()
        column.addLayout(buttons)
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

    def open_list(self, typed: str = "") -> None:
        """Look for the other end in a list, by what was typed already."""
        self._open_form()
        self.form.look_for(typed)

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

    def _add(self, relation: Relation, before: tuple[Edit, ...]) -> None:
        if self._session.commit(self.tr("Add relation"), *before, AddRelation(relation)):
            self._close_form()

    def _open_form(self) -> None:
        annotation = self._session.annotation
        if annotation is not None:
            self.add.hide()
            self.pick.hide()
            self.form.show()
            self.form.begin(annotation)
            reveal(self.form)

    def _close_form(self) -> None:
        had_focus = _has_focus(self.form)
        self.form.end()
        self.form.hide()
        self.add.show()
        self.pick.show()
        if had_focus:
            self.add.setFocus()


def _has_focus(widget: QWidget) -> bool:
    """Say whether the focus is somewhere in a widget."""
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)
