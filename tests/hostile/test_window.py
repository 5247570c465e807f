"""Whatever a project says, the window shows it, opens nothing for it and connects to nothing."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from PIL import Image

from tests.hostile.markup import BEACON, hostile, markup
from tests.tools import APART, available

VISIT = [sys.executable, "-m", "tests.hostile.visit"]
TRACE = ["strace", "-f", "-qq", "-e", "trace=open,openat,connect,socket", "-o"]
OPENED = re.compile(rf'open(?:at)?\(.*"(?:[^"]*/)?{re.escape(BEACON)}"')
CONNECTED = re.compile(r"(?:connect|socket)\((?!.*AF_UNIX).*")

SCREENS = {
    *("action history", "action theme-dark", "menu &Label", "notice", "lines", "found", "printed"),
    *("merging", "amending", "pasted A07", "dropped on MainWindow"),
    *(f"dialog {name}" for name in ("AboutDialog", "AmendDialog", "BackupsDialog", "ExportDialog")),
    *(f"dialog {name}" for name in ("ImportDialog", "KeysDialog", "MergeDialog")),
    *(f"dialog {name}" for name in ("QInputDialog", "QMessageBox")),
}
"""What must have been visited, among others."""

Visit: TypeAlias = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def visit(seeds: Path, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Visit:
    """Return what runs the visit in a folder with the picture, on a project of such a name."""
    monkeypatch.setenv("PYTHONPATH", str(root))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    Image.new("RGB", (8, 8)).save(tmp_path / BEACON)
    path = tmp_path / f"<img src={BEACON}>.pressmark"
    path.write_bytes(hostile((seeds / "example.pressmark").read_bytes(), markup(tmp_path)))

    def run(*before: str, spot: str = "") -> "subprocess.CompletedProcess[str]":
        words = [*before, *VISIT, str(path), *filter(None, [spot])]
        return subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)

    return run


def test_markup_in_every_text_opens_and_connects_nothing(visit: Visit, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    available([*TRACE, str(trace)])
    ran = visit(*TRACE, str(trace))
    assert ran.returncode == 0, ran.stderr
    assert SCREENS - {*ran.stdout.split("\n")} == set()
    calls = trace.read_text(errors="replace")
    assert OPENED.findall(calls) == []
    assert CONNECTED.findall(calls) == []


@pytest.mark.parametrize("spot", ["label", "message-box", "tooltip", "editor"])
def test_where_qt_takes_it_for_markup_it_would_be_seen(
    visit: Visit, tmp_path: Path, spot: str
) -> None:
    trace = tmp_path / "trace"
    available([*TRACE, str(trace)])
    ran = visit(*TRACE, str(trace), spot=spot)
    assert ran.returncode == 0, ran.stderr
    assert OPENED.findall(trace.read_text(errors="replace"))


def test_every_screen_is_there_without_a_network(visit: Visit) -> None:
    available(APART)
    ran = visit(*APART)
    assert ran.returncode == 0, ran.stderr
    assert "action about" in ran.stdout
