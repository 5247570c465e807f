"""Whatever goes wrong, at whichever call: nothing that was acknowledged is lost."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

HERE = Path(__file__).parent
WAYS = ["die", "twice", "half", "short", "EIO", "EACCES", "ENOSPC..."]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes of POSIX")


@pytest.fixture
def quick() -> Iterator[Path]:
    """Return a folder in memory where there is one: nothing here needs a disk to be slow."""
    memory = Path("/dev/shm")  # noqa: S108 -- a folder of its own in there
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


@pytest.mark.parametrize("way", WAYS)
def test_no_call_of_the_system_loses_work_when_it_goes_wrong(way: str, quick: Path) -> None:
    command = [sys.executable, str(HERE / "system_calls.py"), str(quick), way]
    env = {**os.environ, "PYTHONPATH": str(HERE.parents[1])}
    ended = subprocess.run(command, check=False, capture_output=True, text=True, env=env)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith(way)
    assert "Traceback" not in ended.stderr
