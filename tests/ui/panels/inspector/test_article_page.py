from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pressmark.model.article import ArticleHead
from pressmark.ui.panels.inspector.article_page import ArticlePage
from pressmark.ui.session import Session
from tests.ui.panels.in_memory import UKRINFORM, file_of


@pytest.fixture
def page(anadolu: Session, show: Callable[..., None]) -> ArticlePage:
    made = ArticlePage(anadolu)

    def follow() -> None:
        assert anadolu.article is not None
        made.show_article(anadolu.article)

    anadolu.articles_changed.connect(follow)
    anadolu.article_opened.connect(follow)
    follow()
    show(made)
    return made


def head(session: Session) -> ArticleHead:
    assert session.article is not None
    return session.article.head


def write(qtbot: QtBot, page: ArticlePage, name: str, text: str) -> None:
    line = page.fields[name].line
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("title", ("A title", "A title")),
        ("source", ("", None)),
        ("published", ("2024-05", "2024-05")),
        ("url", ("https://example.org/a", "https://example.org/a")),
        ("language", ("ko", "ko")),
        ("keywords", ("arms, trade,, arms ", ("arms", "trade"))),
    ],
)
def test_what_is_written_is_one_step(
    anadolu: Session, page: ArticlePage, qtbot: QtBot, name: str, written: tuple[str, object]
) -> None:
    text, value = written
    before = getattr(head(anadolu), name)
    write(qtbot, page, name, text)
    assert getattr(head(anadolu), name) == value
    assert anadolu.undo_title == "Describe article"
    anadolu.undo()
    assert getattr(head(anadolu), name) == before
    assert page.fields[name].line.text() == (before or "")


@pytest.mark.parametrize(
    ("name", "text"), [("published", "soon"), ("url", "example"), ("language", "English")]
)
def test_what_does_not_fit_is_refused_in_a_sentence(
    anadolu: Session, page: ArticlePage, qtbot: QtBot, name: str, text: str
) -> None:
    write(qtbot, page, name, text)
    assert page.fields[name].sentence.startswith("Write a")
    assert anadolu.undo_title is None


def test_grade_and_state_are_picked_from_lists(
    anadolu: Session, page: ArticlePage, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.grade, Qt.Key.Key_B)
    assert head(anadolu).grade == "B"
    qtbot.keyClick(page.grade, Qt.Key.Key_Home)
    assert head(anadolu).grade is None
    qtbot.keyClick(page.state, Qt.Key.Key_End)
    assert head(anadolu).states["me"] == "flagged"
    assert anadolu.undo_title == "Mark article as flagged"


def test_an_untitled_article_suggests_its_first_line(anadolu: Session, page: ArticlePage) -> None:
    line = page.fields["title"].line
    assert line.text() == ""
    assert line.placeholderText().startswith("Several foreign ministers")
    anadolu.open_article(UKRINFORM)
    assert line.text().startswith("Ten countries")


def test_a_refused_change_shows_what_is_the_case(
    anadolu: Session, page: ArticlePage, qtbot: QtBot
) -> None:
    file_of(anadolu).read_only = "locked"
    qtbot.keyClick(page.state, Qt.Key.Key_End)
    assert page.state.currentData() == "new"


def test_hints_are_not_taken_for_what_is_known(page: ArticlePage) -> None:
    for name in ("published", "language"):
        assert page.fields[name].line.placeholderText().startswith("e.g. ")


def test_what_is_written_is_handed_over_while_it_is_written_as_one_step(
    anadolu: Session, page: ArticlePage, qtbot: QtBot
) -> None:
    before = head(anadolu).source
    line = page.fields["source"].line
    line.setFocus()
    line.selectAll()
    for piece in ("Another ", "Agency"):
        with qtbot.waitSignal(anadolu.articles_changed):
            qtbot.keyClicks(line, piece)
    assert head(anadolu).source == "Another Agency"
    assert file_of(anadolu).seq == 2
    anadolu.undo()
    assert head(anadolu).source == before
    assert anadolu.undo_title is None
