from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pressmark.edits.additions import addition
from pressmark.edits.annotations import MoveAnnotation, ReplaceAnnotation, SetNote
from pressmark.edits.removals import article_removal
from pressmark.model.records import Annotator
from pressmark.model.span import Span
from pressmark.store.open_project import open_project
from pressmark.ui.notices import Notices
from pressmark.ui.opening import Opening
from pressmark.ui.session import Session
from tests.ui.panels.in_memory import UKRINFORM, hear

Told = list[tuple[object, ...]]


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path, seeds: Path) -> Iterator[Session]:
    del qtbot
    path = tmp_path / "copy.pressmark"
    path.write_bytes((seeds / "example.pressmark").read_bytes())
    made = Session()
    with open_project(path) as file:
        made.use(file, Annotator(id="me", name="Me"))
        yield made


@pytest.fixture
def told(session: Session, qtbot: QtBot) -> Iterator[Told]:
    """Yield what is told of how many annotations match, the last being last.

    Who tells it lives as long as the test: without a name of its own it went at some clearing up.
    """
    window = QWidget()
    qtbot.addWidget(window)
    opening = Opening(session, Notices(window), window)
    calls = hear(opening.looked_through)
    session.project_replaced.emit()
    qtbot.waitUntil(lambda: bool(calls))
    yield calls
    del opening


def tag(session: Session, name: str) -> None:
    spans = [Span(0, 10)]
    edit = addition(session.project, UKRINFORM, "claim", spans, session.stamp(), annotation_id=name)
    session.commit("Tag claim", edit)


def test_what_is_added_and_removed_is_counted_as_it_comes(session: Session, told: Told) -> None:
    assert told[-1] == (38, 38)
    tag(session, "new")
    assert told[-1] == (39, 39)
    session.undo()
    assert told[-1] == (38, 38)
    session.commit("Remove article", *article_removal(session.project, UKRINFORM))
    left = len(session.project.places)
    assert told[-1] == (left, left)
    session.undo()
    assert told[-1] == (38, 38)


def test_one_that_does_not_match_is_told_until_it_is_put_right(
    session: Session, told: Told
) -> None:
    project = session.project
    held = project.annotation("A01")
    wrong = replace(held, text=("Not what stands there.",))
    session.commit("Put", ReplaceAnnotation.as_it_stands(project.article(UKRINFORM), wrong))
    assert told[-1] == (37, 38)
    session.commit("Write note", SetNote(UKRINFORM, "A01", "Look."))
    assert told[-1] == (37, 38)
    session.commit("Re-anchor", MoveAnnotation(UKRINFORM, "A01", held.fragments))
    assert told[-1] == (38, 38)
