"""The button that picks out some of the articles by what is known of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from pressmark.model.article import STATES
from pressmark.ui.panels.article_facets import FLAGGED, WITHOUT, Picked, offered
from pressmark.ui.panels.words import state_words
from pressmark.ui.session import Session
from pressmark.ui.theme.appearance import give_icon
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t

_MOST = 40
"""How many sources or languages a menu offers: the most frequent."""


class ArticleFilter(QToolButton):
    """Opens a menu of states, sources, languages and labels; several may be ticked."""

    changed = Signal()
    """Others are picked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._picked: Picked = frozenset()
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setCheckable(True)
        self.setAccessibleName(self.tr("Pick out articles"))
        self.setToolTip(self.tr("Pick out articles"))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self._menu.aboutToHide.connect(self._show_picked)
        self.setMenu(self._menu)
        self._show_picked()

    @property
    def picked(self) -> Picked:
        """What is ticked; all articles are shown where nothing is."""
        return self._picked

    def pick(self, picked: Picked) -> None:
        """Tick these."""
        if picked != self._picked:
            self._picked = picked
            self.changed.emit()
        self._show_picked()

    # ---- the menu

    def _show_picked(self) -> None:
        """Be pressed while something is picked."""
        self.setChecked(bool(self._picked))
        give_icon(self, "list-filter", "accent" if self._picked else "muted")
        words = counted(_t("{n} picked"), _t("{n} picked"), len(self._picked))
        self.setAccessibleDescription(words if self._picked else "")

    def _fill(self) -> None:
        self._menu.clear()
        session = self._session
        shelf = session.project.current() if session.file else ()
        labels = session.project.label_set.labels if session.file else ()
        states = {state: state_words(state) for state in (*STATES, "damaged")}
        self._add(self.tr("State"), "state", states)
        sources = self._named(offered(shelf, "source"), "source", self.tr("Without a source"))
        self._add(self.tr("Source"), "source", sources)
        codes = self._named(offered(shelf, "language"), "language", self.tr("Without a language"))
        self._add(self.tr("Language"), "language", codes)
        self._add(self.tr("Has label"), "label", {label.id: label.title for label in labels})
        self._menu.addSeparator()
        self._tick(self._menu, self.tr("Without annotations"), ("annotations", WITHOUT))
        self._tick(self._menu, self.tr("With flagged annotations"), ("annotations", FLAGGED))
        self._menu.addSeparator()
        every = self._menu.addAction(self.tr("Show all"))
        every.setEnabled(bool(self._picked))
        every.triggered.connect(lambda: self.pick(frozenset()))

    def _named(self, offers: list[str], facet: str, unknown: str) -> dict[str, str]:
        """Return the most frequent values, and those that are picked, by what they are called."""
        kept = [
            value for one, value in self._picked if one == facet and value not in offers[:_MOST]
        ]
        return {value: value or unknown for value in (*offers[:_MOST], *sorted(kept))}

    def _add(self, title: str, facet: str, titles: dict[str, str]) -> None:
        menu = self._menu.addMenu(title)
        menu.setEnabled(bool(titles))
        for value, words in titles.items():
            self._tick(menu, words, (facet, value))

    def _tick(self, menu: QMenu, words: str, pair: tuple[str, str]) -> None:
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(pair in self._picked)
        action.triggered.connect(lambda: self.pick(self._picked ^ {pair}))
