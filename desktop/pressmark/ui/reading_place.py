"""Where somebody reads in a project, and how its articles are listed: kept, and found again."""

from PySide6.QtCore import QObject, QTimer

from pressmark.store.state import Place
from pressmark.ui.panels.article_facets import ARTICLE
from pressmark.ui.panels.article_list import ArticleList
from pressmark.ui.panels.article_sorting import SORTINGS
from pressmark.ui.preferences import Preferences
from pressmark.ui.reading.sides import Sides
from pressmark.ui.session import Session
from pressmark.ui.side_by_side import SideBySide

_EVERY = 20_000
"""Milliseconds after which it is kept again where one reads, should the program be killed."""


class ReadingPlace(QObject):
    """Remembers article, caret, first line and list for each project, by the path of its file."""

    def __init__(
        self,
        session: Session,
        sides: Sides,
        side_by_side: SideBySide,
        listed: ArticleList,
        preferences: Preferences,
    ) -> None:
        super().__init__(sides)
        self._session = session
        self._sides = sides
        self._side_by_side = side_by_side
        self._listed = listed
        self._preferences = preferences
        self._path = ""
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(lambda: self._keep(self._path))

    def note(self, path: str) -> None:
        """Remember where one reads in the project that is about to be left."""
        self._timer.stop()
        self._keep(path)

    def go_back(self, path: str) -> None:
        """Open the article that was open last, or else the first, at the line that was read."""
        self._path = path
        self._timer.start()
        kept = self._preferences.state.places.get(path)
        self._list_as(kept or Place(""))
        articles = self._session.project.articles
        if kept is not None and kept.article in articles:
            self._session.open_article(kept.article)
            self._sides.views[0].restore_place(kept.caret, kept.scroll)
        else:
            shelf = self._session.project.current()
            self._session.open_article(shelf[0].head.id if shelf else "")
        self._side_by_side.go_back(kept.beside if kept else "")

    def _list_as(self, kept: Place) -> None:
        sorting = next((one for one in SORTINGS if one == kept.sorting), SORTINGS[0])
        self._listed.arrange(sorting, frozenset(kept.picked))

    def _keep(self, path: str) -> None:
        caret, first = self._sides.views[0].place()
        article, *beside = self._sides.articles
        sorting, picked = self._listed.arrangement
        kept = tuple(sorted(one for one in picked if one[0] != ARTICLE))
        here = Place(article, caret, first, "".join(beside), sorting, kept)
        if here != self._preferences.state.places.get(path):
            self._preferences.note_left(path, here)
