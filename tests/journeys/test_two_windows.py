"""Two windows, one project: the second may read until the first is closed."""

from pathlib import Path

import pytest

from pressmark.edits.frame import RenameProject
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
        assert not action(desk, "rename").isEnabled()
        assert desk.session.commit("Rename project", RenameProject("Mine")) is None
        assert "reading only" in desk.notices.text

        first.close()
        banner.again_asked.emit()
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
