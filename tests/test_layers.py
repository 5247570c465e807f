"""Who may know whom: the import contracts of pyproject.toml, and no Qt without a window."""

import subprocess
import sys
from pathlib import Path

import pytest

VERB = """
import sys
from pressmark.__main__ import main
sys.argv = ["pressmark", *sys.argv[1:]]
status = None
try:
    main()
except SystemExit as end:
    status = end.code
qt = sorted(name for name in sys.modules if name.partition(".")[0] in {"PySide6", "shiboken6"})
assert not status, status
assert not qt, qt
"""


LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
"""Run apart from the tests: it silences every logger there is."""


def test_import_contracts(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LINT],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("verb", ["--version", "--help", "formats"])
def test_a_verb_does_without_qt(verb: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", VERB, verb],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout
