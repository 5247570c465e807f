"""The relations in their dock: filtered, gone to, changed and removed."""

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pressmark.analysis.loose_ends import LooseEnd, loose_ends
from pressmark.edits.relations import RemoveRelation, ReplaceRelation
from pressmark.model.records import Relation
from pressmark.ui.panels.loose_end_words import loose_end_words
from pressmark.ui.panels.relations.listed import Wanted
from pressmark.ui.panels.relations.relation_editor import RelationEditor
from pressmark.ui.panels.relations.relation_list import RelationList
from pressmark.ui.panels.relations.relation_rows import RelationRows, key_of
from pressmark.ui.session import Session
from pressmark.ui.widgets.empty_state import EmptyState
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.search_field import SearchField
from pressmark.ui.words import counted, phrases

_SETTLING = 200
"""Milliseconds after a change of the project before the list is read anew."""


class RelationsPanel(QWidget):
    """Lists all relations, or what lacks one; going to a row goes to one of its ends."""

    entered = Signal()
    """Enter was pressed on a row: the article may get the focus."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._kept = ""
        self.rows = RelationRows(session, self)
        self.list = RelationList(session, self.rows, self.tr("Relations"))
        self.filter = SearchField(self.tr("Filter relations"))
        self.show_only = QComboBox()
        self.show_only.setAccessibleName(self.tr("Show"))
        self.here = QPushButton(self.tr("This article"))
        self.here.setCheckable(True)
        self._count = PlainLabel(role="muted")
        self.editor = RelationEditor(session)
        self._empty = EmptyState("link", "")
        self._pages = QStackedWidget()
        self._settling = QTimer(self, interval=_SETTLING, singleShot=True)
        self._settling.timeout.connect(self.read)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)
        self._offer()

    def showEvent(self, _event: object) -> None:
        """Read what changed while nobody looked; begin at the active annotation's first."""
        active = self._session.annotation
        own = self._session.project.relations.touching(active.id) if active is not None else ()
        if own:
            self.list.setCurrentIndex(QModelIndex())
            self._kept = own[0].id
        self.read()

    def read(self) -> None:
        """List what is wanted, anew."""
        self._settling.stop()
        if not self.isVisible() or self._session.file is None:
            self.rows.clear()
            return
        current = self.rows.at(self.list.currentIndex())
        self._kept = key_of(current) if current else self._kept
        chosen = self.show_only.currentData()
        is_loose = isinstance(chosen, LooseEnd)
        article = self._session.article_id if self.here.isChecked() else ""
        self.rows.want(
            Wanted(
                self.filter.text(),
                "" if is_loose else chosen or "",
                article,
                chosen if is_loose else None,
            )
        )

    # ---- what is shown

    def _lay_out(self) -> None:
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty)
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 6)
        row.setSpacing(8)
        row.addWidget(self.filter, 1)
        for widget in (self.show_only, self.here, self._count):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._pages, 1)
        column.addWidget(self.editor)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.read)
        self.show_only.currentIndexChanged.connect(self.read)
        self.here.toggled.connect(self.read)
        self.rows.found.connect(self._show_state)
        self.list.end_asked.connect(self._go)
        self.list.opened.connect(self._enter)
        self.list.removal_asked.connect(self._remove)
        self.list.selectionModel().currentChanged.connect(self._show_editor)
        self.editor.changed.connect(self._change)
        self.editor.removal_asked.connect(self._remove)
        session = self._session
        session.project_replaced.connect(self._offer)
        session.frame_changed.connect(self._offer)
        session.article_opened.connect(self._follow_article)
        for changed in (
            session.relations_changed,
            session.annotations_changed,
            session.articles_changed,
        ):
            changed.connect(self._read_soon)

    def _read_soon(self) -> None:
        if self.isVisible():
            self._settling.start()

    def _follow_article(self) -> None:
        if self.here.isChecked():
            self._read_soon()

    def _offer(self) -> None:
        """Offer the types of the label set, and what may lack one."""
        chosen = self.show_only.currentData()
        self.show_only.blockSignals(True)  # noqa: FBT003 -- Qt has no names for this
        self.show_only.clear()
        self.show_only.addItem(self.tr("All relations"), "")
        if self._session.file is not None:
            labels = self._session.project.label_set
            for kind in labels.relations:
                self.show_only.addItem(kind.title, kind.id)
            self.show_only.insertSeparator(self.show_only.count())
            for end in loose_ends(labels):
                self.show_only.addItem(loose_end_words(labels, end), end)
        at = [self.show_only.itemData(row) for row in range(self.show_only.count())]
        self.show_only.setCurrentIndex(at.index(chosen) if chosen in at else 0)
        self.show_only.blockSignals(False)  # noqa: FBT003 -- Qt has no names for this
        self.read()

    def _show_state(self) -> None:
        count = self.rows.rowCount()
        listed = phrases("{n} relation", "{n} relations")
        if isinstance(self.show_only.currentData(), LooseEnd):
            listed = phrases("{n} annotation", "{n} annotations")
        self._count.setText(counted(*listed, count))
        self._pages.setCurrentWidget(self.list if count else self._empty)
        self._empty.say(self._nothing())
        if count and not self.list.currentIndex().isValid():
            kept = self.rows.index_of(self._kept)
            if kept.isValid() or not self.rows.is_searching:
                self.list.setCurrentIndex(kept if kept.isValid() else self.rows.index(0))
                QTimer.singleShot(0, self.list, self._reveal_current)  # once it has its height
        self._show_editor()

    def _reveal_current(self) -> None:
        self.list.scrollTo(self.list.currentIndex())

    def _nothing(self) -> str:
        if self.rows.is_searching:
            return self.tr("Looking…")
        if self._session.file is not None and len(self._session.project.relations):
            return self.tr("Nothing is like this.")
        return self.tr("Relations between annotations are listed here: “Add relation” makes one.")

    def _show_editor(self) -> None:
        self.editor.show_row(self.rows.at(self.list.currentIndex()))

    # ---- acting

    def _go(self, index: QModelIndex, is_far: bool) -> None:  # noqa: FBT001 -- a signal's
        row = self.rows.at(index)
        end = (row.end if is_far else row.start) if row else None
        if end is not None and end.annotation is not None:
            self._session.show(end.annotation.id)

    def _enter(self, index: QModelIndex) -> None:
        self._go(index, False)  # noqa: FBT003 -- a slot's
        self.entered.emit()

    def _change(self, relation: Relation) -> None:
        row = self.rows.at(self.list.currentIndex())
        done = self._session.commit(self.tr("Change relation"), ReplaceRelation(relation))
        if row is not None and done is not None:
            self.editor.show_row(row._replace(relation=relation))
        else:
            self._show_editor()

    def _remove(self) -> None:
        index = self.list.currentIndex()
        row = self.rows.at(index)
        if row is None or row.relation is None or not self._session.writable:
            return
        after = self.rows.at(self.rows.index(index.row() + 1))
        if self._session.commit(self.tr("Remove relation"), RemoveRelation(row.relation.id)):
            self.list.setCurrentIndex(QModelIndex())
            self._kept = key_of(after) if after else ""
            self.read()
