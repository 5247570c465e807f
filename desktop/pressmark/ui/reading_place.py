"""Where somebody reads in a project: kept when it is left, found again when it is opened."""

from pressmark.store.state import Place
from pressmark.ui.preferences import Preferences
from pressmark.ui.reading.article_view import ArticleView
from pressmark.ui.session import Session


class ReadingPlace:
    """Remembers article, caret and first line for each project, by the path of its file."""

    def __init__(self, session: Session, view: ArticleView, preferences: Preferences) -> None:
        self._session = session
        self._view = view
        self._preferences = preferences

    def note(self, path: str) -> None:
        """Remember where one reads now."""
        caret, first = self._view.place()
        self._preferences.note_left(path, Place(self._session.article_id, caret, first))

    def go_back(self, path: str) -> None:
        """Open the article that was open last, or else the first, at the line that was read."""
        kept = self._preferences.state.places.get(path)
        articles = self._session.project.articles
        if kept is not None and kept.article in articles:
            self._session.open_article(kept.article)
            self._view.restore_place(kept.caret, kept.scroll)
        else:
            shelf = self._session.project.current()
            self._session.open_article(shelf[0].head.id if shelf else "")
