"""How many articles the annotator is done with, kept up to date one by one."""

from PySide6.QtCore import QObject, Signal

from pressmark.model.article import ArticleHead
from pressmark.ui.session import Session


class Progress(QObject):
    """Counts the articles whose layer by the session's annotator is done."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._annotator_id = ""
        self._done: set[str] = set()
        self._earlier: set[str] = set()
        session.project_replaced.connect(self._count)
        session.frame_changed.connect(self._recount)
        session.articles_changed.connect(self._follow)
        self._count()

    @property
    def done(self) -> int:
        """How many are done."""
        return len(self._done)

    @property
    def total(self) -> int:
        """How many there are."""
        articles = self._session.project.articles if self._session.file else ()
        return len(articles) - len(self._earlier)

    def _count(self) -> None:
        session = self._session
        self._annotator_id = session.annotator_id
        shelf = session.project.current() if session.file else ()
        earlier = session.project.links.superseded() if session.file else ()
        self._earlier = {one for one in earlier if one in session.project.articles}
        self._done = {one.head.id for one in shelf if self._is_done(one.head)}
        self.changed.emit()

    def _recount(self) -> None:
        if self._session.annotator_id != self._annotator_id:
            self._count()

    def _follow(self, article_ids: tuple[str, ...]) -> None:
        project = self._session.project
        self._done.difference_update(article_ids)
        self._earlier.difference_update(article_ids)
        for article_id in article_ids:
            shelved = project.articles.get(article_id)
            if shelved is not None and project.links.is_superseded(article_id):
                self._earlier.add(article_id)
            elif shelved is not None and self._is_done(shelved.head):
                self._done.add(article_id)
        self.changed.emit()

    def _is_done(self, head: ArticleHead) -> bool:
        return head.states.get(self._annotator_id) == "done"
