from pathlib import Path

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from pressmark.edits.frame import RenameProject
from pressmark.store.open_project import read_project
from pressmark.ui.autosave import LONGEST, Autosave
from pressmark.ui.desk import Desk


def timer(autosave: Autosave) -> QTimer:
    found = autosave.findChild(QTimer)
    assert found is not None
    return found


def path(desk: Desk) -> Path:
    assert desk.session.file is not None
    return desk.session.file.path


def test_the_file_follows_within_the_time_that_was_promised(desk: Desk, qtbot: QtBot) -> None:
    assert not timer(desk.autosave).isActive()
    desk.session.commit("Rename project", RenameProject("Mine"))
    assert timer(desk.autosave).isActive()
    assert timer(desk.autosave).interval() == LONGEST <= 30_000
    timer(desk.autosave).timeout.emit()
    qtbot.waitUntil(lambda: desk.session.file is not None and desk.session.file.saved)
    assert not read_project(path(desk)).entries
    assert not timer(desk.autosave).isActive()


def test_edits_do_not_put_the_save_off(desk: Desk) -> None:
    desk.session.commit("Rename project", RenameProject("Mine"))
    timer(desk.autosave).start(1000)
    desk.session.commit("Rename project", RenameProject("Mine, too"))
    assert timer(desk.autosave).interval() == 1000


def test_the_file_follows_when_somebody_goes_elsewhere(desk: Desk, qtbot: QtBot) -> None:
    desk.session.commit("Rename project", RenameProject("Mine"))
    desk.autosave.save()
    qtbot.waitUntil(lambda: desk.session.file is not None and desk.session.file.saved)
