"""Two articles side by side: what comes beside the one that is read, and room for both."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from pressmark.ui.article_link_lines import link_lines
from pressmark.ui.reading.sides import Sides
from pressmark.ui.session import Session
from pressmark.ui.views import Views

READABLE = 340
"""Px in which a column of text is still read with ease."""


class SideBySide(QObject):
    """Opens an article beside the one that is read, folds panes where room is scarce, and back."""

    def __init__(
        self, session: Session, sides: Sides, views: Views, order: Callable[[], tuple[str, ...]]
    ) -> None:
        super().__init__(sides)
        self._session = session
        self._sides = sides
        self._views = views
        self._order = order
        self._has_folded = False
        self._shown = (views.shows_articles, views.shows_inspector)
        views.changed.connect(self._keep_room)

    @property
    def is_on(self) -> bool:
        """Whether there are two sides."""
        return self._sides.is_split

    def toggle(self) -> None:
        """Put an article beside the one that is read, or have that one alone again."""
        if self.is_on:
            self._end()
        else:
            self.open(self._companion())

    def open(self, article_id: str) -> None:
        """Show an article on the side where one does not read ("" for none)."""
        if article_id and article_id == self._session.article_id:
            article_id = self._companion()
        self._sides.split(article_id)
        self._make_room()

    def move_over(self) -> None:
        """Show the article that is read on the other side, and here the one from there or next."""
        if self.is_on:
            moved, here = self._session.article_id, self._sides.elsewhere
            self._sides.split("")
            self._session.open_article(here or self._companion())
            self._sides.split(moved)
        else:
            moved = self._session.article_id
            self._session.open_article(self._companion())
            self.open(moved)

    def go_back(self, article_id: str) -> None:
        """Have the other side as it was left: with an article, or none at all."""
        if article_id in self._session.project.articles and article_id != self._session.article_id:
            self.open(article_id)
        else:
            self._end()

    def _end(self) -> None:
        self._sides.join()
        if self._has_folded and not self._views.shows_articles:
            self._views.toggle_articles()
        self._has_folded = False

    def _companion(self) -> str:
        """Return what one would read beside the article: its other text, or the next one."""
        here = self._session.article_id
        if not here:
            return ""
        linked = (line.other for line in link_lines(self._session.project, here))
        shown = self._order()
        at = shown.index(here) if here in shown else -1
        return next((one for one in (*linked, *shown[at + 1 :], *shown[:at]) if one != here), "")

    # ---- room

    def _make_room(self) -> None:
        """Fold the list where both columns need its room."""
        if self._lacks_room() and self._views.shows_articles:
            self._has_folded = True
            self._views.toggle_articles()

    def _keep_room(self) -> None:
        """Fold one pane where the other was just shown and there is no room for both."""
        views, before = self._views, self._shown
        self._shown = now = (views.shows_articles, views.shows_inspector)
        if not self.is_on or now != (True, True) or before == now or not self._lacks_room():
            return
        (views.toggle_inspector if not before[0] else views.toggle_articles)()

    def _lacks_room(self) -> bool:
        return self._views.room_between() < 2 * READABLE
