"""All entities of the project: found by a filter, described, and where they are named."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from pressmark.analysis.naming import named_by
from pressmark.ui.panels.annotation_delegate import AnnotationDelegate
from pressmark.ui.panels.entities.entity_card import EntityCard
from pressmark.ui.panels.entities.entity_delegate import EntityDelegate
from pressmark.ui.panels.entities.entity_rows import EntityRows
from pressmark.ui.panels.inspector.candidate_rows import CandidateRows
from pressmark.ui.panels.row_painting import Index
from pressmark.ui.panels.row_view import RowView
from pressmark.ui.panels.words import annotation_count
from pressmark.ui.session import Session
from pressmark.ui.widgets.empty_state import EmptyState
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.protection import protect
from pressmark.ui.widgets.search_field import SearchField


class EntitiesPanel(QWidget):
    """A list of entities, the card of the one that is chosen, and the annotations that name it."""

    load_asked = Signal()
    """Entities are to be read from a file."""
    merge_asked = Signal(str, tuple)
    """The ids of an entity and of those that become part of it."""
    unused_asked = Signal()
    """The entities that nothing names are to go."""
    annotation_picked = Signal(str)
    """The id of an annotation to be shown."""
    needed = Signal()
    """The panel came into view: what it shows may be out of date."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._is_refreshing = False
        self.filter = SearchField(self.tr("Filter entities"))
        self.load = QPushButton(self.tr("Load a list…"))
        self.load.clicked.connect(self.load_asked)
        self.unused = QPushButton(self.tr("Delete unused"))
        self.unused.clicked.connect(self.unused_asked)
        self.merge = QPushButton(self.tr("Merge selected"))
        self.merge.clicked.connect(self._merge)
        self.rows = EntityRows(session, self)
        self.list = RowView(self.rows, self.tr("Entities"), several=True)
        self.list.setItemDelegate(EntityDelegate(self._is_chosen, self))
        self.filter.textChanged.connect(self._filter)
        self.filter.returnPressed.connect(self.list.setFocus)
        self.list.selectionModel().currentChanged.connect(self._show_chosen)
        self.card = EntityCard(session)
        self.list.selectionModel().selectionChanged.connect(self._offer_merging)
        self.list.opened.connect(lambda _index: self.card.setFocus())
        self._named = PlainLabel(role="muted")
        self.places = CandidateRows(session, self)
        self.naming = RowView(self.places, self.tr("Annotations that name it"))
        self.naming.setItemDelegate(AnnotationDelegate(lambda _index: False, self))
        self.naming.clicked.connect(self._pick)
        self.naming.opened.connect(self._pick)
        self._empty = EmptyState(
            "users", self.tr("Whoever attributes name is kept here. A list can be loaded, too.")
        )
        self.card.merge_chosen.connect(lambda kept, gone: self.merge_asked.emit(kept, (gone,)))
        self.setFocusProxy(self.filter)
        self._lay_out()
        session.project_replaced.connect(self.refresh)
        session.frame_changed.connect(self.refresh)
        self.refresh()

    @property
    def chosen(self) -> str:
        """The id of the entity that is chosen, or ""."""
        return self.rows.id_at(self.list.currentIndex())

    def choose(self, entity_id: str) -> None:
        """Show one entity."""
        if not self.rows.index_of(entity_id).isValid():
            self.filter.clear()  # it hid this one
        self.list.setCurrentIndex(self.rows.index_of(entity_id))
        self.list.scrollTo(self.list.currentIndex())

    def refresh(self) -> None:
        """Show what is the case now, with the same entity chosen."""
        chosen, self._is_refreshing = self.chosen, True
        self.rows.refresh()
        index = self.rows.index_of(chosen)
        self.list.setCurrentIndex(index if index.isValid() else self.rows.index(0))
        self._is_refreshing = False
        has_any = self._session.file is not None and bool(self._session.project.entities)
        self._split.setVisible(has_any)
        self._empty.setVisible(not has_any)
        self._show_chosen()
        self._offer_merging()
        protect(self, on=not self._session.writable)

    def showEvent(self, event: object) -> None:
        """Tell that somebody looks."""
        del event
        self.needed.emit()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 4, 14, 6)
        bar.setSpacing(6)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.merge)
        bar.addWidget(self.load)
        bar.addWidget(self.unused)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 6, 0, 0)
        self._named.setContentsMargins(14, 0, 14, 0)
        column.addWidget(self._named)
        column.addWidget(self.naming, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        scrolled = QScrollArea()
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidgetResizable(True)
        scrolled.setWidget(self.card)
        for part in (self.list, scrolled, right):
            self._split.addWidget(part)
        self._split.setSizes([400, 340, 400])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(bar)
        whole.addWidget(self._split, 1)
        whole.addWidget(self._empty, 1)

    def _selected(self) -> tuple[str, ...]:
        return tuple(self.rows.id_at(one) for one in self.list.selectionModel().selectedIndexes())

    def _offer_merging(self) -> None:
        self.merge.setVisible(len(self._selected()) > 1)

    def _merge(self) -> None:
        """Merge all that are selected into the one that the keys are on."""
        others = tuple(one for one in self._selected() if one != self.chosen)
        self.merge_asked.emit(self.chosen, others)

    def _filter(self, words: str) -> None:
        self.rows.filter(words)
        self.refresh()

    def _is_chosen(self, index: Index) -> bool:
        return index == self.list.currentIndex()

    def _show_chosen(self) -> None:
        if self._is_refreshing:
            return
        chosen, project = self.chosen, self._session.project if self._session.file else None
        entity = project.entities.get(chosen) if project else None
        self.card.show_entity(entity)
        self.list.viewport().update()
        self.show_named()
        self.places.stop()
        if self.isVisible() and project and project.articles:
            start = self._session.article_id or project.current()[0].head.id
            self.places.search(
                start, lambda one: bool(chosen) and chosen in named_by(project, one.annotation)
            )

    def show_named(self) -> None:
        """Say how many annotations name the entity that is chosen."""
        count = self.rows.count_of(self.chosen)
        words = self.tr("Named in {count}").format(count=annotation_count(count or 0))
        self._named.setText("" if count is None else words)

    def _pick(self, index: QModelIndex) -> None:
        found = self.places.candidate(index)
        if found is not None:
            self.annotation_picked.emit(found.annotation.id)
