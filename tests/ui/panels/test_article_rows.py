from collections.abc import Mapping
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from pressmark.edits.annotations import RelabelAnnotation
from pressmark.edits.articles import AddArticle, DescribeArticle, SetState
from pressmark.edits.removals import article_removal
from pressmark.errors import ProjectFileError
from pressmark.model.article import Article, ArticleHead
from pressmark.model.project import Project
from pressmark.ui.panels.article_rows import ArticleRows
from pressmark.ui.session import Session
from tests.ui.panels.in_memory import ANADOLU, UKRINFORM, article, hear, project_of, session_on


class Closed:
    """An article that must not be opened to be listed."""

    def __init__(self, head: ArticleHead, text: str | None = None) -> None:
        self.head = head
        self.counts: Mapping[str, int] = {"claim": 2, "quote": 1}
        self._text = text
        self.openings = 0

    def open(self) -> Article:
        self.openings += 1
        if self._text is None:
            raise ProjectFileError("damaged-article", id=self.head.id)
        return Article(self.head, self._text)


@pytest.fixture
def rows(session: Session) -> ArticleRows:
    return ArticleRows(session, session)


def with_closed(*closed: Closed) -> Project:
    project = project_of()
    held = project.articles
    for one in closed:
        held = held.set(one.head.id, one)
    return replace(project, articles=held)


def test_articles_stand_in_the_order_in_which_they_came(rows: ArticleRows) -> None:
    assert rows.ids() == (UKRINFORM, ANADOLU)


def test_a_line_tells_what_is_known_without_opening(qtbot: QtBot) -> None:
    del qtbot
    closed = Closed(ArticleHead(id="x", title="A title", source="KCNA", states={"me": "done"}))
    session = session_on(with_closed(closed))
    rows = ArticleRows(session, session)
    line = rows.line("x")
    assert (line.title, line.source, line.total, line.state) == ("A title", "KCNA", 3, "done")
    assert rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "A title, KCNA, 3 annotations, Done"
    )
    assert closed.openings == 0


def test_an_untitled_article_gets_its_first_line_in_idle_time(qtbot: QtBot) -> None:
    closed = Closed(ArticleHead(id="x"), text="\n  First line \nSecond")
    session = session_on(with_closed(closed))
    rows = ArticleRows(session, session)
    assert rows.line("x").title == "Untitled"
    assert closed.openings == 0
    qtbot.waitUntil(lambda: rows.line("x").title == "First line")
    assert closed.openings == 1


def test_a_damaged_article_stays_untitled(qtbot: QtBot) -> None:
    closed = Closed(ArticleHead(id="x"))
    session = session_on(with_closed(closed))
    rows = ArticleRows(session, session)
    rows.line("x")
    changes = hear(rows.dataChanged)
    qtbot.waitUntil(lambda: bool(changes))
    assert rows.line("x").title == "Untitled"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("DEFENSE", (UKRINFORM,)),
        (" anadolu ", (ANADOLU,)),
        ("", (UKRINFORM, ANADOLU)),
        ("nothing of the kind", ()),
    ],
)
def test_the_filter_looks_into_title_and_source(
    rows: ArticleRows, words: str, found: tuple[str, ...]
) -> None:
    rows.filter_by(words)
    assert rows.ids() == found


def test_a_changed_article_comes_into_the_filter_or_leaves_it(
    session: Session, rows: ArticleRows
) -> None:
    rows.filter_by("anadolu")
    session.commit("Describe article", DescribeArticle(UKRINFORM, {"source": "Anadolu too"}))
    assert rows.ids() == (UKRINFORM, ANADOLU)
    session.commit("Describe article", DescribeArticle(ANADOLU, {"source": None}))
    assert rows.ids() == (UKRINFORM,)


def test_changes_are_followed_row_by_row(session: Session, rows: ArticleRows) -> None:
    resets = hear(rows.modelReset)
    session.commit("Import 1 article", AddArticle(article("new", title="New")))
    assert rows.ids() == (UKRINFORM, ANADOLU, "new")
    session.commit("Mark article", SetState("new", "me", "flagged"))
    assert rows.line("new").state == "flagged"
    session.commit("Relabel", RelabelAnnotation(ANADOLU, "B01", "denial"))
    assert rows.line(ANADOLU).counts["denial"] == 4
    session.commit("Remove article", *article_removal(session.project, ANADOLU))
    assert rows.ids() == (UKRINFORM, "new")
    session.undo()
    assert rows.ids() == (UKRINFORM, ANADOLU, "new")
    assert resets == []


def test_many_changes_at_once_reset_the_rows_once(session: Session, rows: ArticleRows) -> None:
    resets = hear(rows.modelReset)
    session.commit("Import", *(AddArticle(article(f"n{at:04}")) for at in range(600)))
    assert len(rows.ids()) == 602
    assert len(resets) == 1


def test_another_project_brings_other_rows(session: Session, rows: ArticleRows) -> None:
    session.leave()
    assert rows.ids() == ()
    assert rows.index(0).data() is None


def test_tooltips_show_words_as_they_stand(qtbot: QtBot) -> None:
    del qtbot
    session = session_on(project_of(article("x", title="<b>1 & 2</b>")))
    rows = ArticleRows(session, QObject(session))
    assert "&lt;b&gt;1 &amp; 2&lt;/b&gt;" in rows.index(0).data(Qt.ItemDataRole.ToolTipRole)
