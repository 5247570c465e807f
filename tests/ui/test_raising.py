"""A project has one window: who opens it again brings that one to the front."""

import json
import os
import platform
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pressmark.store import calling
from pressmark.store.lock import lock_path
from pressmark.store.open_project import OpenProject, new_project
from pressmark.ui.application import run
from pressmark.ui.raising import Raising
from pressmark.ui.session import Session
from pressmark.ui.window_elsewhere import TOKEN, raised_elsewhere

PATIENT = """
import sys
from pressmark.__main__ import main
from pressmark.store import calling
calling._ANSWER = 20
sys.exit(main(sys.argv[1:]))
"""
"""Pressmark, which waits longer for another window to answer: this machine may be busy."""


class Opened(Session):
    """A session with a project that is open in it."""

    def __init__(self, file: OpenProject) -> None:
        super().__init__()
        self._file = file


def held_by_another(project: Path, pid: int, host: str = "") -> None:
    facts = {"host": host or platform.node(), "pid": pid, "name": "Ada"}
    lock_path(project).write_text(json.dumps(facts), encoding="utf-8")


def test_the_window_that_has_it_comes_to_the_front(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TOKEN, "")
    monkeypatch.setattr(calling, "_ANSWER", 20)
    window = QWidget()
    qtbot.addWidget(window)
    with new_project(tmp_path / "own.pressmark", title="Own") as file:
        Raising(Opened(file), window)
        window.showMinimized()
        answered: list[bool] = []
        asked = threading.Thread(target=lambda: answered.append(calling.call(file.path, "a token")))
        asked.start()
        qtbot.waitUntil(lambda: bool(answered))
        asked.join()
    assert answered == [True]
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    assert os.environ[TOKEN] == "a token"
    assert not list(calling.calls_folder().iterdir())


def test_a_window_with_another_project_leaves_the_call(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calling, "_ANSWER", 0.2)
    window = QWidget()
    qtbot.addWidget(window)
    with new_project(tmp_path / "own.pressmark", title="Own") as file:
        Raising(Opened(file), window)
        answered: list[bool] = []
        other = tmp_path / "other.pressmark"
        asked = threading.Thread(target=lambda: answered.append(calling.call(other)))
        asked.start()
        qtbot.waitUntil(lambda: bool(answered))
        asked.join()
    assert answered == [False]
    assert not list(calling.calls_folder().iterdir())


def test_only_a_process_of_this_machine_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[Path] = []
    monkeypatch.setattr(
        "pressmark.ui.window_elsewhere.call", lambda path, _token: called.append(path) or True
    )
    project = tmp_path / "own.pressmark"
    assert not raised_elsewhere(project)
    held_by_another(project, os.getpid())
    assert not raised_elsewhere(project)
    held_by_another(project, 1, host="elsewhere")
    assert not raised_elsewhere(project)
    assert called == []
    held_by_another(project, 1)
    assert raised_elsewhere(project)
    assert run([str(project)]) == 0  # and no window is made
    assert called == [project, project]


def test_two_processes_have_one_window(tmp_path: Path) -> None:
    path = tmp_path / "own.pressmark"
    new_project(path, title="Own").close()
    command = [sys.executable, "-c", PATIENT, str(path)]
    with subprocess.Popen(command) as first:
        try:
            while not lock_path(path).exists():
                assert first.poll() is None
            while not calling.call(path):  # until it listens
                assert first.poll() is None
            second = subprocess.run(command, check=False, timeout=60)
            assert second.returncode == 0
            assert first.poll() is None
        finally:
            first.terminate()
