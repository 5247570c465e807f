import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pressmark.errors import ProjectFileError
from pressmark.store import lock
from pressmark.store.lock import Holder, acquire, lock_path, read_holder

HOLD = """
import sys, pathlib
from pressmark.store.lock import acquire
acquire(pathlib.Path(sys.argv[1]))
print("HELD", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "a.pressmark"
    path.touch()
    return path


@pytest.fixture
def other_process(project: Path) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-c", HOLD, str(project)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"HELD\n"
        yield process
        process.kill()


def leave_lock(project: Path, **facts: object) -> None:
    known = {"name": "maria", "host": platform.node(), "pid": os.getpid(), "since": "2024"}
    lock_path(project).write_text(json.dumps({**known, **facts}))


def test_a_lock_says_who_has_it(project: Path) -> None:
    held = acquire(project)
    holder = read_holder(project)
    held.release()
    assert holder is not None
    assert (holder.host, holder.pid) == (platform.node(), os.getpid())
    assert holder.since.endswith("Z")


def test_a_released_lock_leaves_nothing(project: Path) -> None:
    held = acquire(project)
    assert held.held
    held.release()
    held.release()
    assert not held.held
    assert list(project.parent.iterdir()) == [project]


def test_one_process_cannot_lock_twice(project: Path) -> None:
    held = acquire(project)
    with pytest.raises(ProjectFileError) as raised:
        acquire(project)
    held.release()
    assert raised.value.case == "locked"
    acquire(project).release()


@pytest.mark.parametrize("take_over", [False, True])
def test_a_living_process_keeps_its_lock(
    project: Path, other_process: "subprocess.Popen[bytes]", *, take_over: bool
) -> None:
    with pytest.raises(ProjectFileError) as raised:
        acquire(project, take_over=take_over)
    holder = raised.value.facts["holder"]
    assert isinstance(holder, Holder)
    assert holder.pid == other_process.pid


def test_the_lock_of_a_killed_process_is_taken_over(
    project: Path, other_process: "subprocess.Popen[bytes]"
) -> None:
    other_process.kill()
    other_process.wait()
    held = acquire(project)
    holder = read_holder(project)
    held.release()
    assert holder is not None
    assert holder.pid == os.getpid()


def test_the_lock_of_another_machine_is_respected(project: Path) -> None:
    leave_lock(project, host="elsewhere")
    before = lock_path(project).read_bytes()
    with pytest.raises(ProjectFileError) as raised:
        acquire(project)
    assert raised.value.facts["holder"] == Holder(
        name="maria", host="elsewhere", pid=os.getpid(), since="2024"
    )
    assert lock_path(project).read_bytes() == before


def test_the_lock_of_another_machine_can_be_taken_over_on_purpose(project: Path) -> None:
    leave_lock(project, host="elsewhere")
    acquire(project, take_over=True).release()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"pid": "x"}', b"\xff", b"[" * 100_000])
def test_a_lock_that_cannot_be_read_is_stale(project: Path, content: bytes) -> None:
    lock_path(project).write_bytes(content)
    acquire(project).release()


def test_a_removed_lock_file_is_noticed(project: Path) -> None:
    held = acquire(project)
    lock_path(project).unlink()
    assert not held.held
    second = acquire(project)
    held.release()
    assert second.held
    second.release()


def test_a_folder_that_is_gone_has_no_lock(tmp_path: Path) -> None:
    with pytest.raises(ProjectFileError, match="folder-missing"):
        acquire(tmp_path / "gone" / "a.pressmark")


@pytest.mark.skipif(sys.platform != "linux", reason="process starts are known on Linux")
class TestWithoutTheSystemsLock:
    """Some network folders have none: then the process says whether it lives."""

    @pytest.fixture(autouse=True)
    def _no_flock(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object) -> None:
            raise OSError(95, "not supported")

        monkeypatch.setattr("fcntl.flock", refuse)

    def test_a_living_process_keeps_its_lock(self, project: Path) -> None:
        held = acquire(project)
        with pytest.raises(ProjectFileError, match="locked"):
            acquire(project)
        held.release()

    def test_a_dead_process_loses_it(self, project: Path) -> None:
        leave_lock(project, pid=2**22 + 1)
        acquire(project).release()

    def test_another_process_with_its_number_is_not_it(self, project: Path) -> None:
        leave_lock(project, start=f"an earlier boot {lock._start_of(os.getpid())}")
        acquire(project).release()
