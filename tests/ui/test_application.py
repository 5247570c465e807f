"""The program starts fast, ends well, and goes on when something fails."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pressmark.store.open_project import read_project
from pressmark.ui import excepthook
from pressmark.ui.excepthook import ExceptionHook

BEFORE_THE_FIRST_PAINT = """
import sys
import pressmark.ui.application
heavy = {"pydantic", "jinja2", "charset_normalizer", "PySide6.QtSvg", "pressmark.ui.start"}
print(sorted(heavy & sys.modules.keys()))
"""

TAG_AND_WAIT = """
import sys
from PySide6.QtCore import QTimer
from pressmark.edits.frame import RenameProject
from pressmark.ui import start
begin = start.begin
def tag(window, asked):
    desk = begin(window, asked)
    desk.session.commit("Rename project", RenameProject("Mine"))
    print("READY", flush=True)
start.begin = tag
from pressmark.ui.application import run
sys.exit(run(sys.argv[1:]))
"""

FAIL_TAG_AND_WAIT = """
import sys, threading
from PySide6.QtCore import QTimer
from pressmark.edits.frame import RenameProject
from pressmark.ui import start
begin = start.begin
def fail(_task=None):
    raise ZeroDivisionError
def tag(desk):
    desk.session.commit("Rename project", RenameProject("Mine"))
    print("READY", flush=True)
def begun(window, asked):
    desk = begin(window, asked)
    QTimer.singleShot(0, fail)
    threading.Thread(target=fail).start()
    desk.tasks.run(fail, print, lambda error: tag(desk))
    return desk
start.begin = begun
from pressmark.ui.application import run
sys.exit(run(sys.argv[1:]))
"""

PATIENCE = 60  # seconds


def test_nothing_heavy_is_imported_before_the_first_paint() -> None:
    done = subprocess.run(
        [sys.executable, "-c", BEFORE_THE_FIRST_PAINT], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(os.name == "nt", reason="Windows ends programs in other ways")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_saves_and_ends(tmp_path: Path, seeds: Path, number: int) -> None:
    ends_with_all_saved(TAG_AND_WAIT, tmp_path, seeds, number)


@pytest.mark.skipif(os.name == "nt", reason="Windows ends programs in other ways")
def test_exceptions_in_slots_and_threads_end_nothing_and_lose_nothing(
    tmp_path: Path, seeds: Path
) -> None:
    ends_with_all_saved(FAIL_TAG_AND_WAIT, tmp_path, seeds, signal.SIGTERM)


def ends_with_all_saved(script: str, tmp_path: Path, seeds: Path, number: int) -> None:
    """Start, wait for an edit, and signal: it is durable, and then in the file."""
    project = tmp_path / "own.pressmark"
    project.write_bytes((seeds / "example.pressmark").read_bytes())
    with subprocess.Popen(
        [sys.executable, "-c", script, project], stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "READY\n"
        program.send_signal(number)
        until = time.monotonic() + PATIENCE
        while read_project(project).project.title != "Mine":
            assert time.monotonic() < until
        assert program.wait(timeout=PATIENCE) == 0
    reading = read_project(project)
    assert reading.project.title == "Mine"
    assert reading.entries == ()  # it stands in the file, not in the journal only
    assert not project.with_name(f"{project.name}.lock").exists()


def test_an_exception_that_nobody_caught_is_logged_and_told(
    qtbot: QtBot, expect_log: Callable[[str], None]
) -> None:
    expect_log("not caught: ZeroDivisionError")
    hook = ExceptionHook()
    hook.install()
    try:
        with qtbot.waitSignal(hook.raised) as raised:
            error = ZeroDivisionError("words of an article")
            sys.excepthook(type(error), error, None)
        assert raised.args == ["ZeroDivisionError"]
    finally:
        hook.remove()


def test_one_in_another_thread_is_told_too(qtbot: QtBot, expect_log: Callable[[str], None]) -> None:
    expect_log("not caught: ZeroDivisionError")
    hook = ExceptionHook()
    hook.install()
    try:
        with qtbot.waitSignal(hook.raised):
            threading.Thread(target=lambda: 1 / 0).start()
    finally:
        hook.remove()


def test_the_hook_takes_no_interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[type[BaseException]] = []
    monkeypatch.setattr(
        excepthook.sys, "__excepthook__", lambda kind, _error, _trace: seen.append(kind)
    )
    ExceptionHook().take(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert seen == [KeyboardInterrupt]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
@pytest.mark.parametrize(("display", "words"), [(None, []), (":997", []), (":997", ["self-test"])])
def test_without_a_screen_it_ends_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, display: str | None, words: list[str]
) -> None:
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    if display:
        monkeypatch.setenv("DISPLAY", display)
    ran = subprocess.run(
        [sys.executable, "-m", "pressmark", *words], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("No window can be shown here: ")
    assert ran.stderr.count("\n") == 1
