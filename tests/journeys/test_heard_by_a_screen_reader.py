"""What somebody hears who works with a screen reader: a real window, a real accessibility bus."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from tests.screen_reader import PATIENCE, ScreenReader, session_bus
from tests.x_server import x_server

pytestmark = pytest.mark.x11

NEEDED = ("Xvfb", "xdotool", "dbus-daemon")
BUS = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")


class Listener:
    """Somebody at the keyboard of a window who hears, and sees nothing."""

    def __init__(self, reader: ScreenReader, environment: dict[str, str]) -> None:
        self._reader = reader
        self._environment = environment

    def press(self, *keys: str) -> None:
        """Press keys by their X names."""
        self._type("key", "--delay", "20", *keys)

    def said(self, words: str) -> None:
        """Wait until just this is announced."""
        while self._reader.hear("said", words).words != words:
            continue

    def focus(self, words: str = "") -> tuple[str, str]:
        """Wait until something gets the focus; return its name and role."""
        heard = self._reader.hear("focus", words)
        return heard.words, heard.role

    def caret(self) -> int:
        """Wait until the caret moves, and return where it is."""
        return int(self._reader.hear("caret").words)

    def come_to(self, title: str) -> None:
        """Wait for a window, and give it the keys: there is no window manager to do it."""
        self._type("search", "--sync", "--onlyvisible", "--name", title, "windowfocus", "--sync")
        self.focus("Article: ")

    def _type(self, *command: str) -> None:
        subprocess.run(
            ["xdotool", *command],
            env=self._environment,
            check=True,
            stdout=subprocess.DEVNULL,
            timeout=PATIENCE,
        )


@pytest.fixture
def listener(project: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Listener]:
    """Open the example in a window of its own that is listened to."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing or not BUS.exists():
        pytest.skip(f"not installed: {', '.join(missing) or 'at-spi2-core'}")
    with ExitStack() as stack:
        display = stack.enter_context(x_server())
        monkeypatch.setenv("DISPLAY", display)  # the accessibility bus asks for one
        bus = stack.enter_context(session_bus())
        reader = stack.enter_context(closing(ScreenReader(bus)))
        environment = {
            **os.environ,
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PYTHONPATH": str(root / "desktop"),
        }
        command = [sys.executable, "-m", "pressmark", project]
        program = stack.enter_context(subprocess.Popen(command, env=environment))
        stack.callback(program.terminate)
        one = Listener(reader, environment)
        one.come_to("DPRK")
        yield one


def test_tagging_and_stepping_are_heard(listener: Listener) -> None:
    listener.press("Home", "ctrl+Right")
    assert listener.caret() > 0
    listener.press("e", "2")
    listener.said("Tag quote")
    listener.said("quote")
    listener.press("ctrl+z")
    listener.said("Undo: Tag quote")
    listener.press("ctrl+shift+z")
    listener.said("Tag quote")
    listener.said("quote")
    listener.press("Left", "e", "2")
    listener.said("Already tagged so.")
    listener.press("Delete")
    listener.said("Delete annotation")

    for _ in range(9):  # to where two claims cross inside a quote
        listener.press("n")
    listener.said("claim, inside quote, 2 of 3")
    for words in ("quote, 3 of 3", "claim, inside quote, 1 of 3", "claim, inside quote, 2 of 3"):
        listener.press("o")
        listener.said(words)


def test_every_field_says_its_name(listener: Listener) -> None:
    listener.press("n")
    listener.said("quote, inside claim, 1 of 2")
    listener.press("Return")
    heard = [listener.focus()]
    while not heard[-1][0].startswith("Article: ") and len(heard) < 80:
        listener.press("Tab")
        heard.append(listener.focus())
    assert all(name and role not in {"", "unknown", "panel", "filler"} for name, role in heard)
    names = [name for name, _ in heard]
    assert {"Note", "Add relation", "From a list…"} <= set(names)
    assert any(name.startswith("Confidence: ") for name in names)
    assert names[-1].startswith("Article: ")

    listener.press("m")
    assert listener.focus() == ("Note", "text")
    listener.press("Escape")
    listener.focus("Article: ")
