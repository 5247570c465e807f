"""The set-up says plainly what is missing, installs what it may, and does nothing twice."""

import shutil
import sys
import sysconfig
from collections.abc import Callable

import pytest

import tasks

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has packages to install")


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Return the programs that would have been run in the reader's sight."""
    lines: list[tuple[str, ...]] = []

    def note(*command: object, **_: str) -> bool:
        lines.append(tuple(map(str, command)))
        return True

    monkeypatch.setattr(tasks, "run", note)
    return lines


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that makes this machine one with these tools and without libxcb-cursor."""

    def describe(*tools: str, root: bool = False, sudo: bool = False) -> None:
        answers = {"sh": root, "sudo": sudo}
        monkeypatch.setattr(tasks, "has_library", lambda name: name != "libxcb-cursor.so.0")
        monkeypatch.setattr(shutil, "which", lambda name: name in tools)
        monkeypatch.setattr(tasks, "works", lambda program, *_: answers[program])

    return describe


@on_linux
def test_a_library_is_there_or_not() -> None:
    assert tasks.has_library("libc.so.6")
    assert not tasks.has_library("libnothing-of-this-name.so.1")


@on_linux
def test_root_installs_what_is_missing_and_nothing_else(
    machine: Callable[..., None], ran: list[tuple[str, ...]]
) -> None:
    machine("apt-get", root=True)
    tasks.prepare_system(for_tests=False)
    assert ran[0] == ("apt-get", "update", "--quiet")
    assert ran[1][-1] == "libxcb-cursor0"
    assert ran[1][:2] == ("apt-get", "install")


@on_linux
def test_tests_need_more(machine: Callable[..., None], ran: list[tuple[str, ...]]) -> None:
    machine("apt-get", sudo=True)
    tasks.prepare_system(for_tests=True)
    assert ran[1][:4] == ("sudo", "-n", "apt-get", "install")
    assert {"libxcb-cursor0", "xvfb", "xdotool"} <= set(ran[1])


@on_linux
@pytest.mark.parametrize(
    ("tools", "line"),
    [
        (["apt-get"], "sudo apt-get install"),
        (["dnf"], "sudo dnf install"),
        (["pacman"], "sudo pacman -S"),
        ([], "libxcb-cursor0"),
    ],
)
def test_who_may_not_install_is_told_what_to_run(
    tools: list[str], line: str, machine: Callable[..., None], ran: list[tuple[str, ...]]
) -> None:
    machine(*tools)
    with pytest.raises(SystemExit, match=line):
        tasks.prepare_system(for_tests=False)
    assert ran == []


def test_arguments_go_only_where_they_are_used(
    monkeypatch: pytest.MonkeyPatch, ran: list[tuple[str, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tasks, "setup", lambda **_: True)
    monkeypatch.setattr(sys, "argv", ["tasks.py", "test", "-x", "tests/model"])
    with pytest.raises(SystemExit, match="0"):
        tasks.main()
    assert ran[0][-4:] == ("-m", "pytest", "-x", "tests/model")

    monkeypatch.setattr(sys, "argv", ["tasks.py", "lint", "-x"])
    with pytest.raises(SystemExit, match="2"):
        tasks.main()
    assert "lint takes no arguments" in capsys.readouterr().err


def test_without_a_screen_it_tests_itself(
    monkeypatch: pytest.MonkeyPatch, ran: list[tuple[str, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert tasks.open_window()
    assert ran[0][-1] == "self-test"
    assert "no screen" in capsys.readouterr().out

    monkeypatch.setenv("DISPLAY", ":0")
    assert tasks.open_window("mine.pressmark")
    assert ran[1][-2:] == ("pressmark", "mine.pressmark")


def test_a_failing_step_does_not_hide_the_others(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tasks, "run", lambda *command, **_: "mypy" not in command)
    assert not tasks.check()
    summary = capsys.readouterr().out
    assert "types       FAILED" in summary
    assert "smoke       ok" in summary


@on_linux
def test_installers_need_tools_that_are_installed_where_they_are_missing(
    machine: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    ran: list[tuple[str, ...]],
) -> None:
    machine("apt-get", root=True)
    monkeypatch.setattr(sysconfig, "get_config_var", lambda _name: "libpython3.11.so.1.0")
    monkeypatch.setattr(tasks, "has_library", lambda name: not name.startswith("libpython"))
    assert tasks.tools()
    assert {"nsis", "wine", "rpm", "mmdebstrap", "libpython3.11"} <= set(ran[1])

    machine(root=True)
    assert tasks.tools()
    assert len(ran) == 2
