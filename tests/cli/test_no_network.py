"""Pressmark makes no connection: its system calls say so, and it works without a network."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.tools import APART, available

PRESSMARK = [sys.executable, "-m", "pressmark"]
TRACE = ["strace", "-f", "-e", "trace=%network", "-o"]


def verbs(example: Path, article: Path) -> Iterator[list[str]]:
    """Yield one command after the other: what one writes, the next may read."""
    folder, path = example.parent, str(example)
    yield ["formats"]
    yield ["new", str(folder / "new.pressmark")]
    yield ["import", str(folder / "new.pressmark"), str(article)]
    yield ["annotate", path]
    (folder / "other.txt").write_text("Another text.", encoding="utf-8")
    yield ["amend", path, "2e5030386b8fc2d9", str(folder / "other.txt"), "--dry-run"]
    yield ["find", path, "sanctions"]
    yield ["export", path, "--format", "html", "--output", str(folder / "page.html")]
    yield ["merge", path, path, "--output", str(folder / "both.pressmark")]
    for verb in ("check", "dump", "stats", "backups", "history"):
        yield [verb, path]


def run(words: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    note = '{"op": "set", "annotation": "A01", "note": "seen"}\n'
    return subprocess.run(words, input=note, capture_output=True, text=True, check=False)


def test_no_verb_opens_a_socket(example: Path, seeds: Path, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    available([*TRACE, str(trace)])
    article = next(seeds.glob("*.txt"))
    for verb in verbs(example, article):
        ran = run([*TRACE, str(trace), *PRESSMARK, *verb])
        assert ran.returncode == 0, (verb, ran.stderr)
        calls = [line for line in trace.read_text().split("\n") if "(" in line]
        # The C library asks a daemon of this machine for users' names, by a path in it.
        assert [line for line in calls if "AF_UNIX" not in line] == [], verb


def test_every_verb_works_where_there_is_no_network(example: Path, seeds: Path) -> None:
    available(APART)
    article = next(seeds.glob("*.txt"))
    for verb in verbs(example, article):
        ran = run([*APART, *PRESSMARK, *verb])
        assert ran.returncode == 0, (verb, ran.stderr)


def test_a_socket_would_be_seen(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    available([*TRACE, str(trace)])
    code = "import socket; socket.socket().close()"
    run([*TRACE, str(trace), sys.executable, "-c", code])
    assert "socket(" in trace.read_text()
