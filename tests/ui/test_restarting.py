"""Another language is spoken from the next start on, which can be now."""

from pathlib import Path

import pytest
from PySide6.QtCore import QProcess

from pressmark.ui.desk import Desk
from pressmark.ui.restarting import program

Started = list[tuple[str, list[str]]]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Started:
    commands: Started = []
    monkeypatch.setattr(QProcess, "startDetached", lambda *command: commands.append(command))
    return commands


def test_the_window_closes_and_another_opens_the_same_project(desk: Desk, started: Started) -> None:
    assert desk.session.file is not None
    path = desk.session.file.path
    desk.preferences.choose(language="uk")
    assert "other language" in desk.notices.text
    desk.notices.follow()
    assert started == [program(path)]
    assert not desk.window.isVisible()
    assert desk.session.file is None


def test_nothing_starts_where_the_window_stays(
    desk: Desk, started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.preferences.choose(language="uk")
    monkeypatch.setattr(desk.window, "may_close", lambda: False)
    desk.notices.follow()
    assert started == []
    assert desk.window.isVisible()


def test_nothing_is_offered_for_the_language_that_is_spoken(desk: Desk) -> None:
    desk.preferences.choose(theme="dark")
    assert desk.notices.text == ""
    desk.preferences.choose(language="uk")
    desk.preferences.choose(language=desk.preferences.settings.language, theme="light")
    assert desk.notices.text
    desk.preferences.choose(language="system")
    assert desk.notices.text == ""


def test_without_a_project_the_program_opens_what_was_open_last() -> None:
    assert program(None)[1] + ["x.pressmark"] == program(Path("x.pressmark"))[1]
