from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pressmark.edits.articles import DescribeArticle
from pressmark.ui.chosen_articles import ChosenArticles
from pressmark.ui.panels.inspector.choice_field import ChoiceField
from pressmark.ui.panels.inspector.line_field import LineField
from pressmark.ui.panels.inspector.several_page import SeveralPage
from pressmark.ui.session import Session
from tests.ui.panels.in_memory import ANADOLU, UKRINFORM


@pytest.fixture
def page(session: Session, show: Callable[..., None]) -> SeveralPage:
    for article_id, words in ((UKRINFORM, ("arms", "DPRK")), (ANADOLU, ("DPRK",))):
        described = DescribeArticle(article_id, {"keywords": words, "language": "en"})
        session.commit("Describe", described)
    chosen = ChosenArticles(session, session)
    chosen.choose((UKRINFORM, ANADOLU))
    made = SeveralPage(session, chosen)
    session.articles_changed.connect(made.show_articles)
    made.show_articles()
    show(made)
    return made


def write(qtbot: QtBot, field: LineField, text: str) -> None:
    field.line.selectAll()
    qtbot.keyClick(field.line, Qt.Key.Key_Delete)
    qtbot.keyClicks(field.line, text)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)


def pick(field: ChoiceField, value: str) -> None:
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())


def values(session: Session, name: str) -> list[object]:
    articles = session.project.articles
    return [getattr(articles[one].head, name) for one in (UKRINFORM, ANADOLU)]


def test_it_shows_what_is_common_and_where_they_differ(page: SeveralPage) -> None:
    assert page.heading == "2 articles"
    assert page.fields["language"].line.text() == "en"
    assert page.fields["source"].line.text() == ""
    assert page.fields["source"].line.placeholderText() == "several"
    assert page.state.currentText() == "New"


def test_a_field_is_written_into_all_as_one_step(
    session: Session, page: SeveralPage, qtbot: QtBot
) -> None:
    before = values(session, "published")
    write(qtbot, page.fields["published"], "2024-05")
    assert values(session, "published") == ["2024-05"] * 2
    assert session.undo_title == "Describe 2 articles"
    assert page.fields["published"].line.text() == "2024-05"
    session.undo()
    assert values(session, "published") == before


def test_what_is_no_date_goes_nowhere(session: Session, page: SeveralPage, qtbot: QtBot) -> None:
    before = session.project
    write(qtbot, page.fields["published"], "May")
    assert session.project == before
    assert page.fields["published"].sentence


def test_keywords_come_and_go(session: Session, page: SeveralPage, qtbot: QtBot) -> None:
    write(qtbot, page.added, "oil, DPRK")
    assert values(session, "keywords") == [("arms", "DPRK", "oil"), ("DPRK", "oil")]
    assert page.added.line.text() == ""
    listed = [page.removed.itemText(at) for at in range(1, page.removed.count())]
    assert listed == ["DPRK (2)", "oil (2)", "arms (1)"]
    pick(page.removed, "arms")
    assert values(session, "keywords") == [("DPRK", "oil")] * 2
    session.undo()
    session.undo()
    assert values(session, "keywords") == [("arms", "DPRK"), ("DPRK",)]


def test_grade_and_state_are_given_to_all(session: Session, page: SeveralPage) -> None:
    session.commit("Describe", DescribeArticle(ANADOLU, {"grade": "C"}))
    assert page.grade.currentText() == "several"
    page.grade.activated.emit(0)
    assert values(session, "grade") == [None, "C"]
    pick(page.grade, "B")
    assert values(session, "grade") == ["B", "B"]
    pick(page.grade, "")
    assert values(session, "grade") == [None, None]
    pick(page.state, "flagged")
    states = session.project.articles[ANADOLU].head.states
    assert states[session.annotator_id] == "flagged"
    assert page.state.currentText() == "Flagged"
