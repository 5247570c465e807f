"""The window on a disk that is full, holds no more files, lets nobody write, or is pulled out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from pressmark.edits.annotations import SetNote
from pressmark.store.open_project import OpenProject, read_project
from pressmark.ui.desk import Desk
from tests.disks.conftest import Disk
from tests.window import action, opened

TROUBLE = {
    "fill": "is full",
    "use_up_names": "no more files",
    "write_protect": "Nothing can be written in",
    "pull_out": "is not there",
}
LONG = "long " * 2000


@pytest.fixture
def project(disk: Disk, seeds: Path) -> Path:
    path = disk.folder / "own.pressmark"
    path.write_bytes((seeds / "example.pressmark").read_bytes())
    return path


@pytest.fixture
def desk(project: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    # Where a test fails, nobody answers the question whether to quit all the same.
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: 0)
    with opened(qtbot, project) as made:
        note(made, "A01", "before")
        file(made).wait_kept(5)
        yield made


@pytest.fixture(params=TROUBLE)
def words(request: pytest.FixtureRequest, disk: Disk, desk: Desk) -> str:
    """Bring trouble over the disk of the project that is open; return what it is to be called."""
    assert file(desk).saved is False
    getattr(disk, request.param)()
    return TROUBLE[request.param]


def file(desk: Desk) -> OpenProject:
    assert desk.session.file is not None
    return desk.session.file


def note(desk: Desk, annotation: str, text: str) -> None:
    assert (
        desk.session.commit(
            "Set note", SetNote(desk.session.project.places[annotation], annotation, text)
        )
        is not None
    )


def notes(project: Path) -> dict[str, str | None]:
    left = read_project(project).project
    return {one: left.annotation(one).note for one in ("A01", "A02", "A03")}


def test_editing_goes_on_and_the_next_save_works_once_the_disk_is_mended(
    desk: Desk, project: Path, seeds: Path, disk: Disk, words: str
) -> None:
    note(desk, "A02", LONG)
    action(desk, "save").trigger()
    assert words in desk.notices.text
    assert str(disk.folder) in desk.notices.text
    note(desk, "A03", LONG)
    left = {project.name, *(f"{project.name}.{one}" for one in ("journal", "lock"))}
    assert disk.names() in (left, set())
    disk.mend()
    assert project.read_bytes() == (seeds / "example.pressmark").read_bytes()
    action(desk, "save").trigger()
    assert file(desk).saved
    assert desk.notices.text == ""
    assert notes(project) == {"A01": "before", "A02": LONG, "A03": LONG}


def test_saving_elsewhere_works_all_the_while(
    desk: Desk,
    project: Path,
    disk: Disk,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = disk.folder.parent / "elsewhere.pressmark"
    monkeypatch.setattr("pressmark.ui.project_files.ask_new_file", lambda *_args: other)
    note(desk, "A02", LONG)
    action(desk, "save").trigger()
    assert words in desk.notices.text
    button = next(one for one in desk.notices.findChildren(QPushButton) if one.text() == "Save as…")
    button.click()
    assert desk.files.is_open(other)
    assert desk.notices.text == ""
    note(desk, "A03", LONG)
    file(desk).wait_kept(5)
    file(desk).save()
    expected = {"A01": "before", "A02": LONG, "A03": LONG}
    assert notes(other) == expected
    disk.mend()
    assert notes(project)["A01"] == "before"


def test_the_window_saves_by_itself_once_it_can_again_and_nags_nobody(
    desk: Desk, project: Path, disk: Disk, qtbot: QtBot, words: str
) -> None:
    at_first = file(desk).project.annotation("A03").note
    note(desk, "A02", LONG)
    with qtbot.waitSignal(desk.session.refused):
        desk.autosave.save()
    autosave = desk.autosave.findChild(QTimer)
    assert autosave is not None
    told: list[object] = []
    desk.session.refused.connect(told.append)
    for _ in range(2):
        autosave.timeout.emit()
        qtbot.waitUntil(autosave.isActive)  # to be tried again
    assert len(told) <= 1
    assert words in desk.notices.text
    disk.mend()
    autosave.timeout.emit()
    qtbot.waitUntil(lambda: file(desk).saved)
    qtbot.waitUntil(lambda: desk.notices.text == "")
    assert notes(project) == {"A01": "before", "A02": LONG, "A03": at_first}


@pytest.mark.parametrize("name", ["use_up_names", "write_protect"])
def test_a_project_there_opens_for_reading_and_for_editing_once_the_disk_is_mended(
    project: Path, disk: Disk, qtbot: QtBot, name: str
) -> None:
    getattr(disk, name)()
    with opened(qtbot, project) as desk:
        assert file(desk).read_only is not None
        assert disk.names() == {project.name}
        disk.mend()
        desk.files.try_again()
        note(desk, "A01", "after")
    assert notes(project)["A01"] == "after"
