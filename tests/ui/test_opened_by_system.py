"""A double click on macOS is an event for the program that runs, which starts another one."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QProcess
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pressmark.store.open_project import OpenProject, new_project
from pressmark.ui.opened_by_system import OpenedBySystem
from pressmark.ui.session import Session


class Opened(Session):
    """A session with a project that is open in it."""

    def __init__(self, file: OpenProject) -> None:
        super().__init__()
        self._file = file


def test_another_project_has_a_program_of_its_own(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(QProcess, "startDetached", lambda *command: started.append(command))
    window = QWidget()
    qtbot.addWidget(window)
    application = QCoreApplication.instance()
    assert application is not None
    with new_project(tmp_path / "own.pressmark", title="Own") as file:
        OpenedBySystem(Opened(file), window)
        application.sendEvent(application, QFileOpenEvent(str(tmp_path / "other.pressmark")))
        application.sendEvent(application, QFileOpenEvent(str(file.path)))
    other = str(tmp_path / "other.pressmark")
    assert started == [(sys.executable, ["-P", "-m", "pressmark", other])]
