"""The disk is full, the folder gone: the window says so, work goes on, saving elsewhere works."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from pressmark.edits.frame import RenameProject
from pressmark.store import save
from pressmark.store.open_project import open_project, read_project
from pressmark.ui.desk import Desk
from tests.journeys.conftest import Start
from tests.window import action

FullDisk: TypeAlias = Callable[[], AbstractContextManager[None]]


def full(*_arguments: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch, expect_log: Callable[[str], None]) -> FullDisk:
    """Return what fills the disk for a while."""

    @contextmanager
    def fill() -> Iterator[None]:
        expect_log("disk-full")
        with monkeypatch.context() as disk:
            disk.setattr(save, "write_all", full)
            yield

    return fill


def rename(desk: Desk, title: str) -> None:
    assert desk.session.commit("Rename project", RenameProject(title)) is not None


def test_on_a_full_disk_work_goes_on_and_is_saved_elsewhere(
    start: Start,
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    full_disk: FullDisk,
) -> None:
    other = tmp_path / "Elsewhere.pressmark"
    monkeypatch.setattr("pressmark.ui.project_files.ask_new_file", lambda *_args: other)
    with start(project) as desk:
        rename(desk, "Mine")
        with full_disk():
            action(desk, "save").trigger()
            assert "disk" in desk.notices.text
            assert str(tmp_path) in desk.notices.text
            rename(desk, "Still mine")
        action(desk, "save-as").trigger()
        assert desk.files.is_open(other)
    assert read_project(other).project.title == "Still mine"


def test_a_save_in_the_background_that_fails_is_told_once(
    start: Start, project: Path, qtbot: QtBot, full_disk: FullDisk
) -> None:
    with start(project) as desk:
        rename(desk, "Mine")
        file = desk.session.file
        assert file is not None
        file.wait_kept(5)
        with full_disk():
            with qtbot.waitSignal(desk.session.refused):
                desk.window.rested.emit()
            assert "full" in desk.notices.text
            desk.notices.hide()
            with qtbot.waitSignal(desk.session.keeping_changed):
                desk.window.rested.emit()
            assert desk.notices.text == ""


@pytest.mark.parametrize("button", ["Cancel", "Quit all the same"])
def test_quitting_unsaved_asks_and_loses_nothing(
    start: Start,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    full_disk: FullDisk,
    button: str,
) -> None:
    def click(box: QMessageBox) -> int:
        wanted = next(one for one in box.buttons() if one.text().replace("&", "") == button)
        wanted.click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", click)
    with start(project) as desk:
        rename(desk, "Mine")
        file = desk.session.file
        assert file is not None
        file.wait_kept(5)
        with full_disk():
            assert desk.window.close() == (button != "Cancel")
    with open_project(project) as again:
        assert again.project.title == "Mine"


def test_a_project_that_is_not_there_leaves_a_sentence(start: Start, tmp_path: Path) -> None:
    with start(tmp_path / "gone.pressmark") as desk:
        assert desk.session.file is None
        assert "gone.pressmark is not there" in desk.notices.text
        assert action(desk, "open").isEnabled()
        assert not action(desk, "export").isEnabled()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "is no Pressmark project"),
        (b'{"format": "something-else"}', "is no Pressmark project"),
    ],
)
def test_a_file_that_is_no_project_leaves_a_sentence(
    start: Start, tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "strange.pressmark"
    path.write_bytes(content)
    with start(path) as desk:
        assert words in desk.notices.text
    assert path.read_bytes() == content


def test_a_folder_that_vanished_is_not_made_again(
    start: Start, tmp_path: Path, seeds: Path
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    path = folder / "p.pressmark"
    path.write_bytes((seeds / "example.pressmark").read_bytes())
    with start(path) as desk:
        folder.rename(tmp_path / "pulled out")
        rename(desk, "Mine")
        action(desk, "save").trigger()
        assert "stick" in desk.notices.text
        assert not folder.exists()
        (tmp_path / "pulled out").rename(folder)
    assert read_project(path).project.title == "Mine"
