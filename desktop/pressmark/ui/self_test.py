"""`pressmark self-test`: proves that an installed copy has all it needs and does what it should."""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from pressmark import __version__
from pressmark.errors import PressmarkError
from pressmark.store.save import write_file
from pressmark.ui.fault import FaultError
from pressmark.ui.screen import on_screen
from pressmark.ui.self_checks import CHECKS, Check

_FOLDERS = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
_WINDOWS_FOLDERS = ("APPDATA", "LOCAL_APPDATA", "PERSONAL")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one check, and what there is to say about it."""

    name: str
    passed: bool
    told: str


def main(arguments: Sequence[str]) -> int:
    """Run every check, print a line for each, and return 0 if all passed, else 1."""
    parser = argparse.ArgumentParser(
        prog="pressmark self-test", description="Prove that this copy of Pressmark works."
    )
    parser.add_argument("--report", type=Path, metavar="FILE.json", help="write the outcome there")
    report: Path | None = parser.parse_args(arguments).report
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Kept until the end: without an application there are no fonts and no widgets.
    application = QApplication.instance() or on_screen()
    with _another_home() as folder:
        outcomes = [_outcome(check, folder) for check in CHECKS]
    passed = all(outcome.passed for outcome in outcomes)
    del application
    if report is not None:
        passed = _write(report, outcomes) and passed
    return 0 if passed else 1


def _outcome(check: Check, folder: Path) -> Outcome:
    own = folder / check.__name__
    own.mkdir()
    name = check.__name__.replace("_", " ")
    try:
        outcome = Outcome(name, passed=True, told=check(own))
    except (FaultError, LookupError, OSError, ValueError, PressmarkError) as error:
        outcome = Outcome(name, passed=False, told=f"{type(error).__name__}: {error}")
    _say(f"{'ok    ' if outcome.passed else 'FAILED'}  {name}: {outcome.told}")
    return outcome


def _say(line: str) -> None:
    """Print a line where somebody reads it; the program with a window has no output on Windows."""
    if sys.stdout is None:
        return
    encoding = sys.stdout.encoding
    sys.stdout.write(f"{line}\n".encode(encoding, "backslashreplace").decode(encoding))
    sys.stdout.flush()


def _write(report: Path, outcomes: Sequence[Outcome]) -> bool:
    facts = {
        "pressmark": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "passed": all(outcome.passed for outcome in outcomes),
        "checks": [asdict(outcome) for outcome in outcomes],
    }
    try:
        write_file(report, [json.dumps(facts, indent=2, ensure_ascii=False).encode(), b"\n"])
    except PressmarkError as error:
        sys.stderr.write(f"The report was not written to {report} ({error.case}).\n")
        return False
    return True


@contextmanager
def _another_home() -> Iterator[Path]:
    """Let the checks have folders of their own in the place of this user's."""
    before = dict(os.environ)
    with tempfile.TemporaryDirectory(
        prefix="pressmark-self-test-", ignore_cleanup_errors=True
    ) as name:
        for variable in (*_FOLDERS, "USERPROFILE"):
            os.environ[variable] = str(Path(name) / "home")
        for folder in _WINDOWS_FOLDERS:
            os.environ[f"WIN_PD_OVERRIDE_{folder}"] = str(Path(name) / "home")
        try:
            yield Path(name)
        finally:
            os.environ.clear()
            os.environ.update(before)
