"""What is tagged nearly twice, made one."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pressmark.edits.annotations import SetNote
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article
from pressmark.ui.annotation_actions import AnnotationActions
from pressmark.ui.notices import Notices
from pressmark.ui.session import Session
from tests.ui.reading.desk import article, session_on

TEXT = 'The EU said: "Ukraine will go on," and denied the rest of it all.'
WHOLE, SHORT = (13, 34), (14, 33)


@pytest.fixture
def doubled() -> Article:
    """Return an article in which a quote is tagged with its marks and without."""
    return article(TEXT, ("quote", *WHOLE), ("quote", *SHORT), ("claim", *WHOLE))


@pytest.fixture
def acting(doubled: Article, qtbot: QtBot) -> tuple[Session, AnnotationActions, Notices]:
    """Return a session with the article open, and what acts on it."""
    session, room = session_on(doubled), QWidget()
    qtbot.addWidget(room)
    session.open_article(doubled.head.id)
    notices = Notices(room)
    return session, AnnotationActions(session, notices, room), notices


def test_doubles_become_one_with_the_words_of_the_active_one(
    acting: tuple[Session, AnnotationActions, Notices],
) -> None:
    session, actions, _ = acting
    session.commit("Write note", SetNote("a", "0", "theirs"))
    session.activate("1")
    assert actions.double
    assert actions.double.id == "0"
    actions.merge_with_double()
    assert session.annotation
    assert (session.annotation.id, session.annotation.note) == ("0", "theirs")
    assert session.annotation.fragments == (SHORT,)
    assert actions.double is None
    session.undo()
    assert session.article
    assert len(session.article.annotations) == 3


def test_the_notice_merges_what_it_was_about(
    acting: tuple[Session, AnnotationActions, Notices],
) -> None:
    session, actions, notices = acting
    actions.tell_of_double("1")
    assert notices.text == "Nearly the same is tagged already."
    session.activate("2")  # one has gone on
    notices.follow()
    assert session.annotation
    assert (session.annotation.id, session.annotation.fragments) == ("0", (SHORT,))


def test_what_has_no_double_stays(acting: tuple[Session, AnnotationActions, Notices]) -> None:
    session, actions, _ = acting
    session.activate("2")
    assert actions.double is None
    actions.merge_with_double()
    assert session.article
    assert len(session.article.annotations) == 3


@pytest.fixture
def astray(qtbot: QtBot) -> tuple[Session, AnnotationActions, Notices]:
    """Return what acts on a quote whose words have been changed, and on one of other words."""
    held = article(TEXT, ("quote", *WHOLE), ("claim", *SHORT))
    quote, claim = held.annotations
    words = replace(quote, text=('"Ukraine may go on,"',), suffix=TEXT[34:66])
    nowhere = replace(claim, text=("Nobody has said this",), prefix="", suffix="")
    held = replace(held, annotations=Annotations.of([words, nowhere]))
    session, room = session_on(held), QWidget()
    qtbot.addWidget(room)
    session.open_article(held.head.id)
    notices = Notices(room)
    return session, AnnotationActions(session, notices, room), notices


def test_words_that_stand_elsewhere_are_found_again_in_one_step(
    astray: tuple[Session, AnnotationActions, Notices],
) -> None:
    session, actions, _ = astray
    assert not actions.is_misplaced
    session.activate("0")
    assert actions.is_misplaced
    actions.find_again()
    assert session.annotation
    assert session.annotation.text == ('"Ukraine will go on,"',)
    assert not actions.is_misplaced
    session.undo()
    assert actions.is_misplaced


def test_words_that_are_nowhere_are_left_to_a_person(
    astray: tuple[Session, AnnotationActions, Notices],
) -> None:
    session, actions, notices = astray
    session.activate("1")
    actions.find_again()
    assert "move it there" in notices.text
    assert session.undo_title is None
