"""The history in its dock: who did what when, filtered, and one step taken back."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pressmark.ui.chronicle import Chronicle
from pressmark.ui.panels.history.history_delegate import HistoryDelegate
from pressmark.ui.panels.history.history_rows import HistoryRows, Wanted
from pressmark.ui.panels.row_painting import Index
from pressmark.ui.panels.row_view import RowView
from pressmark.ui.panels.words import one_line
from pressmark.ui.session import Session
from pressmark.ui.theme.appearance import give_icon
from pressmark.ui.widgets.empty_state import EmptyState
from pressmark.ui.widgets.search_field import SearchField
from pressmark.ui.widgets.strip import Offer, Strip
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t


class HistoryPanel(QWidget):
    """Lists steps, the newest first; going to a row goes to what it touched."""

    entered = Signal()
    """Enter was pressed on a step: the article may get the focus."""
    revert_asked = Signal(int)
    """The step at a place of the chronicle shall be taken back."""

    def __init__(self, session: Session, chronicle: Chronicle) -> None:
        super().__init__()
        self._session = session
        self._chronicle = chronicle
        self._strip: Strip | None = None
        self.rows = HistoryRows(session, chronicle, self)
        self.view = RowView(self.rows, self.tr("History"))
        self.view.setItemDelegate(HistoryDelegate(self._is_current, self))
        self.view.clicked.connect(self._go)
        self.view.moved.connect(self._go)
        self.view.opened.connect(self._enter)
        self.view.menu_asked.connect(self._show_menu)
        self.filter = SearchField(self.tr("Filter history"))
        self.people = QComboBox()
        self.people.setAccessibleName(self.tr("By whom"))
        self.only = QPushButton(self.tr("This annotation"))
        self.only.setCheckable(True)
        self.revert = QPushButton(self.tr("Revert"))
        give_icon(self.revert, "undo-2")
        self._empty = EmptyState("history", "")
        self._pages, self._asking = QStackedWidget(), QVBoxLayout()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.view)

    def show_annotation(self) -> None:
        """Show only what was done to the active annotation."""
        self.only.setChecked(True)

    def ask_about_builders(self, titles: Sequence[str], take_all: Offer) -> None:
        """Say which later steps build on the one to be taken back, and what can be done."""
        listed = ", ".join(
            self.tr("“{words}”").format(words=one_line(title)) for title in titles[:3]
        )
        if len(titles) > 3:
            listed += " " + counted(_t("and {n} more"), _t("and {n} more"), len(titles) - 3)
        words = counted(
            _t("A later step builds on this: {steps}."),
            _t("{n} later steps build on this: {steps}."),
            len(titles),
        )
        self.put_question_away()
        words = words.replace("{steps}", listed)
        cancel = Offer(self.tr("Cancel"), self.put_question_away)
        self._strip = Strip(words, (cancel, take_all), closes=False)
        self._asking.addWidget(self._strip)
        self._asking.setContentsMargins(12, 0, 12, 6)
        self.view.scrollTo(self.view.currentIndex())

    @property
    def question(self) -> Strip | None:
        """What is asked before a step is taken back."""
        return self._strip

    def put_question_away(self) -> None:
        """Ask no more whether steps shall be taken back."""
        if self._strip is not None:
            self._strip.hide()
            self._strip.deleteLater()
            self._strip = None
            self._asking.setContentsMargins(0, 0, 0, 0)

    def showEvent(self, _event: object) -> None:
        """Have the past read."""
        self._chronicle.ask()
        self._refresh()

    # ---- what is shown

    def _lay_out(self) -> None:
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 6)
        row.setSpacing(8)
        row.addWidget(self.filter, 1)
        for widget in (self.people, self.only, self.revert):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._asking.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addLayout(self._asking)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._choose)
        self.people.currentIndexChanged.connect(self._choose)
        self.only.toggled.connect(self._choose)
        self.revert.clicked.connect(self._ask_to_revert)
        session = self._session
        session.annotation_activated.connect(self._follow_annotation)
        session.project_replaced.connect(self._chronicle_again)
        session.frame_changed.connect(self._offer_people)
        selection = self.view.selectionModel()
        selection.currentChanged.connect(self._follow_current)
        for changed in (self.rows.modelReset, self.rows.rowsInserted, self.rows.looked):
            changed.connect(self._refresh)
        self._chronicle.grew.connect(self._refresh)
        self._chronicle.grew.connect(self.put_question_away)
        self._offer_people()
        self._refresh()

    def _chronicle_again(self) -> None:
        self.put_question_away()
        self._offer_people()
        if self.isVisible():
            self._chronicle.ask()

    def _offer_people(self) -> None:
        """Offer everybody who worked here; who was picked and is still there stays so."""
        picked = self.people.currentData()
        known = self._session.project.annotators.values() if self._session.file else ()
        people = sorted((one_line(one.name), one.id) for one in known)
        self.people.blockSignals(True)  # noqa: FBT003 -- Qt has no names for this
        self.people.clear()
        self.people.addItem(self.tr("Everybody"), "")
        for name, key in people:
            self.people.addItem(name, key)
        self.people.setCurrentIndex(max(0, self.people.findData(picked)))
        self.people.blockSignals(False)  # noqa: FBT003 -- Qt has no names for this
        self._choose()

    def _choose(self) -> None:
        active = self._session.annotation
        annotation = active.id if active is not None and self.only.isChecked() else ""
        self.rows.want(Wanted(self.filter.text(), self.people.currentData() or "", annotation))

    def _follow_annotation(self, annotation_id: str) -> None:
        self.only.setEnabled(bool(annotation_id) or self.only.isChecked())
        if self.only.isChecked() and not self.view.hasFocus():
            self._choose()

    def _follow_current(self) -> None:
        self.put_question_away()
        self._refresh()

    def _refresh(self) -> None:
        place = self._place
        can = self._session.writable and place >= 0 and self._chronicle.stands(place)
        self.revert.setEnabled(can)
        has_rows = self.rows.rowCount() > 0
        self._pages.setCurrentWidget(self.view if has_rows else self._empty)
        if not has_rows:
            self._empty.say(self._nothing())
        self.view.viewport().update()

    def _nothing(self) -> str:
        if self._session.file is not None and not self._chronicle.is_read:
            return self.tr("Reading the history…")
        if not self.rows.is_ready:
            return self.tr("Looking…")
        if self._chronicle.steps:
            return self.tr("No step is like this.")
        return self.tr("What is done to this project is listed here.")

    def _is_current(self, index: Index) -> bool:
        return index.row() == self.view.currentIndex().row()

    @property
    def _place(self) -> int:
        return self.rows.place_at(self.view.currentIndex())

    # ---- moving about

    def _go(self, index: QModelIndex) -> None:
        """Go to the first thing that a step touched and that is still there."""
        place = self.rows.place_at(index)
        if place < 0:
            return
        project = self._session.project
        touched = self._chronicle.steps[place].transaction.touches()
        annotation = next((one for one in touched.annotations if one in project.places), "")
        article = next((one for one in touched.articles if one in project.articles), "")
        if annotation:
            self._session.show(annotation)
        elif article:
            self._session.open_article(article)

    def _enter(self, index: QModelIndex) -> None:
        self._go(index)
        self.entered.emit()

    def _show_menu(self, index: QModelIndex, place: QPoint) -> None:
        self.view.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        revert = QAction(self.tr("Revert"), menu)
        revert.setEnabled(self.revert.isEnabled())
        revert.triggered.connect(self._ask_to_revert)
        menu.addAction(revert)
        menu.popup(place)

    def _ask_to_revert(self) -> None:
        if self._place >= 0:
            self.revert_asked.emit(self._place)
