"""What must not stand in any file: places of one machine, hosts that packages come from."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

# Written so that this file does not name what it looks for.
PLACES = r"(?<![\w.])/(work|root|home/\w+)/"
HOSTS = r"py[p]i\.org|python[h]osted\.org|npm[j]s\.org|deb\.[d]ebian\.org"


def tracked(root: Path) -> list[Path]:
    if not shutil.which("git") or not (root / ".git").exists():
        pytest.skip("this is not a git checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True)
    return [root / name for name in listed.stdout.decode().split("\0") if name]


@pytest.mark.parametrize("pattern", [PLACES, HOSTS], ids=["places", "hosts"])
def test_no_file_names_a_machine(root: Path, pattern: str) -> None:
    found = []
    for path in tracked(root):
        content = path.read_bytes() if path.is_file() else b""
        if b"\0" in content:
            continue
        text = content.decode("utf-8", errors="replace")
        found += [f"{path.name}: {match.group()}" for match in re.finditer(pattern, text)]
    assert found == []
