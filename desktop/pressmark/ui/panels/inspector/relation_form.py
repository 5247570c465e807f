"""Adding a relation: which type, to which annotation or entity."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pressmark.analysis.relating import Fit, are_related
from pressmark.edits.edit import Edit
from pressmark.edits.frame import PutEntity
from pressmark.model.annotation import Annotation
from pressmark.model.ids import new_id
from pressmark.model.records import Entity, Relation
from pressmark.ui.panels.annotation_delegate import HEIGHT, AnnotationDelegate
from pressmark.ui.panels.inspector.candidate_preview import CandidatePreview
from pressmark.ui.panels.inspector.candidate_rows import Candidate, CandidateRows
from pressmark.ui.panels.inspector.choice_field import ChoiceField
from pressmark.ui.panels.inspector.editors.entity_line import EntityLine
from pressmark.ui.panels.row_painting import Index
from pressmark.ui.panels.row_view import RowView
from pressmark.ui.panels.words import one_line, value_words
from pressmark.ui.session import Session
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.search_field import SearchField

_ROWS = 6


class RelationForm(QWidget):
    """A type that fits, and the annotations that it may lead to; Enter on one adds the relation."""

    relation_made = Signal(object, tuple)
    """The new Relation, not yet part of the project, and the edits that must go before."""
    left = Signal()
    """Nothing is to be added."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._start: Annotation | None = None
        self.kind = ChoiceField(self.tr("Type of relation"))
        self.kind.currentIndexChanged.connect(self._offer_match)
        self.match = ChoiceField(self.tr("How alike"))
        self.filter = SearchField(self.tr("Find the other annotation"))
        self.filter.textChanged.connect(self._search)
        self.filter.returnPressed.connect(self._take_current)
        self._rows = CandidateRows(session, self)
        self.view = RowView(self._rows, self.tr("Annotations it may lead to"))
        self.view.setItemDelegate(AnnotationDelegate(self._is_current, self))
        self.view.opened.connect(self._take)
        self.view.doubleClicked.connect(self._take)
        self.view.selectionModel().currentChanged.connect(self.view.viewport().update)
        self.view.selectionModel().currentChanged.connect(self._preview)
        self.preview = CandidatePreview(session)
        self.entity = EntityLine()
        self.entity.setAccessibleName(self.tr("Or an entity"))
        self.entity.setPlaceholderText(self.tr("Or an entity: name, known or new"))
        self.entity.chosen.connect(self._take_entity)
        self.entity.named.connect(self._take_new_entity)
        self.entity.left.connect(self._leave_entity)
        self._nothing = PlainLabel(self.tr("No annotation fits."), "muted")
        self._rows.found.connect(self._show_found)
        self.inferred = QCheckBox(self.tr("My inference, not stated in the text"))
        self.add = QPushButton(self.tr("Add"))
        self.add.clicked.connect(self._take_current)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.left)
        self._lay_out()

    def begin(self, start: Annotation) -> None:
        """Offer what a relation from this annotation may be and lead to."""
        self._start = start
        self.kind.clear()
        kinds = self._session.project.label_set.relations
        for kind in kinds:
            if kind.may_start_at(start.label):
                self.kind.addItem(kind.title, Fit(kind))
        for kind in kinds:
            if kind.may_end_at(start.label) and not kind.may_start_at(start.label):
                words = self.tr("The other one {relation} this")
                self.kind.addItem(words.format(relation=kind.title), Fit(kind, is_back=True))
        self.inferred.setChecked(False)
        self.filter.clear()
        self.entity.offer(self._session.project)
        self._search()
        self.kind.setFocus()

    def look_for(self, typed: str) -> None:
        """Go on with what was typed elsewhere."""
        self.filter.setText(typed)
        self.filter.setFocus()

    def end(self) -> None:
        """Look for nothing any more."""
        self._start = None
        self._rows.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc; go up and down in the list from the line above it, too."""
        steps = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in steps and self.filter.hasFocus():
            row = self.view.currentIndex().row() + steps[event.key()]
            if 0 <= row < self._rows.rowCount():
                self.view.setCurrentIndex(self._rows.index(row))
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        for part in (self.kind, self.match, self.filter, self.view, self._nothing, self.preview):
            column.addWidget(part)
        column.addWidget(self.entity)
        column.addWidget(self.inferred)
        column.addLayout(buttons)

    def _type(self) -> Fit | None:
        fit = self.kind.currentData()
        return fit if isinstance(fit, Fit) else None

    def _offer_match(self) -> None:
        fit = self._type()
        self.match.clear()
        for value in fit.kind.match if fit else ():
            self.match.addItem(value_words(value), value)
        self.match.setVisible(self.match.count() > 0)
        self.entity.setVisible(fit is not None and fit.kind.entity and not fit.is_back)
        self._search()

    def _search(self) -> None:
        start, fit = self._start, self._type()
        if start is None or fit is None:
            return
        words = one_line(self.filter.text()).casefold()
        project = self._session.project
        place = project.places[start.id]

        def is_wanted(other: Candidate) -> bool:
            first, second = start.label, other.annotation.label
            ends = (second, first) if fit.is_back else (first, second)
            if other.annotation.id == start.id or not fit.kind.fits(*ends):
                return False
            if other.article != place and not fit.kind.joins_articles:
                return False
            head = project.articles[other.article].head
            about = (*other.annotation.text, head.source or "", head.title or "")
            return not words or words in one_line(" ".join(about)).casefold()

        self._rows.search(place, is_wanted)

    def _show_found(self) -> None:
        """Be as high as what was found needs, and begin at the first."""
        count = self._rows.rowCount()
        self.view.setFixedHeight(min(count, _ROWS) * HEIGHT + 2)
        self.view.setVisible(count > 0)
        self._nothing.setVisible(count == 0)
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self._rows.index(0))
        self._preview()

    def _preview(self) -> None:
        self.preview.show_candidate(self._rows.candidate(self.view.currentIndex()))

    def _is_current(self, index: Index) -> bool:
        return index == self.view.currentIndex()

    def _take_current(self) -> None:
        self._take(self.view.currentIndex())

    def _take(self, index: QModelIndex) -> None:
        start, fit, end = self._start, self._type(), self._rows.candidate(index)
        if start is None or fit is None or end is None:
            return
        ends = start.id, end.annotation.id
        relation = self._relation(fit, from_=ends[fit.is_back], to=ends[not fit.is_back])
        if are_related(self._session.project, fit.kind, relation.from_, relation.to or ""):
            self.left.emit()
        else:
            self.relation_made.emit(relation, ())

    def _take_entity(self, entity_id: str, *edits: Edit) -> None:
        start, fit = self._start, self._type()
        if start is not None and fit is not None:
            self.relation_made.emit(self._relation(fit, from_=start.id, entity=entity_id), edits)

    def _take_new_entity(self, name: str) -> None:
        entity = Entity(id=new_id(), name=name)
        self._take_entity(entity.id, PutEntity(entity))

    def _leave_entity(self) -> None:
        if self.entity.hasFocus():  # Esc; the focus only went to another field else
            self.left.emit()

    def _relation(
        self, fit: Fit, *, from_: str, to: str | None = None, entity: str | None = None
    ) -> Relation:
        stamp = self._session.stamp()
        return Relation(
            id=new_id(),
            type=fit.kind.id,
            from_=from_,
            to=to,
            entity=entity,
            inferred=self.inferred.isChecked(),
            match=self.match.currentData(),
            annotator=stamp.annotator,
            created=stamp.time,
        )
