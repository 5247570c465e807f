"""Whatever goes wrong, at whichever call: nothing that was acknowledged is lost."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from pressmark.store.open_project import open_project
from tests.store.projects import started, tags

HERE = Path(__file__).parent
ROUNDS = 10

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes of POSIX")

WORK = """
import sys, pathlib
from pressmark.store.open_project import open_project
from tests.store.projects import tag
number, path = int(sys.argv[1]), pathlib.Path(sys.argv[2])
file = open_project(path)
print("READY", file.opening.journal_damaged, len(file.opening.conflicts), flush=True)
while True:
    name = tag(file, f"a{number}", number % 1000)
    file.wait_kept()
    print("ACK", name, flush=True)
    number += 1
    if number % 5 == 0:
        file.save()
"""


@pytest.fixture
def quick() -> Iterator[Path]:
    """Return a folder in memory where there is one: nothing here needs a disk to be slow."""
    memory = Path("/dev/shm")  # noqa: S108 -- a folder of its own in there
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


@pytest.mark.parametrize("way", ["die", "twice", "half", "short", "EIO", "ENOSPC..."])
def test_no_call_of_the_system_loses_work_when_it_goes_wrong(way: str, quick: Path) -> None:
    command = [sys.executable, str(HERE / "system_calls.py"), str(quick), way]
    ended = subprocess.run(command, check=False, capture_output=True, text=True, env=_environment())
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith(way)
    assert "Traceback" not in ended.stderr


def test_kills_at_random_instants_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "a.pressmark"
    started(path).close()
    acknowledged: set[str] = set()
    begun = 0
    dice = random.Random(7)  # noqa: S311 -- instants, not secrets
    for _ in range(ROUNDS):
        said = _work_and_kill(path, begun, dice.random() * 0.15)
        assert said[0] == "READY None 0"
        acknowledged |= {line.removeprefix("ACK ") for line in said[1:]}
        with open_project(path) as found:
            assert found.read_only is None
            assert acknowledged <= tags(found.project)
            begun = len(tags(found.project))
    assert len(acknowledged) >= ROUNDS


def _work_and_kill(path: Path, begun: int, seconds: float) -> list[str]:
    """Let a process work that long from its first acknowledgement on; return what it said."""
    command = [sys.executable, "-c", WORK, str(begun), str(path)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=_environment()
    ) as process:
        assert process.stdout is not None
        said = [process.stdout.readline().strip(), process.stdout.readline().strip()]
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        # A line that was cut off was never said.
        rest = process.stdout.read().rpartition("\n")[0]
        return [*said, *rest.split("\n")] if rest else said


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(HERE.parents[1])}
