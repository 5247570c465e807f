"""The list of articles at the left of the window."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pressmark.model.label_set import Label
from pressmark.ui.chosen_articles import ChosenArticles
from pressmark.ui.dropping import take_copy
from pressmark.ui.panels.article_delegate import ArticleDelegate
from pressmark.ui.panels.article_facets import Picked
from pressmark.ui.panels.article_filter import ArticleFilter
from pressmark.ui.panels.article_rows import ArticleRows
from pressmark.ui.panels.article_sorting import Sorting
from pressmark.ui.panels.chosen_rows import ChosenRows, chooses
from pressmark.ui.panels.progress import Progress
from pressmark.ui.panels.row_painting import Index
from pressmark.ui.panels.row_view import RowView
from pressmark.ui.panels.sort_button import SortButton
from pressmark.ui.session import Session
from pressmark.ui.theme.appearance import give_icon
from pressmark.ui.widgets.empty_state import EmptyState
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.search_field import SearchField
from pressmark.ui.words import number_words


class ArticleList(QWidget):
    """Articles with what is tagged in them; a click or Enter opens one. Several can be chosen."""

    import_asked = Signal()
    """Somebody wants to bring articles in."""
    files_dropped = Signal(list)
    """The Paths of files or folders that were dropped here."""
    menu_asked = Signal(str, QPoint)
    """The id of an article, and where on the screen a menu for it may be shown."""
    entered = Signal()
    """Enter was pressed on an article, which is open by now: it may get the focus."""

    beside_asked = Signal(str)
    """The id of an article that is to be opened beside the one that is read."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.chosen = ChosenArticles(session, self)  # first to hear of another project
        self._rows = ArticleRows(session, self)
        self._progress = Progress(session, self)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._count = PlainLabel(role="muted")
        self.filter = SearchField(self.tr("Filter articles"))
        self.filter.textChanged.connect(self._filter)
        self.picking = ArticleFilter(session)
        self.picking.changed.connect(lambda: self.arrange(self._rows.sorting, self.picking.picked))
        self.sorting = self._make_sorting()
        self.view = RowView(self._rows, self.tr("Articles"), several=True)
        several = ChosenRows(self.view, self._rows, self.chosen, self)
        delegate = ArticleDelegate(self._labels, self._is_open, self, several.holds)
        self.view.setItemDelegate(delegate)
        self.view.clicked.connect(self._click)
        self.view.opened.connect(self._enter)
        self.view.opened_beside.connect(lambda at: self.beside_asked.emit(self._rows.id_at(at)))
        self.view.menu_asked.connect(self._ask_for_menu)
        self._empty = EmptyState(
            "newspaper", self.tr("No articles yet."), self.tr("Import articles…")
        )
        self._empty.asked.connect(self.import_asked)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        self._nothing = EmptyState("search", "", self.tr("Show all"))
        self._nothing.asked.connect(self._show_all)
        self._pages.addWidget(self._nothing)
        self._foot = PlainLabel(role="muted")
        self._foot.setContentsMargins(16, 8, 16, 10)
        self._lay_out()
        for changed in (self._rows.modelReset, self._rows.rowsInserted, self._rows.rowsRemoved):
            changed.connect(self._refresh)
        self._progress.changed.connect(self._refresh)
        session.article_opened.connect(self._reveal_opened)
        session.frame_changed.connect(self.view.viewport().update)
        self._refresh()
        self._reveal()

    def title_of(self, article_id: str) -> str:
        """Return what the list calls an article."""
        return self._rows.line(article_id).title

    def order(self) -> tuple[str, ...]:
        """Return the ids of the articles that are shown, in order."""
        return self._rows.ids()

    @property
    def arrangement(self) -> tuple[Sorting, Picked]:
        """How the articles are sorted, and by what they are picked out."""
        return self._rows.sorting, self._rows.picked

    def arrange(self, sorting: Sorting, picked: Picked) -> None:
        """Sort the articles so, and show only those that have what is picked."""
        self._rows.arrange(sorting, picked)
        self.sorting.show_sorting(sorting)
        self.picking.pick(picked)
        self._reveal()

    def focus_filter(self) -> None:
        """Get ready to filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    # ---- files from elsewhere

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders; what else is dragged is for the window."""
        if _paths(event):
            take_copy(event)
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the files."""
        take_copy(event)
        self.files_dropped.emit(_paths(event))

    # ---- what is shown

    def _lay_out(self) -> None:
        add = QToolButton()
        add.setAccessibleName(self.tr("Import articles"))
        add.setToolTip(self.tr("Import articles"))
        add.clicked.connect(self.import_asked)
        give_icon(add, "plus")
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 10, 0)
        head.setSpacing(8)
        head.addWidget(PlainLabel(self.tr("Articles"), "heading"))
        head.addWidget(self._count)
        head.addStretch()
        head.addWidget(self.sorting)
        head.addWidget(add)
        search = QHBoxLayout()
        search.setContentsMargins(12, 6, 12, 10)
        search.setSpacing(6)
        search.addWidget(self.filter, 1)
        search.addWidget(self.picking)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(search)
        column.addWidget(self._pages, 1)
        column.addWidget(self._foot)

    def _make_sorting(self) -> SortButton:
        titles: dict[str, str] = {
            "imported": self.tr("As imported"),
            "title": self.tr("By title"),
            "source": self.tr("By source"),
            "date": self.tr("Latest date first"),
            "annotations": self.tr("Most annotations first"),
            "state": self.tr("By state"),
            "changed": self.tr("Last changed first"),
        }
        button = SortButton(self.tr("Sort articles"), titles)
        button.show_sorting(self._rows.sorting)
        button.chosen.connect(lambda by: self.arrange(by, self._rows.picked))
        return button

    def _refresh(self) -> None:
        """Show the counts, and what is to be said where no article is to be seen."""
        shown, total = self._rows.rowCount(), self._progress.total
        is_narrowed = bool(self.filter.text().strip() or self._rows.picked)
        told = {"shown": number_words(shown), "total": number_words(total)}
        of_all = self.tr("{shown} of {total}").format(**told)
        self._count.setText(of_all if is_narrowed else told["total"] if total else "")
        empty = self._nothing if is_narrowed and total else self._empty
        self._pages.setCurrentWidget(self.view if shown else empty)
        self._nothing.say(self._nothing_words())
        for part in (self.filter, self.picking, self.sorting):
            part.setEnabled(total > 0)
        complete = self.tr("{done} of {total} done")
        self._foot.setText(complete.format(done=number_words(self._progress.done), **told))
        self._foot.setVisible(total > 0)

    def _nothing_words(self) -> str:
        if self._rows.picked:
            return self.tr("No article has all that is picked.")
        return self.tr("No article has these words in its title, source, keywords or date.")

    def _show_all(self) -> None:
        self.filter.clear()
        self.picking.pick(frozenset())

    def _labels(self) -> tuple[Label, ...]:
        return self._session.project.label_set.labels

    def _is_open(self, index: Index) -> bool:
        return self._rows.id_at(index) == self._session.article_id

    # ---- moving about

    def _filter(self, text: str) -> None:
        self._rows.filter_by(text)
        self._reveal()

    def _reveal(self) -> None:
        """Go to the row of the article that is open, unless several are chosen."""
        index = self._rows.index_of(self._session.article_id)
        if index.isValid() and self.view.currentIndex() != index and not self.chosen.ids:
            self.view.choose_only(index)
        self.view.viewport().update()

    def _reveal_opened(self) -> None:
        self.chosen.clear()
        self._reveal()

    def _click(self, index: QModelIndex) -> None:
        """Open what was clicked, unless it was to be chosen with others."""
        if not self.chosen.ids and not chooses():
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        self._session.open_article(self._rows.id_at(index))

    def _enter(self, index: QModelIndex) -> None:
        self._open(index)
        self.entered.emit()

    def _ask_for_menu(self, index: QModelIndex, place: QPoint) -> None:
        self.menu_asked.emit(self._rows.id_at(index), place)


def _paths(event: QDropEvent) -> list[Path]:
    """Return the files and folders that are dragged or dropped."""
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
