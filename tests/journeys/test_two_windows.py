"""Two windows, one project: the second may read until the first is closed."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from pressmark.edits.frame import RenameProject
from pressmark.store.lock import lock_path
from pressmark.store.open_project import open_project, read_project
from pressmark.ui.banner import Banner
from tests.journeys.conftest import Start
from tests.window import action


def test_the_second_may_read_and_take_over_when_the_first_has_gone(
    start: Start, project: Path
) -> None:
    first = open_project(project)
    with start(project) as desk:
        banner = desk.window.findChild(Banner)
        assert banner is not None
        assert banner.isVisible()
        assert "has this project open since" in banner.words("read-only")
        assert not action(desk, "rename").isEnabled()
        assert desk.session.commit("Rename project", RenameProject("Mine")) is None
        assert "reading only" in desk.notices.text

        first.close()
        banner.offers("read-only")["Try again"].follow()
        assert not banner.isVisible()
        assert action(desk, "rename").isEnabled()
        assert desk.session.commit("Rename project", RenameProject("Mine")) is not None
    assert read_project(project).project.title == "Mine"


def test_the_second_may_go_on_under_another_name(
    start: Start, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "Other.pressmark"
    monkeypatch.setattr("pressmark.ui.project_files.ask_new_file", lambda *_args: other)
    with open_project(project) as first, start(project) as desk:
        desk.view.set_caret(300)
        action(desk, "save-as").trigger()
        assert desk.files.is_open(other)
        assert desk.session.writable
        assert desk.view.caret() == 300
        desk.session.commit("Rename project", RenameProject("Mine"))
        assert first.project.title != "Mine"
    assert read_project(other).project.title == "Mine"
    assert read_project(project).project.title != "Mine"


@pytest.mark.parametrize("button", ["Take over", "Cancel"])
def test_the_lock_of_another_machine_is_only_taken_over_when_asked(
    start: Start, project: Path, monkeypatch: pytest.MonkeyPatch, button: str
) -> None:
    holder = {"name": "Anna", "host": "elsewhere", "pid": 7, "since": "2024-05-31T14:03:00Z"}
    lock_path(project).write_text(json.dumps(holder))
    monkeypatch.setattr(QMessageBox, "exec", lambda box: click(box, button))
    with start(project) as desk:
        banner = desk.window.findChild(Banner)
        assert banner is not None
        assert "Anna on elsewhere has this project open" in banner.words("read-only")
        banner.offers("read-only")["Take over…"].follow()
        assert desk.session.writable == (button == "Take over")


def click(box: QMessageBox, words: str) -> int:
    next(one for one in box.buttons() if one.text().replace("&", "") == words).click()
    return 0


def test_a_project_of_this_machine_cannot_be_taken_over(start: Start, project: Path) -> None:
    with open_project(project), start(project) as desk:
        banner = desk.window.findChild(Banner)
        assert banner is not None
        assert list(banner.offers("read-only")) == ["Try again", "Save as…"]
