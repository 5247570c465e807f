import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pressmark.edits.removals import article_removal
from pressmark.ui.reading.sides import Sides
from pressmark.ui.session import Session
from tests.ui.panels.in_memory import article, project_of, session_on

ONE, TWO, THREE = "one", "two", "three"


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    del qtbot  # there is an application now
    return session_on(project_of(*(article(one, title=one) for one in (ONE, TWO, THREE))))


@pytest.fixture
def sides(qtbot: QtBot, session: Session) -> Sides:
    made = Sides(session)
    qtbot.addWidget(made)
    session.open_article(ONE)
    return made


def focus(sides: Sides, at: int) -> None:
    QApplication.sendEvent(sides.views[at], QFocusEvent(QEvent.Type.FocusIn))


def test_alone_it_shows_what_the_session_opens(session: Session, sides: Sides) -> None:
    session.open_article(TWO)
    assert sides.articles == (TWO,)
    assert sides.elsewhere == ""
    sides.turn()
    assert sides.articles == (TWO,)


def test_the_session_follows_the_focus_and_each_side_keeps_its_own(
    session: Session, sides: Sides
) -> None:
    sides.split(TWO)
    assert (sides.articles, session.article_id) == ((ONE, TWO), ONE)
    focus(sides, 1)
    assert (session.article_id, sides.elsewhere) == (TWO, ONE)
    session.open_article(THREE)
    assert sides.articles == (ONE, THREE)
    focus(sides, 0)
    assert session.article_id == ONE


def test_an_article_is_on_one_side_only(session: Session, sides: Sides) -> None:
    sides.split(TWO)
    session.open_article(TWO)
    assert sides.articles == (ONE, TWO)
    assert sides.view is sides.views[1]


def test_an_article_that_goes_leaves_its_side_empty(session: Session, sides: Sides) -> None:
    sides.split(TWO)
    session.commit("Remove", *article_removal(session.project, TWO))
    assert sides.articles == (ONE, "")
    focus(sides, 1)
    assert session.article_id == ""
    session.open_article(THREE)
    assert sides.articles == (ONE, THREE)


def test_another_project_begins_at_the_left(session: Session, sides: Sides) -> None:
    sides.split(TWO)
    focus(sides, 1)
    session.leave()
    assert sides.articles == ("", "")
    assert sides.view is sides.views[0]


def test_what_is_done_with_each_view_is_done_with_those_to_come(sides: Sides) -> None:
    greeted = []
    sides.each(greeted.append)
    assert greeted == [*sides.views]
    sides.split(TWO)
    assert greeted == [*sides.views]
    sides.join()
    sides.split(THREE)
    assert len(greeted) == 2
