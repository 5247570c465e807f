"""Leading through the help: the page about where one is, and doing what a page names."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QChildEvent, QEvent, QLocale, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

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


_OF_DIALOGS = {
    "AmendDialog": "correcting",
    "BackupsDialog": "history",
    "ComparisonDialog": "finding",
    "DisputesDialog": "merging",
    "ExportDialog": "exchange",
    "ImportDialog": "exchange",
    "KeyEditor": "keys",
    "KeysDialog": "keys",
    "LabelSetDialog": "label-sets",
    "MergeDialog": "merging",
    "PreferencesDialog": "preferences",
    "ReportDialog": "exchange",
}
"""Which page is about which dialog, by its class."""


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
        self._window.installEventFilter(self)

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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let dialogs have the key for help, too: while one is open, the window has none."""
        if watched is self._window and isinstance(event, QChildEvent) and event.polished():
            dialog = event.child()
            page_id = _OF_DIALOGS.get(type(dialog).__name__)
            if isinstance(dialog, QDialog) and page_id is not None:
                self._offer(dialog, page_id)
        return False

    def _offer(self, dialog: QDialog, page_id: str) -> None:
        here = self._window.findChild(QAction, "help-here")
        action = QAction(dialog)
        action.setShortcuts(here.shortcuts() if here else [])
        action.triggered.connect(lambda: _put(self._made(dialog), page_id))
        dialog.addAction(action)

    def _show(self, page_id: str) -> None:
        if self._help is None:
            self._help = self._made(self._window)
        _put(self._help, page_id)

    def _made(self, parent: QWidget) -> HelpWindow:
        made = HelpWindow(self._pages(), self._words_of, parent)
        made.deed_asked.connect(partial(self._do, made))
        return made

    @staticmethod
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

    def _do(self, shown: HelpWindow, action_id: str) -> None:
        """Do what a page names, in the main window, unless a dialog has to be closed first."""
        action = self._window.findChild(QAction, action_id)
        if shown.parent() is self._window and action is not None and action.isEnabled():
            self._window.activateWindow()
            action.trigger()
        else:
            shown.refuse(self._told(action_id).words)


def _put(shown: HelpWindow, page_id: str) -> None:
    """Show the help at a page, before everything else."""
    shown.show_page(page_id)
    shown.show()
    shown.raise_()
    shown.activateWindow()
    shown.text.setFocus()
