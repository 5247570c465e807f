"""The articles that are chosen together, to be changed at once."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from pressmark.model.project import Project
from pressmark.ui.session import Session


class ChosenArticles(QObject):
    """Two or more articles, or none: of one article there is nothing to choose, it is open."""

    changed = Signal()
    """Others are chosen, or none."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._ids: tuple[str, ...] = ()
        session.project_replaced.connect(self.clear)
        session.articles_changed.connect(self._follow)

    @property
    def ids(self) -> tuple[str, ...]:
        """Their ids, in the order in which they are listed; none, or two and more."""
        return self._ids

    @property
    def project(self) -> Project:
        """The project that they are of."""
        return self._session.project

    def choose(self, ids: Iterable[str]) -> None:
        """Choose these; where they are fewer than two, none is chosen."""
        chosen = tuple(ids)
        chosen = chosen if len(chosen) > 1 else ()
        if chosen != self._ids:
            self._ids = chosen
            self.changed.emit()

    def clear(self) -> None:
        """Choose none."""
        self.choose(())

    def _follow(self, article_ids: tuple[str, ...]) -> None:
        if self._ids and not set(article_ids).isdisjoint(self._ids):
            articles = self.project.articles
            self.choose(one for one in self._ids if one in articles)
