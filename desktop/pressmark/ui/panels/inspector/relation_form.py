"""Adding a relation: which type, to which annotation."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pressmark.model.annotation import Annotation
from pressmark.model.ids import new_id
from pressmark.model.label_set import RelationType
from pressmark.model.records import Relation
from pressmark.ui.panels.annotation_delegate import HEIGHT, AnnotationDelegate
from pressmark.ui.panels.inspector.candidate_rows import CandidateRows
from pressmark.ui.panels.inspector.choice_field import ChoiceField
from pressmark.ui.panels.row_painting import Index
from pressmark.ui.panels.row_view import RowView
from pressmark.ui.panels.words import one_line, value_words
from pressmark.ui.session import Session
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.search_field import SearchField

_ROWS = 6


class RelationForm(QWidget):
    """A type that fits, and the annotations that it may lead to; Enter on one adds the relation."""

    relation_made = Signal(object)
    """The new Relation, not yet part of the project."""
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
        self.view.entered.connect(self._take)
        self.view.doubleClicked.connect(self._take)
        self.view.selectionModel().currentChanged.connect(self.view.viewport().update)
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
        for kind in self._session.project.label_set.relations:
            if kind.same_label or not kind.from_ or start.label in kind.from_:
                self.kind.addItem(kind.title, kind)
        self.inferred.setChecked(False)
        self.filter.clear()
        self._search()
        self.kind.setFocus()

    def end(self) -> None:
        """Look for nothing any more."""
        self._start = None
        self._rows.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
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
        for part in (self.kind, self.match, self.filter, self.view, self._nothing, self.inferred):
            column.addWidget(part)
        column.addLayout(buttons)

    def _type(self) -> RelationType | None:
        kind = self.kind.currentData()
        return kind if isinstance(kind, RelationType) else None

    def _offer_match(self) -> None:
        kind = self._type()
        self.match.clear()
        for value in kind.match if kind else ():
            self.match.addItem(value_words(value), value)
        self.match.setVisible(self.match.count() > 0)
        self._search()

    def _search(self) -> None:
        start, kind = self._start, self._type()
        if start is None or kind is None:
            return
        words = one_line(self.filter.text()).casefold()

        def is_wanted(other: Annotation) -> bool:
            if other.id == start.id or not kind.fits(start.label, other.label):
                return False
            return not words or words in one_line(" ".join(other.text)).casefold()

        self._rows.search(self._session.project.places[start.id], is_wanted)

    def _show_found(self) -> None:
        """Be as high as what was found needs, and begin at the first."""
        count = self._rows.rowCount()
        self.view.setFixedHeight(min(count, _ROWS) * HEIGHT + 2)
        self.view.setVisible(count > 0)
        self._nothing.setVisible(count == 0)
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self._rows.index(0))

    def _is_current(self, index: Index) -> bool:
        return index == self.view.currentIndex()

    def _take_current(self) -> None:
        self._take(self.view.currentIndex())

    def _take(self, index: QModelIndex) -> None:
        start, kind, end = self._start, self._type(), self._rows.candidate(index)
        if start is None or kind is None or end is None:
            return
        stamp = self._session.stamp()
        relation = Relation(
            id=new_id(),
            type=kind.id,
            from_=start.id,
            to=end.annotation.id,
            inferred=self.inferred.isChecked(),
            match=self.match.currentData(),
            annotator=stamp.annotator,
            created=stamp.time,
        )
        self.relation_made.emit(relation)
