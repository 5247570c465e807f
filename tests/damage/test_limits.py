"""Files made to take all memory or all time: refused in one sentence, or opened within bounds."""

import json
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

START = b'{"format": "pressmark-project", "version": 1, "id": "x", "title": "t", '
FRAME = (
    START + b'"generator": "x",\n"label_set": {"name": "n"},\n"entities": [\n],\n"articles": [\n'
)
END = b'\n],\n"relations": [\n]}\n'
MIB = 1 << 20

READ = r"""
import re, sys
from pathlib import Path
from pressmark.errors import ProjectFileError
from pressmark.store.open_project import read_project
from pressmark.store.salvage import salvage
try:
    found = f"opened {len(read_project(Path(sys.argv[1])).project.places)}"
except ProjectFileError as error:
    found = error.case
if found in {"damaged", "truncated"}:
    salvaged = salvage(Path(sys.argv[1]).read_bytes())
    found += f", {salvaged.kept} kept"
# Not what getrusage says: that begins with what the process had that started this one.
most = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
print(found, int(most[1]) // 1024)
"""


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.write(START)
        file.truncate(300 * MIB)


def repeated(piece: bytes, size: int, around: bytes = b"%s") -> Callable[[Path], None]:
    """Return what writes a piece again and again, as the value of a key that nobody knows."""
    start, end = around.split(b"%s")

    def write(path: Path) -> None:
        with path.open("wb") as file:
            file.write(START + b'"more": ' + start)
            for _ in range(size // (MIB // len(piece) * len(piece))):
                file.write(piece * (MIB // len(piece)))
            file.write(end)

    return write


def many_articles(path: Path) -> None:
    with path.open("wb") as file:
        file.write(FRAME)
        for number in range(1_100_000):
            comma = b",\n" if number else b""
            file.write(comma + b'{"id": "%d", "text": "", "annotations": [\n]}' % number)
        file.write(END)


def many_annotations(path: Path) -> None:
    line = b'{"id": "%d", "label": "c", "fragments": [[0, 1]], "text": ["t"]}'
    with path.open("wb") as file:
        file.write(FRAME + b'{"id": "a", "text": "t", "annotations": [\n' + line % 0)
        for number in range(1, 500_000):
            file.write(b",\n" + line % number)
        file.write(b"\n]}" + END)


def reformatted(path: Path, *, whole: bool) -> None:
    """Write 120 MiB of articles on one line each, indented, cut off or not."""
    note = "x" * 20_000
    with path.open("wb") as file:
        file.write(START + b'"label_set": {"name": "n"}, "articles": [')
        for number in range(5_500):
            one = {"id": f"b{number}", "label": "c", "fragments": [[0, 1]], "text": ["t"]}
            article = {"annotations": [{**one, "note": note}], "id": f"a{number}", "text": "t"}
            file.write((b",\n" if number else b"") + json.dumps(article, indent=1).encode())
        file.write(b'], "relations": []}' if whole else b"")


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured the way Linux does")
@pytest.mark.parametrize(
    ("write", "found"),
    [
        pytest.param(sparse, "too-large", id="300 MB"),
        pytest.param(repeated(b"[", 90 * MIB), "too-large", id="90 MB of brackets"),
        pytest.param(repeated(b"[],", 90 * MIB), "too-large", id="90 MB of empty lists"),
        pytest.param(repeated(b'{"k":0},', 30 * MIB), "too-large", id="30 MB of objects"),
        pytest.param(
            repeated(b'{"k":0},', 18 * MIB, b"[%s0]}"),
            "damaged, 0 kept",
            id="18 MB of whole objects",
        ),
        pytest.param(repeated(b"9", 30 * MIB), "damaged, 0 kept", id="a number of 30 MB"),
        pytest.param(repeated(b'"', 30 * MIB), "damaged, 0 kept", id="30 MB of quotes"),
        pytest.param(repeated(b"\n", 60 * MIB), "truncated, 0 kept", id="60 MB of empty lines"),
        pytest.param(repeated(b"\0", 60 * MIB), "truncated, 0 kept", id="60 MB of nulls"),
        pytest.param(
            repeated("😀".encode(), 90 * MIB, b'"%s"}'),
            "damaged, 0 kept",
            id="90 MB of whole emoji",
        ),
        pytest.param(many_articles, "too-many", id="more than a million articles"),
        pytest.param(partial(reformatted, whole=True), "opened 5500", id="120 MB reformatted"),
        pytest.param(partial(reformatted, whole=False), "damaged, 5500 kept", id="120 MB cut off"),
        pytest.param(many_annotations, "opened 500000", id="half a million annotations"),
    ],
)
def test_neither_memory_nor_time_runs_out(
    write: Callable[[Path], None], found: str, tmp_path: Path
) -> None:
    path = tmp_path / "large.pressmark"
    write(path)
    try:
        read = subprocess.run(
            [sys.executable, "-X", "faulthandler", "-c", READ, str(path)],
            capture_output=True,
            text=True,
            timeout=600,
            check=True,
        )
    finally:
        path.unlink()
    told, _, mebibytes = read.stdout.strip().rpartition(" ")
    assert told == found
    assert int(mebibytes) < 1024
