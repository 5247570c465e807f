"""Where the system fails `pressmark annotate`: a sentence, nothing lost, nothing left."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pressmark.store.open_project import open_project, read_project
from tests.crash.accounts import Account, state_of
from tests.store.projects import names
from tests.tools import available

STRACE = ["strace", "-f", "-qq", "-o", os.devnull, "-e"]
NTH = (1, 2, 3, 5)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="faults of POSIX")


@pytest.fixture
def project(tmp_path: Path, seeds: Path) -> Path:
    """Return a copy of the example, alone in a folder."""
    path = tmp_path / "work" / "a.pressmark"
    path.parent.mkdir()
    shutil.copy(seeds / "example.pressmark", path)
    return path


def requests(project: Path) -> Iterator[dict[str, object]]:
    first = next(iter(read_project(project).project.articles))
    for number in range(3):
        place = {"article": first, "fragments": [[number, number + 9]]}
        yield {"op": "add", "id": f"n{number}", "label": "claim", **place}


def annotate(words: list[str], project: Path) -> bool:
    """Run it with a fault, and see that all is well; return whether it was asked to fail."""
    account = Account(state_of(project))
    asked = "".join(json.dumps(one) + "\n" for one in requests(project))
    ran = subprocess.run(
        [*words, "annotate", str(project)], input=asked, capture_output=True, text=True, check=False
    )
    said = ran.stderr.replace("FAILED\n", "")
    assert "Traceback" not in said
    assert said.count("\n") <= 1, said
    assert (ran.returncode == 0) == (said == ""), (ran.returncode, said)
    for answer in ran.stdout.split("\n")[1:-1]:
        kind, name = answer.split(" ", 1)
        assert kind in ("ACK", "ERR"), answer
        if kind == "ACK":
            account.steps.append((name, None))
            account.kept += 1
    assert not [name for name in names(project.parent) if name.endswith(".tmp")]
    account.check(state_of(project))
    with open_project(project) as file:
        assert file.read_only is None
    assert set(names(project.parent)) <= {project.name, f"{project.name}.history"}
    account.check(state_of(project))
    return said != ran.stderr


@pytest.mark.parametrize(
    ("call", "error"),
    [
        ("open", "EACCES"),
        ("write", "ENOSPC"),
        ("fsync", "EIO"),
        ("replace", "EACCES"),
        ("unlink", "EIO"),
    ],
)
def test_a_call_that_fails_costs_nothing_that_was_acknowledged(
    call: str, error: str, project: Path
) -> None:
    folder = str(project.parent)
    whole = project.read_bytes()
    met = []
    for nth in NTH:
        project.write_bytes(whole)
        words = [sys.executable, "-m", "tests.crash.faulty", folder, call, str(nth), error]
        met.append(annotate(words, project))
    assert met[:2] == [True, True]


@pytest.mark.parametrize("fault", ["fsync:error=EIO", "fdatasync:error=EIO", "rename:error=EACCES"])
def test_a_call_that_the_system_itself_fails_costs_nothing(fault: str, project: Path) -> None:
    whole = project.read_bytes()
    for nth in NTH[:3]:
        strace = [*STRACE, f"inject={fault}:when={nth}"]
        available(strace)
        project.write_bytes(whole)
        annotate([*strace, sys.executable, "-m", "pressmark"], project)
