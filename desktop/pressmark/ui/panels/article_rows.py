"""The articles of the project as rows, without opening any of them to be painted."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

from pressmark.errors import PressmarkError
from pressmark.model.article import Article, Shelved
from pressmark.ui.panels.article_facets import Picked, by_facet, fits, state_of
from pressmark.ui.panels.article_sorting import Sorting, sort_key
from pressmark.ui.panels.sorted_rows import AnyIndex, Key, LineRole, SortedRows
from pressmark.ui.panels.words import annotation_count, state_words
from pressmark.ui.reading.header import first_line
from pressmark.ui.session import Session
from pressmark.ui.widgets.share_bar import shares_in_words
from pressmark.ui.widgets.tooltips import plain_tooltip

MANY = 500
"""How many articles may change row by row; beyond, all rows are read anew."""


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """What the row of one article shows; `counts` by label id, "damaged" a state like others."""

    title: str
    source: str
    counts: Mapping[str, int]
    state: str

    @property
    def total(self) -> int:
        """The number of annotations."""
        return sum(self.counts.values())


class ArticleRows(SortedRows):
    """The articles that hold the filter and are among those picked, as they are to be sorted.

    The filter is looked for in title, byline, source, keywords and date. One without a title is
    called by its first line. A closed one is opened for that in idle time, once it was looked at,
    and is "Untitled" until then.
    """

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._filter = ""
        self._picked: Picked = frozenset()
        self._wanted = by_facet(self._picked)
        self._sorting: Sorting = "imported"
        self._annotator_id = session.annotator_id
        self._first_lines: dict[str, str] = {}
        self._unread: list[str] = []
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self._read_first_line)
        session.project_replaced.connect(self._start_over)
        session.articles_changed.connect(self._follow)
        session.frame_changed.connect(self._follow_annotator)
        self._start_over()

    @property
    def picked(self) -> Picked:
        """By what articles are picked out."""
        return self._picked

    @property
    def sorting(self) -> Sorting:
        """What the rows are sorted by."""
        return self._sorting

    def filter_by(self, text: str) -> None:
        """Show only articles with this in title, byline, source, keywords or date, in any case."""
        self._filter = text.strip().casefold()
        self._read()

    def arrange(self, sorting: Sorting, picked: Picked) -> None:
        """Sort the rows so, and show only articles that have what is picked."""
        self._sorting, self._picked, self._wanted = sorting, picked, by_facet(picked)
        self._read()

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line to paint, or words for people who hear the list, or have it explained."""
        article_id = self.id_at(index)
        if role == LineRole and article_id:
            return self.line(article_id)
        if role == Qt.ItemDataRole.DisplayRole and article_id:
            return self.line(article_id).title
        if role == Qt.ItemDataRole.ToolTipRole and article_id:
            return self._explained(self.line(article_id))
        if role == Qt.ItemDataRole.AccessibleTextRole and article_id:
            return self._spoken(self.line(article_id))
        return None

    def line(self, article_id: str) -> ArticleLine:
        """Return what the row of an article shows."""
        shelved = self._session.project.articles[article_id]
        head = shelved.head
        return ArticleLine(
            title=(head.title or "").strip() or self._first_line(shelved) or self.tr("Untitled"),
            source=head.source or "",
            counts=shelved.counts,
            state=state_of(shelved, self._session.annotator_id),
        )

    # ---- following the project

    def _start_over(self) -> None:
        self._first_lines.clear()
        self._unread.clear()
        self._read()

    def _read(self) -> None:
        session = self._session
        self._annotator_id = session.annotator_id
        shelf = session.project.articles.values() if session.file else ()
        self.fill(key for shelved in shelf if (key := self._key(shelved)) is not None)

    def _follow_annotator(self) -> None:
        """Read states anew where they are somebody else's now."""
        if self._session.annotator_id != self._annotator_id:
            self._read()

    def _follow(self, article_ids: tuple[str, ...]) -> None:
        if len(article_ids) > MANY:
            self._read()
            return
        articles = self._session.project.articles
        for article_id in article_ids:
            self.put(article_id, self._key(articles.get(article_id)))

    def _key(self, shelved: Shelved | None) -> Key | None:
        if shelved is None or not self._accepts(shelved):
            return None
        return sort_key(self._sorting, shelved, self._known_title(shelved), self._annotator_id)

    def _accepts(self, shelved: Shelved) -> bool:
        head = shelved.head
        if self._session.project.links.is_superseded(head.id):
            return False
        if self._filter:
            searched = (
                self._known_title(shelved),
                head.source,
                head.byline,
                *head.keywords,
                head.published,
            )
            if self._filter not in "\n".join(filter(None, searched)).casefold():
                return False
        return not self._wanted or fits(self._wanted, shelved, self._annotator_id)

    def _known_title(self, shelved: Shelved) -> str:
        """Return what an article is called, as far as that is known without opening it."""
        title = (shelved.head.title or "").strip()
        if title:
            return title
        if isinstance(shelved, Article):
            return first_line(shelved.text)
        return self._first_lines.get(shelved.head.id, "")

    # ---- first lines

    def _first_line(self, shelved: Shelved) -> str:
        article_id = shelved.head.id
        if isinstance(shelved, Article):
            return first_line(shelved.text)
        if article_id not in self._first_lines:
            self._first_lines[article_id] = ""
            self._unread.append(article_id)
            self._idle.start()
        return self._first_lines[article_id]

    def _read_first_line(self) -> None:
        """Open one of the articles that wait; the others get their own moment."""
        article_id = self._unread.pop()
        if self._session.file and article_id in self._session.project.articles:
            try:
                text = self._session.project.article(article_id).text
            except PressmarkError:
                text = ""  # damaged: it stays untitled, and opening it says why
            self._first_lines[article_id] = first_line(text)
            self.put(article_id, self._key(self._session.project.articles[article_id]))
        if self._unread:
            self._idle.start()

    def _explained(self, line: ArticleLine) -> str:
        """Return the whole title, and what the bar shows in figures."""
        labels = self._session.project.label_set.labels
        shares = shares_in_words([(label, line.counts.get(label.id, 0)) for label in labels])
        return plain_tooltip(line.title, shares)

    def _spoken(self, line: ArticleLine) -> str:
        parts = (line.title, line.source, annotation_count(line.total), state_words(line.state))
        return ", ".join(part for part in parts if part)
