import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from pressmark.edits.articles import AddArticle
from pressmark.errors import ProjectFileError
from pressmark.store import writing
from pressmark.store.history_file import history_path
from pressmark.store.journal_file import LIMIT, journal_path
from pressmark.store.open_project import (
    OpenProject,
    open_project,
    read_project,
)
from tests.store.projects import article, step, tag, tags


def test_a_file_that_changed_outside_is_never_overwritten(file: OpenProject, path: Path) -> None:
    theirs = path.read_bytes().replace(b"Sanctions 2024", b"Their version")
    tag(file, "a")
    path.write_bytes(theirs)
    with pytest.raises(ProjectFileError, match="changed-outside"):
        file.save()
    assert path.read_bytes() == theirs
    assert not file.saved
    with pytest.raises(ProjectFileError, match="changed-outside"):
        file.close()
    assert path.read_bytes() == theirs
    with open_project(path) as again:
        assert again.project.title == "Their version"
        assert tags(again.project) == {"a"}


def test_a_file_that_changed_outside_and_back_is_saved(file: OpenProject, path: Path) -> None:
    ours = path.read_bytes()
    tag(file, "a")
    path.write_bytes(b"theirs")
    with pytest.raises(ProjectFileError, match="changed-outside"):
        file.save()
    path.write_bytes(ours)
    file.save()
    assert file.saved


def test_a_file_that_is_gone_is_not_made_again(file: OpenProject, path: Path) -> None:
    tag(file, "a")
    path.rename(path.with_name("moved"))
    with pytest.raises(ProjectFileError, match="missing"):
        file.save()
    assert not path.exists()
    path.with_name("moved").rename(path)
    file.save()


def test_a_folder_that_is_gone_is_not_made_again(file: OpenProject, path: Path) -> None:
    failed: list[str] = []
    told = threading.Event()
    file.on_failed = lambda error: (failed.append(error.case), told.set())[1]
    path.parent.rename(path.parent.with_name("moved"))
    tag(file, "a")
    with pytest.raises(ProjectFileError, match="folder-missing"):
        file.wait_kept()
    assert told.wait(20)
    with pytest.raises(ProjectFileError, match="folder-missing"):
        file.save()
    assert failed == ["folder-missing"]
    assert not path.parent.exists()
    path.parent.with_name("moved").rename(path.parent)
    file.wait_kept()
    file.save()
    assert tags(read_project(path).project) == {"a"}


@pytest.mark.skipif(sys.platform != "linux", reason="looks up open files in /proc")
def test_a_save_reaches_the_disk_in_the_one_safe_order(
    file: OpenProject, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[str, str]] = []

    def noted(call: str, whole: Callable[..., object]) -> Callable[..., object]:
        def note(what: int | str | Path, *more: object) -> object:
            named = Path(f"/proc/self/fd/{what}").readlink() if isinstance(what, int) else what
            name = Path(named).name
            calls.append((call, "temporary" if name.endswith(".tmp") else name))
            return whole(what, *more)

        return note

    tag(file, "a")
    file.wait_kept()
    for call in ("fsync", "fdatasync", "replace", "unlink"):
        monkeypatch.setattr(os, call, noted(call, getattr(os, call)))
    file.save()
    folder = path.parent.name
    assert calls == [
        ("fsync", "temporary"),
        ("fdatasync", history_path(path).name),
        ("fsync", folder),
        ("fdatasync", journal_path(path).name),
        ("replace", "temporary"),
        ("fsync", folder),
        ("unlink", journal_path(path).name),
        ("fsync", folder),
    ]


@pytest.mark.parametrize(("long", "kept"), [(False, 3), (True, 2)])
def test_closing_says_how_much_the_journal_has_of_what_cannot_be_saved(
    file: OpenProject, path: Path, monkeypatch: pytest.MonkeyPatch, *, long: bool, kept: int
) -> None:
    def full(path: Path, *_: object, **_more: object) -> str:
        raise ProjectFileError("disk-full", path=path)

    monkeypatch.setattr(writing, "write_file", full)
    tag(file, "a")
    tag(file, "b", 20)
    file.commit(step(AddArticle(article("new", "long " * (LIMIT if long else 1)))))
    with pytest.raises(ProjectFileError, match="disk-full") as refused:
        file.close()
    assert refused.value.facts == {"path": path, "kept": kept, "unsaved": 3}
    found = read_project(path).project
    assert tags(found) == {"a", "b"}
    assert ("new" in found.articles) is not long
