"""Changing the relation that is chosen in the list: its type, how sure it is, a note."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QWidget

from pressmark.model.records import Relation
from pressmark.ui.panels.inspector.line_field import LineField
from pressmark.ui.panels.relations.listed import Listed
from pressmark.ui.panels.words import value_words
from pressmark.ui.session import Session
from pressmark.ui.theme.appearance import give_icon


class RelationEditor(QWidget):
    """Only types that fit both ends are offered."""

    changed = Signal(object)
    """The Relation as it shall be."""
    removal_asked = Signal()
    """It shall go."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._relation: Relation | None = None
        self.kind = self._choice(self.tr("Type of relation"))
        self.match = self._choice(self.tr("How alike"))
        self.inferred = QCheckBox(self.tr("Inferred"))
        self.note = LineField()
        self.note.line.setAccessibleName(self.tr("Note"))
        self.note.line.setPlaceholderText(self.tr("Note"))
        self.remove = QPushButton(self.tr("Remove"))
        give_icon(self.remove, "trash-2")
        self.kind.activated.connect(self._change)
        self.match.activated.connect(self._change)
        self.inferred.clicked.connect(self._change)
        self.note.written.connect(self._write)
        self.remove.clicked.connect(self.removal_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        for part in (self.kind, self.match, self.inferred):
            row.addWidget(part)
        row.addWidget(self.note, 1)
        row.addWidget(self.remove)
        self.show_row(None)

    def show_row(self, row: Listed | None) -> None:
        """Show what can be changed of a row; nothing where it is no relation."""
        relation = row.relation if row else None
        is_other = relation is None or self._relation is None or relation.id != self._relation.id
        self._relation = relation
        self.setVisible(relation is not None)
        self.setEnabled(self._session.writable)
        if row is None or relation is None:
            return
        self._offer_kinds(row, relation)
        kind = self._session.project.label_set.relation_type(relation.type)
        self.match.clear()
        self.match.addItem(self.tr("How alike: not said"), None)
        for value in kind.match if kind else ():
            self.match.addItem(value_words(value), value)
        self.match.setVisible(self.match.count() > 1)
        self.match.setCurrentIndex(max(0, self.match.findData(relation.match)))
        self.inferred.setChecked(relation.inferred)
        self.note.show_text(relation.note or "", always=is_other)

    def _offer_kinds(self, row: Listed, relation: Relation) -> None:
        labels = self._session.project.label_set
        start, end = row.start.annotation, row.end.annotation
        self.kind.clear()
        for kind in labels.relations:
            fits_ends = start and end and kind.fits(start.label, end.label)
            fits_entity = (
                relation.entity and start and kind.entity and kind.may_start_at(start.label)
            )
            far = self._session.project.reaches_too_far(replace(relation, type=kind.id))
            if kind.id == relation.type or ((fits_ends or fits_entity) and not far):
                self.kind.addItem(kind.title, kind.id)
        if self.kind.findData(relation.type) < 0:
            self.kind.addItem(value_words(relation.type), relation.type)
        self.kind.setCurrentIndex(self.kind.findData(relation.type))

    def _change(self) -> None:
        if self._relation is None:
            return
        kind = self.kind.currentData()
        same = kind == self._relation.type
        changed = replace(
            self._relation,
            type=kind,
            inferred=self.inferred.isChecked(),
            match=self.match.currentData() if same else None,
        )
        self._tell(changed)

    def _write(self, note: str) -> None:
        if self._relation is not None:
            self._tell(replace(self._relation, note=note or None))

    def _tell(self, changed: Relation) -> None:
        if changed != self._relation:
            self.changed.emit(changed)

    @staticmethod
    def _choice(accessible_name: str) -> QComboBox:
        field = QComboBox()
        field.setAccessibleName(accessible_name)
        return field
