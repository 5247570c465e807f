"""Somebody saves or quits while still writing: what stands in the field is work too."""

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from pressmark.store.open_project import read_project
from pressmark.ui.desk import Desk
from tests.journeys.conftest import Start
from tests.window import action


def write_note(desk: Desk, words: str) -> str:
    annotation_id = next(iter(desk.session.project.places))
    desk.session.show(annotation_id)
    desk.views.write_note()
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    field.selectAll()
    QTest.keyClicks(field, words)
    return annotation_id


def test_saving_takes_over_what_is_being_written_and_leaves_the_focus(
    start: Start, project: Path
) -> None:
    with start(project) as desk:
        written = write_note(desk, "half a sentence")
        field = QApplication.focusWidget()
        action(desk, "save").trigger()
        assert desk.session.project.annotation(written).note == "half a sentence"
        assert QApplication.focusWidget() is field


def test_quitting_takes_it_over_too(start: Start, project: Path) -> None:
    with start(project) as desk:
        written = write_note(desk, "the last words")
    assert read_project(project).project.annotation(written).note == "the last words"
