"""Articles that come in by the thousand, closed at once: bytes take a tenth of the memory."""

from pressmark.errors import ProjectFileError
from pressmark.model.article import Article
from pressmark.store.layout import article_bytes
from pressmark.store.scan import Shelf
from pressmark.store.shelf import KeptArticle, Recent


class Closing:
    """Closes articles, and knows which of them are open now: the last ones, as in a file."""

    def __init__(self) -> None:
        self._recent = Recent()

    def closed(self, article: Article) -> KeptArticle:
        """Return an article as its lines in a project file (ProjectFileError of `read_back`)."""
        kept = read_back(article, article_bytes(article))
        closed = KeptArticle(kept.head, kept.counts, kept.kept, None, self._recent)
        closed.know_ids(article.annotation_ids())
        return closed


def read_back(article: Article, lines: bytes) -> KeptArticle:
    """Read an article's lines as strictly as any file, and write it once more.

    ProjectFileError `unreadable-article` where that does not give the same lines.
    """
    shelf = Shelf(lines, [(0, len(lines))], numbered=False)
    kept = shelf.articles.get(article.head.id)
    if kept is None or article_bytes(kept.open()) != lines:
        raise ProjectFileError("unreadable-article", id=article.head.id)
    return kept
