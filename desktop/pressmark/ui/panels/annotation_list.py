"""The list of the annotations of the article that is read."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from pressmark.model.label_set import LabelSet
from pressmark.ui.panels.annotation_delegate import AnnotationDelegate
from pressmark.ui.panels.annotation_rows import AnnotationRows
from pressmark.ui.panels.label_filter import LabelFilter
from pressmark.ui.panels.loose_end_filter import LooseEndFilter
from pressmark.ui.panels.row_painting import Index
from pressmark.ui.panels.row_view import RowView
from pressmark.ui.panels.sort_button import SortButton
from pressmark.ui.session import Session
from pressmark.ui.theme.appearance import give_icon
from pressmark.ui.widgets.empty_state import EmptyState
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.search_field import SearchField
from pressmark.ui.widgets.tooltips import give_tooltip
from pressmark.ui.words import number_words


class AnnotationList(QWidget):
    """What was tagged in this article; going to a row goes to its place in the text."""

    entered = Signal()
    """Enter was pressed on an annotation, which is active by now: the article may get the focus."""
    folded = Signal(bool)
    """Only the head is shown from now on, or everything again."""
    menu_asked = Signal(str, QPoint)
    """The id of the annotation, active by now, and where on the screen a menu may be shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows = AnnotationRows(session, self)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._count = PlainLabel(role="muted")
        self.fold = self._make_fold()
        self.filter = SearchField(self.tr("Filter annotations"))
        self.filter.textChanged.connect(self._rows.filter_by)
        self.labels = LabelFilter()
        self.labels.changed.connect(lambda: self._rows.show_labels(self.labels.picked))
        self.loose_ends = LooseEndFilter()
        self.loose_ends.changed.connect(lambda: self._rows.show_lacking(self.loose_ends.picked))
        self.sorting = self._make_sorting()
        self.view = RowView(self._rows, self.tr("Annotations of this article"))
        self.view.setItemDelegate(AnnotationDelegate(self._is_active, self))
        self.view.clicked.connect(self._go)
        self.view.moved.connect(self._go)
        self.view.opened.connect(self._enter)
        self.view.menu_asked.connect(self._ask_for_menu)
        self._empty = EmptyState("highlighter", "")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        self._lay_out()
        for changed in (self._rows.modelReset, self._rows.rowsInserted, self._rows.rowsRemoved):
            changed.connect(self._refresh)
        session.article_opened.connect(self.view.scrollToTop)  # Qt would stay where it was
        session.annotation_activated.connect(self._reveal)
        session.project_replaced.connect(self._offer_labels)
        session.frame_changed.connect(self._offer_labels)
        self._offer_labels()
        self._refresh()

    def focus_filter(self) -> None:
        """Get ready to filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def give_way(self, *, is_low: bool) -> None:
        """Where there is little room show the head alone, with a button for the rest."""
        self.fold.setVisible(is_low)
        self.fold.setChecked(not is_low)
        self._fold(is_open=not is_low)

    # ---- what is shown

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 10, 0)
        head.setSpacing(8)
        head.addWidget(PlainLabel(self.tr("In this article"), "heading"))
        head.addWidget(self._count)
        head.addStretch()
        head.addWidget(self.sorting)
        head.addWidget(self.fold)
        self._rest = QWidget()
        search = QHBoxLayout()
        search.setContentsMargins(12, 4, 10, 6)
        search.setSpacing(6)
        search.addWidget(self.filter, 1)
        search.addWidget(self.labels)
        search.addWidget(self.loose_ends)
        rest = QVBoxLayout(self._rest)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(0)
        rest.addLayout(search)
        rest.addWidget(self._pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._rest, 1)

    def _make_fold(self) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setAccessibleName(self.tr("Show the annotations"))
        give_tooltip(button, button.accessibleName())
        give_icon(button, "chevron-up")
        button.clicked.connect(lambda on: self._fold(is_open=on))
        button.hide()
        return button

    def _fold(self, *, is_open: bool) -> None:
        give_icon(self.fold, "chevron-down" if is_open else "chevron-up")
        self.sorting.setVisible(is_open)
        self._rest.setVisible(is_open)
        self.folded.emit(not is_open)

    def _make_sorting(self) -> SortButton:
        titles = {
            "position": self.tr("By position"),
            "label": self.tr("By label"),
            "time": self.tr("Last changed first"),
        }
        button = SortButton(self.tr("Sort annotations"), titles)
        button.show_sorting(self._rows.sorting)
        button.chosen.connect(self._rows.sort_by)
        return button

    def _refresh(self) -> None:
        shown, total = self._rows.rowCount(), self._rows.total
        told = {"shown": number_words(shown), "total": number_words(total)}
        of_all = self.tr("{shown} of {total}").format(**told)
        self._count.setText(told["total"] if shown == total else of_all)
        self._pages.setCurrentWidget(self.view if shown else self._empty)
        self._empty.say(self._invitation(has_some=total > 0))
        self._reveal()

    def _invitation(self, *, has_some: bool) -> str:
        if has_some:
            return self.tr("No annotation here is like this.")
        if self._session.article is None:
            return self.tr("What is tagged in an article is listed here.")
        return self.tr("Nothing is tagged yet. Select some words and press the key of a label.")

    def _offer_labels(self) -> None:
        project = self._session.project if self._session.file else None
        self.labels.offer(project.label_set.labels if project else ())
        self.loose_ends.offer(project.label_set if project else LabelSet(name=""))

    def _is_active(self, index: Index) -> bool:
        active = self._session.annotation
        return active is not None and self._rows.id_at(index) == active.id

    # ---- moving about

    def _reveal(self) -> None:
        """Go to the row of the active annotation."""
        active = self._session.annotation
        index = self._rows.index_of(active.id if active else "")
        if self.view.currentIndex() != index:
            self.view.setCurrentIndex(index)
        self.view.viewport().update()

    def _go(self, index: QModelIndex) -> None:
        self._session.show(self._rows.id_at(index))

    def _enter(self, index: QModelIndex) -> None:
        self._go(index)
        self.entered.emit()

    def _ask_for_menu(self, index: QModelIndex, place: QPoint) -> None:
        self._go(index)
        self.menu_asked.emit(self._rows.id_at(index), place)
