"""One of the places where an article is read."""

from PySide6.QtCore import QObject, Signal

from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.ui.session import Session


class Side(QObject):
    """Has an article and its active annotation; they are the session's while one reads here.

    A reading view asks its side what to show, as it would ask the session where there is but one.
    """

    article_opened = Signal(str)
    """The id of the article now on this side, or ""."""
    annotation_activated = Signal(str)
    """The id of the active annotation of this side, or ""."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._article_id = self._annotation_id = ""

    @property
    def article_id(self) -> str:
        """The id of the article on this side, or ""."""
        return self._article_id

    @property
    def annotation_id(self) -> str:
        """The id of the active annotation of this side, or ""."""
        return self._annotation_id

    @property
    def article(self) -> Article | None:
        """The article on this side."""
        if self._session.file is None or self._article_id not in self._session.project.articles:
            return None
        return self._session.project.article(self._article_id)

    @property
    def annotation(self) -> Annotation | None:
        """The active annotation of this side."""
        article = self.article
        return article.annotations.get(self._annotation_id) if article else None

    def show_article(self, article_id: str) -> None:
        """Have another article on this side ("" for none)."""
        if article_id != self._article_id:
            self._article_id, self._annotation_id = article_id, ""
            self.article_opened.emit(article_id)

    def show_active(self, annotation_id: str) -> None:
        """Have another annotation active on this side ("" for none)."""
        self._annotation_id = annotation_id
        self.annotation_activated.emit(annotation_id)

    def forget(self) -> None:
        """Have nothing on this side: the project is another one, as everybody hears anyway."""
        self._article_id = self._annotation_id = ""
