"""Finding: what is looked for, a concordance of where it stands, and tagging all that is ticked."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from pressmark.analysis.conditions import Condition
from pressmark.errors import PressmarkError
from pressmark.model.annotation import Annotation
from pressmark.ui.messages import sentence
from pressmark.ui.panels.find.conditions_row import ConditionsRow
from pressmark.ui.panels.find.hit_delegate import HitLine
from pressmark.ui.panels.find.hit_list import HitList
from pressmark.ui.panels.find.hit_rows import HitRows
from pressmark.ui.panels.find.query_bar import QueryBar
from pressmark.ui.panels.find.search import Found, Search, alike, hits
from pressmark.ui.panels.find.tag_bar import TagBar
from pressmark.ui.panels.words import one_line
from pressmark.ui.session import Session
from pressmark.ui.widgets.empty_state import EmptyState
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t

_SETTLING = 300
"""Milliseconds after a change of the project before what was found is looked for again."""


class FindPanel(QWidget):
    """What stands where; it knows how to look, and leaves to others what follows from it."""

    picked = Signal(object)
    """Go to this `Found`, and leave the focus where it is."""
    entered = Signal(object)
    """Go to this `Found`, and into the article."""
    found = Signal()
    """Other places were found, or none any more."""
    tag_asked = Signal(str, tuple)
    """The id of a label, and what to tag with it, each a `Found`."""
    link_asked = Signal(tuple)
    """What says the same as the active annotation, each a `Found`."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._alike: Annotation | None = None
        self.query = QueryBar()
        self.conditions = ConditionsRow(session)
        self.rows = HitRows(self)
        self.list = HitList(self.rows, self._line, self.tr("Found"))
        self.tags = TagBar()
        self._empty = EmptyState("search", "")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty)
        self._settling = QTimer(self, interval=_SETTLING, singleShot=True)
        self._settling.timeout.connect(self._look_again)
        self.setFocusProxy(self.query)
        self._lay_out()
        self._connect()
        self._offer_labels()
        self._show_state()

    def _lay_out(self) -> None:
        self.query.insert(self.conditions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.query)
        column.addWidget(self._pages, 1)
        column.addWidget(self.tags)

    def _connect(self) -> None:
        session, rows = self._session, self.rows
        self.query.asked.connect(self._look)
        self.query.entered.connect(self.step)
        self.query.left.connect(self._go_into_list)
        self.conditions.changed.connect(self._look)
        rows.found.connect(self._show_state)
        rows.failed.connect(self._show_failure)
        rows.ticks_changed.connect(self._show_ticks)
        self.list.clicked.connect(self._pick)
        self.list.moved.connect(self._pick)
        self.list.opened.connect(self._enter)
        self.list.label_pressed.connect(self._tag)
        self.tags.all_ticked.connect(lambda on: rows.tick_all(on=on))
        self.tags.label_picked.connect(self._tag)
        self.tags.link_asked.connect(lambda: self.link_asked.emit(rows.ticked()))
        session.project_replaced.connect(self._forget)
        session.frame_changed.connect(self._offer_labels)
        session.article_opened.connect(self._follow_article)
        session.articles_changed.connect(self._settling.start)
        session.annotations_changed.connect(self._settling.start)

    # ---- looking

    def look_for(self, text: str, *, project: bool, pattern: bool = False) -> None:
        """Look for `text`, or for what stands in the line already; the line has the focus."""
        self._alike = None
        self.query.begin(project=project, text=text, pattern=pattern)

    def look_where(self, conditions: tuple[Condition, ...], *, zones: bool = False) -> None:
        """List all that is tagged so, also in boilerplate if `zones`; the list has the focus."""
        self.query.take_all(zones=zones)
        self.conditions.show_conditions(conditions)
        self._look()
        self.list.setFocus()

    def look_alike(self, annotation: Annotation) -> None:
        """Look for the words of an annotation in other places."""
        self.query.show_words(one_line(" … ".join(annotation.text)))
        self._alike = annotation
        self._search(alike(self._session.project, annotation))
        self.list.setFocus()

    def tick_untagged(self, label_id: str) -> None:
        """Tick what was found and has no annotation with that label yet, as more of it comes."""
        project = self._session.project
        for row, found in enumerate(self.rows.all()):
            tagged = (project.annotation(one).label for one in found.hit.annotations)
            if label_id not in tagged:
                self.rows.toggle(self.rows.index(row))

    def _look(self) -> None:
        self._alike = None
        query = replace(self.query.query(), conditions=self.conditions.conditions)
        if self._session.file is None or not (query.text or query.conditions):
            self.rows.clear()
            self._show_state()
            return
        article = "" if self.query.is_for_project else self._session.article_id
        if self.query.is_for_project or article:
            self._search(hits(self._session.project, query, article))

    def _search(self, search: Search) -> None:
        self.tags.link.setVisible(self._alike is not None)
        self.rows.search(search)

    def _look_again(self) -> None:
        """Look again where something changed, if anybody sees it."""
        if not self.isVisible():
            return
        before = self.list.currentIndex().row()
        if self._alike is None:
            self._look()
        elif self._alike.id in self._session.project.places:
            self._search(alike(self._session.project, self._alike))
        if 0 <= before < self.rows.rowCount():
            self.list.setCurrentIndex(self.rows.index(before))

    def _follow_article(self) -> None:
        if self.isVisible() and self._alike is None and not self.query.is_for_project:
            self._look()

    def _forget(self) -> None:
        self._alike = None
        self.rows.clear()
        self._offer_labels()
        self._show_state()

    def _offer_labels(self) -> None:
        labels = self._session.project.label_set.labels if self._session.file else ()
        self.query.offer(labels)
        self.tags.offer(labels)
        self.list.offer(labels)
        self._show_ticks()

    # ---- what is shown

    def _show_state(self) -> None:
        count = self.rows.rowCount()
        self._pages.setCurrentWidget(self.list if count else self._empty)
        if not count:
            self._empty.say(self._invitation())
        self.query.count.setText(self._count_words(count) if count else "")
        self.query.count.show_role("muted")
        self._show_ticks()
        self.found.emit()

    def _count_words(self, count: int) -> str:
        places = counted(_t("{n} place"), _t("{n} places"), count)
        articles = self.rows.article_count()
        within = counted(_t("in {n} article"), _t("in {n} articles"), articles)
        words = f"{places} {within}" if self.query.is_for_project or self._alike else places
        more = self.rows.is_searching or self.rows.is_full
        return f"{words} …" if more else words

    def _invitation(self) -> str:
        if self.rows.is_searching:
            return self.tr("Looking…")
        if self._alike is not None:
            return self.tr("These words stand nowhere else.")
        if self.query.field.text() or self.conditions.conditions:
            if self.query.zones.isChecked():
                return self.tr("Found nowhere.")
            return self.tr("Found nowhere outside boilerplate.")
        return self.tr("Type what to look for, or pick under Where… what is tagged there.")

    def _show_failure(self, error: PressmarkError) -> None:
        self._show_state()
        self.query.count.setText(sentence(error))
        self.query.count.show_role("danger")

    def _show_ticks(self) -> None:
        ticked, total = len(self.rows.ticked()), self.rows.rowCount()
        self.tags.show_ticks(ticked, total, writable=self._session.writable)

    def _line(self, found: Found) -> HitLine:
        project = self._session.project
        shelved = project.articles.get(found.hit.article)
        head = shelved.head if shelved else None
        source = one_line((head.source or head.title or "") if head else "")
        share = "" if found.share is None else f"{found.share:.0%}"
        labels = [
            project.label_set.label(project.annotation(one).label)
            for one in found.hit.annotations
            if one in project.places
        ]
        return HitLine(source, next(iter(labels), None), share)

    # ---- moving about

    def step(self, by: int) -> None:
        """Go to the next hit, or the one before; from the last on to the first."""
        count = self.rows.rowCount()
        if count:
            row = self.list.currentIndex().row()
            row = (row + by) % count if row >= 0 else 0
            self.list.setCurrentIndex(self.rows.index(row))
            self._pick(self.rows.index(row))

    def _go_into_list(self) -> None:
        if self.rows.rowCount():
            self.list.setFocus()
            if not self.list.currentIndex().isValid():
                self.step(1)

    def _pick(self, index: QModelIndex) -> None:
        found = self.rows.at(index)
        if found is not None:
            self.picked.emit(found)

    def _enter(self, index: QModelIndex) -> None:
        found = self.rows.at(index)
        if found is not None:
            self.entered.emit(found)

    def _tag(self, label_id: str) -> None:
        if self.rows.ticked():
            ticked = self.rows.ticked()
            self.list.setFocus()  # the button that was pressed is about to be out of use
            self.tag_asked.emit(label_id, ticked)
