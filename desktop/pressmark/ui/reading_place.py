"""Where somebody reads in a project: kept now and then, found again when it is opened."""

from PySide6.QtCore import QObject, QTimer

from pressmark.store.state import Place
from pressmark.ui.preferences import Preferences
from pressmark.ui.reading.article_view import ArticleView
from pressmark.ui.session import Session

_EVERY = 20_000
"""Milliseconds after which it is kept again where one reads, should the program be killed."""


class ReadingPlace(QObject):
    """Remembers article, caret and first line for each project, by the path of its file."""

    def __init__(
        self, session: Session, view: ArticleView, preferences: Preferences, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
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
        articles = self._session.project.articles
        if kept is not None and kept.article in articles:
            self._session.open_article(kept.article)
            self._view.restore_place(kept.caret, kept.scroll)
        else:
            shelf = self._session.project.current()
            self._session.open_article(shelf[0].head.id if shelf else "")

    def _keep(self, path: str) -> None:
        caret, first = self._view.place()
        here = Place(self._session.article_id, caret, first)
        if here != self._preferences.state.places.get(path):
            self._preferences.note_left(path, here)
