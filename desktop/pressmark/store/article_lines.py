"""The lines of the articles that were worked on: read again before a file takes them."""

from pressmark.model.article import Article
from pressmark.store.closing import read_back
from pressmark.store.layout import article_bytes


class ArticleLines:
    """Makes the lines of articles, proves that they read back, and remembers them.

    A project that is saved every half minute would else write all that was worked on anew each
    time. To be told when a save is over, so that it forgets what nobody wants any more.
    """

    def __init__(self) -> None:
        self._held: dict[str, tuple[Article, bytes]] = {}
        self._wanted: dict[str, tuple[Article, bytes]] = {}

    def of(self, article: Article) -> bytes | memoryview:
        """Return an article's lines in a project file; a memoryview where they are remembered.

        ProjectFileError `unreadable-article` where they would not give the same lines when read.
        """
        name = article.head.id
        held = self._held.get(name)
        if held is not None and held[0] is article:
            self._wanted[name] = held
            return memoryview(held[1])
        lines = article_bytes(article)
        read_back(article, lines)
        self._wanted[name] = (article, lines)
        return lines

    def end(self) -> None:
        """Forget all but what was asked for since the last time."""
        self._held, self._wanted = self._wanted, {}
