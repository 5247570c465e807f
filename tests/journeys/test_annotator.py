"""Somebody gives themselves a name: whose work is whose does not change."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from pressmark.store.open_project import read_project
from tests.journeys.conftest import Start


def test_a_new_name_holds_here_and_in_projects_to_come(start: Start, project: Path) -> None:
    with start(project) as desk:
        first = desk.session.annotator
        assert first.name
        desk.view.select(200, 212)
        QTest.keyClick(desk.view, Qt.Key.Key_1)
        made = desk.session.annotation
        assert made is not None

        desk.describing.call_annotator("Ana Kovač")
        assert desk.session.annotator.name == "Ana Kovač"
        assert desk.session.annotator_id == first.id == made.annotator
        assert desk.session.undo_title == "Rename annotator"
        desk.session.undo()
        assert desk.session.annotator.name == first.name
        desk.session.redo()

    assert read_project(project).project.annotators[first.id].name == "Ana Kovač"
    with start() as desk:
        assert desk.preferences.settings.annotator_name == "Ana Kovač"
