"""Leading through the help: the page about where one is, and doing what a page names."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from pressmark.store.help_pages import Page, Piece, help_pages
from pressmark.ui.crew import Tools, Worker
from pressmark.ui.dialogs.help.help_window import HelpWindow
from pressmark.ui.docks import Docks
from pressmark.ui.preferences import Preferences

_FIRST = "start"
_OF_DOCKS = {
    "find": "finding",
    "checks": "checks",
    "history": "history",
    "relations": "relations",
    "entities": "entities",
    "assessment": "assessment",
    "guidelines": "label-sets",
}
"""Which page is about which dock."""


class Told(NamedTuple):
    """What an action is called in a menu, and its keys, or the way to it through the menus."""

    words: str
    keys: str


class Guide(Worker):
    """Shows help pages in a window beside the work."""

    def __init__(
        self,
        tools: Tools,
        preferences: Preferences,
        docks: Docks,
        tell: Callable[[str, Mapping[str, str]], Told],
        places: Sequence[tuple[QWidget, str]],
    ) -> None:
        super().__init__(tools)
        self._preferences = preferences
        self._docks = docks
        self._tell = tell
        self._places = places
        self._help: HelpWindow | None = None

    def show_contents(self) -> None:
        """Show the help from its first page, or where it was left."""
        self._show(self._help.page.id if self._help else _FIRST)

    def show_here(self) -> None:
        """Show the page about where one is."""
        self._show(self.page_here())

    def page_here(self) -> str:
        """Return the id of the page about where the focus is."""
        focus = self._window.focusWidget()
        for place, page_id in self._places:
            if place is focus or place.isAncestorOf(focus):
                return page_id
        return _OF_DOCKS.get(self._docks.open_id, _FIRST)

    def _show(self, page_id: str) -> None:
        if self._help is None:
            self._help = HelpWindow(self._pages(), self._words_of, self._window)
            self._help.deed_asked.connect(self._do)
        self._help.show_page(page_id)
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()
        self._help.text.setFocus()

    @staticmethod
    @cache
    def _pages() -> tuple[Page, ...]:
        return help_pages(QLocale().name().partition("_")[0])

    def _words_of(self, piece: Piece) -> str:
        match piece.kind:
            case "cap":
                return f"\u00a0{piece.words}\u00a0"
            case "key":
                return f"\u00a0{self._told(piece.words).keys}\u00a0"
            case "do":
                return self._told(piece.words).words
            case "page":
                return next(page.title for page in self._pages() if page.id == piece.words)
        return piece.words

    def _told(self, action_id: str) -> Told:
        return self._tell(action_id, self._preferences.settings.keys)

    def _do(self, action_id: str) -> None:
        """Do what a page names, in the main window."""
        action = self._window.findChild(QAction, action_id)
        if action is not None and action.isEnabled():
            self._window.activateWindow()
            action.trigger()
        elif self._help is not None:
            self._help.refuse(self._told(action_id).words)
