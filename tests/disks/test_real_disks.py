"""Real disks that are full, read-only or gone, under the verbs and under the window.

What is tested stands in `verbs.py` and `window.py`: these run in a namespace of their own, in
which anybody may mount a disk in memory and nobody else sees it.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
APART = ["unshare", "--map-root-user", "--mount"]


@pytest.mark.parametrize("part", ["verbs", "window"])
def test_on_a_disk_that_fails_nothing_is_lost(part: str, tmp_path: Path, root: Path) -> None:
    _require_namespaces(tmp_path)
    inside = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    ran = subprocess.run(
        [*APART, *inside, "--basetemp", str(tmp_path / "inside"), str(HERE / f"{part}.py")],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def _require_namespaces(folder: Path) -> None:
    """Skip where this system lets nobody mount a disk of their own."""
    tried = shutil.which(APART[0]) and subprocess.run(
        [*APART, "mount", "-t", "tmpfs", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if not tried or tried.returncode:
        pytest.skip("this system lets nobody mount a disk of their own")
