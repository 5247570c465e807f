"""The window of the help pages: a list of them, a field to search in, and one page."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pressmark.store.help_pages import Page, Piece
from pressmark.ui.dialogs.help.help_text import HelpText
from pressmark.ui.dialogs.sizes import resize_within_screen
from pressmark.ui.theme.appearance import give_icon
from pressmark.ui.widgets.empty_state import EmptyState
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.search_field import SearchField
from pressmark.ui.widgets.tooltips import give_tooltip

_LIST = 240
"""How wide the list of pages is, in px."""


class HelpWindow(QDialog):
    """Stands beside the main window, which can be used meanwhile; Esc closes it."""

    deed_asked = Signal(str)
    """An action, by its id, was asked for on a page."""

    def __init__(
        self, pages: Sequence[Page], words_of: Callable[[Piece], str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self._pages = tuple(pages)
        self._past: list[int] = []
        self._shown = -1
        self.search = SearchField(self.tr("Search the help"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.addItems([page.title for page in self._pages])
        self.text = HelpText(words_of)
        self._back = QToolButton()
        self._foot = PlainLabel(role="muted")
        self._found = QStackedWidget()
        self._found.addWidget(self.list)
        self._found.addWidget(EmptyState("search", self.tr("No page has these words.")))
        self._lay_out()
        self._connect()
        resize_within_screen(self, 920, 680)

    def show_page(self, page_id: str) -> None:
        """Show a page, whatever is being searched for."""
        self.search.clear()
        at = next(at for at, page in enumerate(self._pages) if page.id == page_id)
        self.list.setCurrentRow(at)
        self.text.show_page(self.page)  # by now an action may have other keys

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self._shown]

    def go_back(self) -> None:
        """Show the page that was shown before this one."""
        if self._past:
            self.search.clear()
            before, self._shown = self._past.pop(), -1
            self.list.setCurrentRow(-1)
            self.list.setCurrentRow(before)

    def refuse(self, deed: str) -> None:
        """Say that something cannot be done now."""
        self._foot.setText(self.tr("“{action}” cannot be done right now.").format(action=deed))

    def _lay_out(self) -> None:
        self._back.setText(self.tr("Back"))
        self._back.setAccessibleName(self.tr("Back"))
        give_icon(self._back, "arrow-left")
        give_tooltip(self._back, self.tr("Back"))
        self._found.setFixedWidth(_LIST)
        self.search.setFixedWidth(_LIST - 24)
        side = QFrame()
        side.setProperty("surface", "panel")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(self.search, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._found, 1)
        head = QHBoxLayout()
        head.setContentsMargins(20, 8, 20, 0)
        head.addWidget(self._back)
        head.addWidget(self._foot, 1)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(head)
        middle.addWidget(self.text, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addLayout(middle, 1)

    def _connect(self) -> None:
        back = QAction(self)
        back.setShortcuts([QKeySequence(QKeySequence.StandardKey.Back), QKeySequence("Alt+Left")])
        back.triggered.connect(self.go_back)
        self.addAction(back)
        find = QAction(self)
        find.setShortcut(QKeySequence(QKeySequence.StandardKey.Find))
        find.triggered.connect(self.search.setFocus)
        self.addAction(find)
        self._back.clicked.connect(self.go_back)
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self.text.setFocus)
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(lambda _: self.text.setFocus())
        self.text.followed.connect(self._follow)

    def _narrow(self, words: str) -> None:
        """List the pages that have all the words."""
        wanted = words.casefold().split()
        rows = [
            at for at, page in enumerate(self._pages) if all(word in page.words for word in wanted)
        ]
        for at in range(len(self._pages)):
            self.list.item(at).setHidden(at not in rows)
        self._found.setCurrentIndex(0 if rows else 1)
        if rows and self.list.currentRow() not in rows:
            self.list.setCurrentRow(rows[0])
        elif rows:
            self.text.show_page(self.page, words)

    def _show(self, row: int) -> None:
        if row < 0 or row == self._shown:
            return
        if self._shown >= 0:
            self._past.append(self._shown)
        self._shown = row
        self._back.setEnabled(bool(self._past))
        self._foot.setText("")
        self.text.show_page(self.page, self.search.text())

    def _follow(self, target: Piece) -> None:
        if target.kind == "page":
            self.show_page(target.words)
        else:
            self.deed_asked.emit(target.words)
