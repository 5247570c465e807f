import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from pressmark.errors import ProjectFileError
from pressmark.store import save_folder
from pressmark.store.save import write_file
from pressmark.store.save_folder import write_beside, write_folder

PIECES = [("b/x", b"1"), ("b/x", b"2"), ("a", b"3")]


def held(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def failing() -> Iterator[tuple[str, bytes]]:
    yield "a", b"new"
    raise OSError(28, "No space left on device")


def test_a_folder_is_made_of_its_files(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", PIECES)
    assert held(tmp_path) == {"out/b/x": b"12", "out/a": b"3"}
    (tmp_path / "empty").mkdir()
    write_folder(tmp_path / "empty", PIECES)
    assert held(tmp_path / "empty") == {"b/x": b"12", "a": b"3"}


def test_it_takes_the_place_of_its_own_files_only(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_folder(out, PIECES)
    write_folder(out, [("a", b"new"), ("b/x", b""), ("c", b"")])
    assert held(out) == {"a": b"new", "b/x": b"", "c": b""}
    with pytest.raises(ProjectFileError, match="folder-in-use"):
        write_folder(out, PIECES)
    assert held(out) == {"a": b"new", "b/x": b"", "c": b""}
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_folder(out, [("a", b"old")])
    with pytest.raises(ProjectFileError, match="disk-full"):
        write_folder(out, failing())
    assert held(tmp_path) == {"out/a": b"old"}
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


def test_a_file_in_the_way_stays(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(ProjectFileError, match="exists"):
        write_folder(tmp_path / "out", PIECES)
    assert held(tmp_path) == {"out": b"mine"}


def test_a_missing_place_is_said(tmp_path: Path) -> None:
    with pytest.raises(ProjectFileError, match="folder-missing"):
        write_folder(tmp_path / "none" / "out", PIECES)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nobody stops root")
def test_a_protected_place_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ProjectFileError, match="no-permission"):
        write_folder(tmp_path / "out", PIECES)


def test_the_same_name_twice_apart_is_an_error_not_a_mixture(tmp_path: Path) -> None:
    with pytest.raises(ProjectFileError):
        write_folder(tmp_path / "out", [("a", b"1"), ("b", b"2"), ("a", b"3")])
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("before", [{}, {"a.conll": b"old", "a.offsets": b"old"}])
def test_files_go_into_a_folder_together_or_not_at_all(
    before: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, data in before.items():
        (tmp_path / name).write_bytes(data)
    written: list[str] = []

    def full(path: Path, chunks: Iterable[bytes]) -> str:
        written.append(path.name)
        if written == ["a.conll", "a.offsets"]:
            raise ProjectFileError("disk-full", path=path)
        return write_file(path, chunks)

    monkeypatch.setattr(save_folder, "write_file", full)
    with pytest.raises(ProjectFileError, match="disk-full"):
        write_beside(tmp_path, [("a.conll", b"new"), ("a.offsets", b"new")])
    assert held(tmp_path) == before
    assert len(list(tmp_path.iterdir())) == len(before)
