"""The foot of an article's page: what it may be a reprint of, and the way to link it."""

from collections.abc import Iterator

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from pressmark.analysis.reprints import reprints
from pressmark.edits.articles import SetLinks
from pressmark.errors import PressmarkError
from pressmark.model.article import Article, ArticleLink
from pressmark.model.project import Project
from pressmark.ui.article_link_lines import article_name, link_lines
from pressmark.ui.panels.gradual_rows import GradualRows
from pressmark.ui.panels.inspector.article_link_form import ArticleLinkForm
from pressmark.ui.panels.inspector.line_button import LineButton
from pressmark.ui.session import Session
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.protection import mark_as_reading
from pressmark.ui.widgets.revealing import reveal

_REST = 500
"""Milliseconds that one stays with an article before others like it are looked for."""
_MOST = 500
"""How many articles are compared with one."""

Likeness = tuple[str, float]


class ArticleLinking(QWidget):
    """Proposes the article that is most alike, and links what one chooses; each is one step."""

    compare_asked = Signal(str, str)
    """The ids of the other article and of this one."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._article: Article | None = None
        self._declined: set[tuple[str, str]] = set()
        self._alike: GradualRows[Likeness] = GradualRows(self)
        self._alike.found.connect(self._propose)
        self._rest = QTimer(self, interval=_REST, singleShot=True)
        self._rest.timeout.connect(self._compare)
        self._words = PlainLabel()
        self._words.setWordWrap(True)
        self.link = LineButton("link", self.tr("Link as reprint"))
        self.compare = LineButton("columns-2", self.tr("Compare"))
        self.decline = LineButton("x", self.tr("No"))
        mark_as_reading(self.compare)
        self.add = LineButton("plus", self.tr("Link to another article…"))
        self.form = ArticleLinkForm(session)
        self.form.hide()
        self._lay_out()
        self.link.clicked.connect(self._take_proposed)
        self.compare.clicked.connect(self._ask_to_compare)
        self.decline.clicked.connect(self._decline)
        self.add.clicked.connect(self._open_form)
        self.form.link_made.connect(self._add)
        self.form.left.connect(self._close_form)

    @property
    def proposed(self) -> str:
        """The id of the article that this one seems to be a reprint of; "" for none."""
        if self._article is None or not self._session.writable:
            return ""
        own, project = self._article.head.id, self._session.project
        linked = {line.other for line in link_lines(project, own)}
        left = [
            (share, other)
            for other, share in self._alike.all()
            if other not in linked and (own, other) not in self._declined
        ]
        return max(left)[1] if left else ""

    def show_article(self, article: Article) -> None:
        """Show what can be linked of an article; look for others like it where it is another."""
        before, self._article = self._article, article
        if before is None or (before.head.id, before.text) != (article.head.id, article.text):
            self._close_form()
            self._alike.clear()
            self._rest.start()
        self.setVisible(self._session.writable and len(self._session.project.articles) > 1)
        self._propose()

    def hideEvent(self, _event: object) -> None:
        """Compare nothing that nobody looks at."""
        self._rest.stop()

    def showEvent(self, _event: object) -> None:
        """Go on comparing."""
        if not self._alike.rowCount():
            self._rest.start()

    def _lay_out(self) -> None:
        self._proposal = QWidget()
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.link, self.compare, self.decline):
            buttons.addWidget(button)
        buttons.addStretch()
        proposal = QVBoxLayout(self._proposal)
        proposal.setContentsMargins(0, 0, 0, 0)
        proposal.setSpacing(2)
        proposal.addWidget(self._words)
        proposal.addLayout(buttons)
        self._proposal.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._proposal, self.add, self.form):
            column.addWidget(part)

    # ---- what is alike

    def _compare(self) -> None:
        if self._article is not None and self.isVisible():
            others = _opened(self._session.project, self._article.head.id)
            self._alike.search(reprints(self._article, others))

    def _propose(self) -> None:
        other = self.proposed
        self._proposal.setVisible(bool(other))
        if other:
            share = dict(self._alike.all())[other]
            words = self.tr("{share} % of the words also stand in {title}.")
            name = article_name(self._session.project, other)
            head = self._session.project.articles[other].head
            shown = f"{name} ({head.source})" if head.source and head.title else name
            percent = str(round(share * 100))
            self._words.setText(words.replace("{share}", percent).replace("{title}", shown))

    def _take_proposed(self) -> None:
        if other := self.proposed:
            self._add(ArticleLink(type="reprint-of", to=other))

    def _ask_to_compare(self) -> None:
        if self._article is not None and (other := self.proposed):
            self.compare_asked.emit(other, self._article.head.id)

    def _decline(self) -> None:
        if self._article is not None and (other := self.proposed):
            self._declined.add((self._article.head.id, other))
            self._propose()

    # ---- linking

    def _add(self, link: ArticleLink) -> None:
        if self._article is None:
            return
        head = self._session.project.articles[self._article.head.id].head
        self._close_form()
        if link not in head.links:
            edit = SetLinks(head.id, (*head.links, link))
            self._session.commit(self.tr("Link article"), edit)

    def _open_form(self) -> None:
        self.add.hide()
        self.form.show()
        self.form.begin()
        reveal(self.form)

    def _close_form(self) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.form.isAncestorOf(focused)
        self.form.end()
        self.form.hide()
        self.add.show()
        if had_focus:
            self.add.setFocus()


def _opened(project: Project, article_id: str) -> Iterator[Article]:
    """Yield the other articles that are whole."""
    for shelved in project.current()[:_MOST]:
        if shelved.head.id != article_id:
            try:
                yield shelved.open()
            except PressmarkError:
                continue  # a damaged article is like no other
