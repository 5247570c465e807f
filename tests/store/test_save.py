import errno
import hashlib
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pressmark.errors import ProjectFileError
from pressmark.store import disk, save
from pressmark.store.save import remove_leftovers, write_file

OLD, NEW = b"the old file", b"the new file"
posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and links of POSIX")


def sum_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def names(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir()]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "a.pressmark"
    path.write_bytes(OLD)
    return path


def test_write_returns_the_sum_of_what_the_file_holds(tmp_path: Path) -> None:
    path = tmp_path / "new"
    data = os.urandom(3 * disk.SLICE + 17)
    assert write_file(path, [data[:5], data[5:]]) == sum_of(data)
    assert path.read_bytes() == data
    assert names(tmp_path) == ["new"]


def test_a_write_in_a_thread_is_the_same(tmp_path: Path) -> None:
    chunks = [os.urandom(1000) for _ in range(300)]
    thread = threading.Thread(target=write_file, args=(tmp_path / "x", iter(chunks)))
    thread.start()
    thread.join()
    assert (tmp_path / "x").read_bytes() == b"".join(chunks)


@posix
def test_a_private_file_is_its_owners_alone(target: Path) -> None:
    target.chmod(0o644)
    write_file(target, [NEW], private=True)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


@posix
def test_a_new_file_has_the_mode_that_files_have_here(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_file(tmp_path / "new", [NEW])
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_mode_is_kept(target: Path, mode: int) -> None:
    target.chmod(mode)
    write_file(target, [NEW])
    assert stat.S_IMODE(target.stat().st_mode) == mode


@pytest.mark.skipif(sys.platform != "linux", reason="extended attributes of Linux")
def test_extended_attributes_are_kept(target: Path) -> None:
    try:
        os.setxattr(target, "user.origin", b"desk 4")
    except OSError:
        pytest.skip("this file system has no extended attributes")
    write_file(target, [NEW])
    assert os.getxattr(target, "user.origin") == b"desk 4"


@posix
def test_a_symbolic_link_stays_one(target: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.pressmark"
    link.symlink_to(target.name)
    write_file(link, [NEW])
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_a_file_with_another_sum_is_not_replaced(target: Path) -> None:
    with pytest.raises(ProjectFileError, match="changed-outside"):
        write_file(target, [NEW], expected=[sum_of(b"as it was read")])
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


def test_a_file_with_an_expected_sum_is_replaced(target: Path) -> None:
    write_file(target, [NEW], expected=[sum_of(b"another"), sum_of(OLD)])
    assert target.read_bytes() == NEW


def test_a_file_that_was_expected_is_not_made_anew(tmp_path: Path) -> None:
    with pytest.raises(ProjectFileError, match="missing"):
        write_file(tmp_path / "gone", [NEW], expected=[sum_of(OLD)])
    assert names(tmp_path) == []


def test_where_none_is_expected_none_is_replaced(target: Path) -> None:
    with pytest.raises(ProjectFileError, match="exists"):
        write_file(target, [NEW], expected=[])
    assert target.read_bytes() == OLD


def test_a_change_at_the_last_moment_is_seen(target: Path) -> None:
    def meddle(_sum: str) -> None:
        target.write_bytes(b"somebody else's work")

    with pytest.raises(ProjectFileError, match="changed-outside"):
        write_file(target, [NEW], expected=[sum_of(OLD)], before_replace=meddle)
    assert target.read_bytes() == b"somebody else's work"


def test_the_sum_is_told_while_the_old_file_stands(target: Path) -> None:
    told = []
    write_file(
        target, [NEW], before_replace=lambda digest: told.append((digest, target.read_bytes()))
    )
    assert told == [(sum_of(NEW), OLD)]


def test_a_folder_that_is_gone_is_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(ProjectFileError, match="folder-missing") as raised:
        write_file(tmp_path / "gone" / "a.pressmark", [NEW])
    assert raised.value.facts["folder"] == tmp_path / "gone"
    assert names(tmp_path) == []


def test_chunks_that_fail_leave_nothing(target: Path) -> None:
    def chunks() -> Iterator[bytes]:
        yield NEW
        raise ProjectFileError("damaged")

    with pytest.raises(ProjectFileError, match="damaged"):
        write_file(target, chunks())
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace", "read", "fchmod"])
@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EACCES, "no-permission"),
        (errno.EROFS, "read-only-disk"),
        (errno.EIO, "write-failed"),
    ],
)
def test_a_failing_call_leaves_the_old_file_and_nothing_else(
    target: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, code: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        if call == "replace":
            patch.setattr(Path, "replace", fail)
        else:
            patch.setattr(f"os.{call}", fail)
        with pytest.raises(ProjectFileError) as raised:
            write_file(target, [NEW])
    assert raised.value.case == code
    assert raised.value.facts["folder"] == target.parent
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


def test_short_writes_are_completed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole: Callable[[int, memoryview], int] = os.write
    monkeypatch.setattr("os.write", lambda handle, data: whole(handle, data[:7]))
    write_file(tmp_path / "x", [OLD, NEW])
    assert (tmp_path / "x").read_bytes() == OLD + NEW


def test_a_write_that_takes_nothing_fails(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.write", lambda _handle, _data: 0)
    with pytest.raises(ProjectFileError, match="write-failed"):
        write_file(target, [NEW])


def test_bytes_that_read_back_differently_are_not_saved(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole: Callable[[int, int], bytes] = os.read
    monkeypatch.setattr("os.read", lambda handle, size: whole(handle, size).swapcase())
    with pytest.raises(ProjectFileError, match="read-back"):
        write_file(target, [NEW])
    assert target.read_bytes() == OLD


def test_names_of_the_longest_kind_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("ж" * 120)
    write_file(path, [NEW])
    assert path.read_bytes() == NEW


class InUseError(OSError):
    winerror = 32


def test_a_file_in_use_is_tried_again(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(save, "_REPLACE_PAUSE", 0)
    whole = Path.replace
    failures = [InUseError(), InUseError()]

    def replace(self: Path, other: Path) -> Path:
        if failures:
            raise failures.pop()
        return whole(self, other)

    monkeypatch.setattr(Path, "replace", replace)
    write_file(target, [NEW])
    assert target.read_bytes() == NEW


def test_a_file_in_use_for_ever_is_given_up(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(save, "_REPLACE_PAUSE", 0)

    def replace(*_: Path) -> Path:
        raise InUseError

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(ProjectFileError, match="write-failed"):
        write_file(target, [NEW])
    assert names(target.parent) == [target.name]


def test_what_a_killed_writer_left_is_removed(target: Path) -> None:
    script = """
import os, sys, pathlib
from pressmark.store.save import write_file
write_file(pathlib.Path(sys.argv[1]), [b"new"], before_replace=lambda _: os._exit(9))
"""
    killed = subprocess.run([sys.executable, "-c", script, str(target)], check=False)
    assert killed.returncode == 9
    assert target.read_bytes() == OLD
    assert len(names(target.parent)) == 2
    remove_leftovers(target.with_name("b.pressmark"))
    assert len(names(target.parent)) == 2
    remove_leftovers(target)
    assert names(target.parent) == [target.name]


@posix
def test_nothing_takes_the_place_of_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    assert write_file(path, [OLD, NEW]) == hashlib.sha256(OLD + NEW).hexdigest()
    assert os.read(reader, 1000) == OLD + NEW
    os.close(reader)
    assert path.is_fifo()
    with pytest.raises(ProjectFileError, match="not-a-file"):
        write_file(path, [NEW], expected=())
    assert path.is_fifo()


def test_a_root_folder_is_no_file() -> None:
    with pytest.raises(ProjectFileError, match=r"is-folder|write-failed|no-permission|read-only"):
        write_file(Path(Path.cwd().anchor), [NEW])
