"""Articles that another one may be linked to, as rows."""

from collections.abc import Iterator

from PySide6.QtCore import Qt

from pressmark.model.article import ArticleHead
from pressmark.model.label_set import Label
from pressmark.model.project import Project
from pressmark.ui.article_link_lines import article_name
from pressmark.ui.panels.annotation_line import AnnotationLine
from pressmark.ui.panels.gradual_rows import GradualRows
from pressmark.ui.panels.sorted_rows import AnyIndex, LineRole
from pressmark.ui.panels.words import one_line

_ARTICLE = Label(id="article", title="", glyph="newspaper")


class ArticleCandidates(GradualRows[ArticleHead]):
    """Articles by their titles, and where they are from."""

    def look_for(self, project: Project, article_id: str, words: str) -> None:
        """Show the other articles that have these words in title, source or date."""
        self._project = project
        self.search(_others(project, article_id, one_line(words).casefold()))

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what to paint, or words for people who hear the list."""
        head = self.at(index)
        if head is None:
            return None
        name, source = article_name(self._project, head.id), one_line(head.source or "")
        if role == LineRole:
            return AnnotationLine(_ARTICLE, name, source if head.title else "")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(filter(None, (name, source, head.published)))
        return None


def _others(project: Project, article_id: str, words: str) -> Iterator[ArticleHead | None]:
    for shelved in project.current():
        head = shelved.head
        about = " ".join(filter(None, (head.title, head.source, head.published))).casefold()
        yield head if head.id != article_id and words in one_line(about) else None
