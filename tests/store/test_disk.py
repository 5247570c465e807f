import errno
import os
import sys
from pathlib import Path

import pytest

from pressmark.errors import ProjectFileError
from pressmark.store.disk import failure, read_file, sha256_of, sync_folder

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOENT, "folder-missing"),
        (errno.ENOTDIR, "folder-missing"),
        (errno.EISDIR, "is-folder"),
        (errno.ENAMETOOLONG, "name-too-long"),
        (errno.EPERM, "no-permission"),
        (errno.EIO, "write-failed"),
    ],
)
def test_failures_have_a_name_a_place_and_a_reason(number: int, code: str) -> None:
    failed = failure(OSError(number, "?"), Path("/a/b"))
    assert failed.case == code
    assert dict(failed.facts) == {
        "path": Path("/a/b"),
        "folder": Path("/a"),
        "reason": errno.errorcode[number],
    }


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"12345")
    assert read_file(path, limit=5) == b"12345"
    with pytest.raises(ProjectFileError, match="too-large"):
        read_file(path, limit=4)


def test_what_is_not_there_or_a_folder_is_said(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "no", "missing"), (tmp_path, "is-folder")):
        with pytest.raises(ProjectFileError, match=code):
            read_file(path)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ProjectFileError, match="not-a-project"):
        read_file(tmp_path / "pipe")


def test_trouble_with_reading_is_not_called_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> bytes:
        raise OSError(errno.EIO, "?")

    (tmp_path / "x").touch()
    monkeypatch.setattr(Path, "read_bytes", fail)
    with pytest.raises(ProjectFileError, match="unreadable"):
        read_file(tmp_path / "x")


@pytest.mark.skipif(sys.platform == "win32", reason="folders of POSIX")
@pytest.mark.parametrize(("number", "fails"), [(errno.EINVAL, False), (errno.EIO, True)])
def test_folders_that_cannot_be_synced_are_no_failure_but_broken_ones_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, *, fails: bool
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, "broken")

    monkeypatch.setattr(os, "fsync", fail)
    if fails:
        with pytest.raises(OSError, match="broken"):
            sync_folder(tmp_path)
    else:
        sync_folder(tmp_path)


def test_a_sum_is_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    assert sha256_of(tmp_path / "x") == EMPTY
