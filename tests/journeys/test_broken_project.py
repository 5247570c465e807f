"""A project file that was cut off, a journal of unsaved work: nothing that is there is lost."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pressmark.edits.edit import Stamp
from pressmark.edits.frame import RenameProject
from pressmark.edits.transaction import Transaction
from pressmark.store.open_project import open_project
from pressmark.ui.widgets.plain_label import PlainLabel
from tests.journeys.conftest import Start


def test_what_is_intact_in_a_cut_off_file_is_rescued(
    start: Start, project: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = project.read_bytes()
    project.write_bytes(whole[: len(whole) * 2 // 3])
    cut, rescued = project.read_bytes(), tmp_path / "Rescued.pressmark"
    monkeypatch.setattr("pressmark.ui.rescue.ask_new_file", lambda *_args: rescued)
    with start(project) as desk:
        assert desk.session.file is None
        assert "ends too early" in desk.notices.text
        desk.notices.follow()
        qtbot.waitUntil(lambda: desk.files.is_open(rescued))
        assert desk.session.project.annotation_count() > 12
        assert "rescued" in desk.notices.text
    assert project.read_bytes() == cut


def test_steps_that_were_only_kept_come_back_and_are_told(start: Start, project: Path) -> None:
    file = open_project(project)
    file.commit(
        Transaction("Rename project", (RenameProject("Mine"),), Stamp("me", "2024-05-27T08:00:00Z"))
    )
    file.wait_kept(5)
    copy = {
        path.name: path.read_bytes()
        for path in project.parent.iterdir()
        if path.suffix in (".pressmark", ".journal")
    }
    file.close()
    for name, content in copy.items():  # as after a power cut
        (project.parent / name).write_bytes(content)
    with start(project) as desk:
        assert desk.session.project.title == "Mine"
        assert "1 step since" in desk.notices.text


def test_the_status_line_says_that_all_annotations_match(
    start: Start, project: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        line = desk.window.statusBar()
        qtbot.waitUntil(
            lambda: any(
                "38 of 38 annotations match" in label.text()
                for label in line.findChildren(PlainLabel)
                if label.isVisible()
            )
        )
