"""A list of what is worth a look: Enter goes there, M mends it, X lets it be."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pressmark.analysis.entity_checks import OF_ENTITIES
from pressmark.edits.annotations import SetWaived
from pressmark.ui.panels.annotation_delegate import AnnotationDelegate
from pressmark.ui.panels.checks.check_rows import CheckRows
from pressmark.ui.panels.row_view import RowView
from pressmark.ui.session import Session
from pressmark.ui.widgets.empty_state import EmptyState
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t

_SETTLING = 400
"""Milliseconds after a change of the project before it is looked through again."""


class ChecksPanel(QWidget):
    """Looks through the project while it is shown."""

    entered = Signal()
    """Enter was pressed on a row, whose annotation is active by now."""
    entity_entered = Signal(str)
    """Enter was pressed on a row that is about an entity: its id."""
    judgement_entered = Signal(str)
    """Enter was pressed on a row that is about a judgement: its id."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._row = -1
        self.rows = CheckRows(self)
        self.list = RowView(self.rows, self.tr("Worth a look"))
        self.list.setItemDelegate(
            AnnotationDelegate(lambda index: index == self.list.currentIndex(), self)
        )
        self.mend = QPushButton(self.tr("Mend"))
        self.mend.clicked.connect(self.mend_current)
        self.waive = QPushButton()
        self.waive.clicked.connect(self.waive_current)
        self.shows_waived = QCheckBox()
        self.shows_waived.toggled.connect(self.look)
        for key, act in ((Qt.Key.Key_M, self.mend_current), (Qt.Key.Key_X, self.waive_current)):
            action = QAction(self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(act)
            self.addAction(action)
        self._count = PlainLabel(role="muted")
        self._empty = EmptyState("circle-check", "")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty)
        self._settling = QTimer(self, interval=_SETTLING, singleShot=True)
        self._settling.timeout.connect(self._look)
        self.setFocusProxy(self.list)
        self._lay_out()
        self.list.clicked.connect(self._go)
        self.list.moved.connect(self._go)
        self.list.opened.connect(self._enter)
        self.rows.found.connect(self._refresh)
        for changed in (
            session.annotations_changed,
            session.relations_changed,
            session.articles_changed,
            session.frame_changed,
            session.project_replaced,
        ):
            changed.connect(self._settling.start)

    def look(self) -> None:
        """Look through the project now."""
        self._settling.stop()
        if self._session.file is None:
            self.rows.clear()
        else:
            shown = self.shows_waived.isChecked()
            self.rows.check(self._session.project, self._session.stamp(), with_waived=shown)
        self._refresh()

    def show_next(self) -> None:
        """Go to the next finding, after the last one to the first."""
        count = self.rows.rowCount()
        if count:
            index = self.rows.index((self.list.currentIndex().row() + 1) % count)
            self.list.setCurrentIndex(index)
            self._go(index)

    def mend_current(self) -> None:
        """Do what mends the finding of the current row, and go to the next."""
        index = self.list.currentIndex()
        advice = self.rows.at(index)
        if advice is None or not advice.edits or not self._session.writable:
            return
        self._row = index.row()
        if self._session.commit(advice.mend, *advice.edits):
            self.look()

    def waive_current(self) -> None:
        """Let the current finding be, or list it again among the others."""
        index = self.list.currentIndex()
        advice = self.rows.at(index)
        if advice is None or not advice.finding.annotation or not self._session.writable:
            return
        finding = advice.finding
        before = self._session.project.annotation(finding.annotation).waived
        waived = tuple(sorted({*before} ^ {finding.name}))
        title = self.tr("Take up advice again") if advice.is_waived else self.tr("Let advice be")
        self._row = index.row()
        if self._session.commit(title, SetWaived(finding.article, finding.annotation, waived)):
            self.look()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 6, 14, 6)
        foot.setSpacing(8)
        foot.addWidget(self._count)
        foot.addSpacing(12)
        foot.addWidget(self.shows_waived)
        foot.addStretch()
        foot.addWidget(self.waive)
        foot.addWidget(self.mend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addLayout(foot)

    def _look(self) -> None:
        if self.isVisible():
            self._row = max(self._row, self.list.currentIndex().row())
            self.look()

    def _come_back(self) -> None:
        """Stand on the row of before again, once it has been found anew."""
        last = self.rows.rowCount() - 1
        if 0 <= self._row <= last or not self.rows.is_searching:
            if min(self._row, last) >= 0:
                self.list.setCurrentIndex(self.rows.index(min(self._row, last)))
            self._row = -1

    def _refresh(self) -> None:
        self._come_back()
        count, busy = self.rows.rowCount(), self.rows.is_searching
        is_listing = self._pages.currentWidget() is self.list
        self._turn_to(self.list if count or (busy and is_listing) else self._empty)
        self._empty.say(self.tr("Looking…") if busy else self.tr("Nothing is worth a look."))
        words = counted(_t("{n} thing worth a look"), _t("{n} things worth a look"), count)
        self._count.setText((f"{words} …" if busy else words) if count else "")
        advice = self.rows.at(self.list.currentIndex())
        self.mend.setText(f"{advice.mend} (M)" if advice and advice.mend else self.tr("Mend"))
        self.mend.setVisible(bool(count))
        self.mend.setEnabled(bool(advice and advice.edits) and self._session.writable)
        again = advice is not None and advice.is_waived
        self.waive.setText(self.tr("Take up again (X)") if again else self.tr("Let it be (X)"))
        self.waive.setVisible(bool(count))
        is_of_annotation = advice is not None and bool(advice.finding.annotation)
        self.waive.setEnabled(is_of_annotation and self._session.writable)
        self.shows_waived.setText(
            counted(_t("Show {n} that is let be"), _t("Show {n} that are let be"), self.rows.waived)
        )
        self.shows_waived.setVisible(bool(self.rows.waived))

    def _turn_to(self, page: QWidget) -> None:
        """Show the list, or that there is nothing in it; the focus goes along."""
        before = self._pages.currentWidget()
        if before is not page:
            had_focus = before is not None and before.hasFocus()
            self._pages.setCurrentWidget(page)
            if had_focus:
                page.setFocus()

    def _go(self, index: QModelIndex) -> None:
        advice = self.rows.at(index)
        if advice is not None:
            self._session.show(advice.finding.annotation)
        self._refresh()

    def _enter(self, index: QModelIndex) -> None:
        self._go(index)
        advice = self.rows.at(index)
        if advice is not None and advice.finding.code in OF_ENTITIES:
            self.entity_entered.emit(advice.finding.record)
        elif advice is not None and not advice.finding.annotation:
            self.judgement_entered.emit(advice.finding.record)
        else:
            self.entered.emit()
