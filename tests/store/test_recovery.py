import os
import subprocess
import sys
from collections.abc import Callable, Collection
from pathlib import Path

import pytest

from pressmark.edits.articles import AddArticle
from pressmark.edits.frame import RenameProject
from pressmark.errors import ProjectFileError
from pressmark.store import recovery, save
from pressmark.store.disk import sha256_of
from pressmark.store.history_file import history_path, read_history
from pressmark.store.journal import Journal
from pressmark.store.journal_file import Saved, journal_path
from pressmark.store.open_project import (
    OpenProject,
    open_project,
    write_copy,
)
from pressmark.store.writing import Writing
from tests.store.projects import ARTICLE, STAMP, article, crashed, names, reopened, step, tag, tags


def test_kept_steps_come_back_and_are_told(file: OpenProject, tmp_path: Path) -> None:
    tag(file, "a")
    tag(file, "b", 20)
    file.wait_kept()
    copy = crashed(file, tmp_path / "copy")
    with open_project(copy) as again:
        assert tags(again.project) == {"a", "b"}
        assert [one.title for one in again.opening.restored] == ["Step", "Step"]
        assert again.opening.restored_since == "2024-05-31T14:03:00Z"
        assert tags(again.held) == set()
        assert (again.saved, again.kept_seq == again.seq) == (False, True)
        assert journal_path(copy).exists()
        again.save()
        assert not journal_path(copy).exists()
    assert reopened(copy) == {"a", "b"}


def test_crash_upon_crash(file: OpenProject, tmp_path: Path) -> None:
    tag(file, "a0")
    file.wait_kept()
    copy = crashed(file, tmp_path / "0")
    for number in range(1, 5):
        with open_project(copy) as again:
            tag(again, f"a{number}", number)
            again.wait_kept()
            copy = crashed(again, tmp_path / str(number))
    assert reopened(copy) == {f"a{number}" for number in range(5)}


def test_recovered_steps_reach_the_history(file: OpenProject, tmp_path: Path) -> None:
    tag(file, "a")
    file.wait_kept()
    copy = crashed(file, tmp_path / "copy")
    open_project(copy).close()
    assert [one.seq for one in read_history(copy)] == [1, 2]


def test_a_cut_off_last_line_is_no_damage(file: OpenProject, tmp_path: Path) -> None:
    tag(file, "a")
    tag(file, "b")
    file.wait_kept()
    copy = crashed(file, tmp_path / "copy")
    lines = journal_path(copy).read_bytes()
    journal_path(copy).write_bytes(lines[:-20])
    with open_project(copy) as again:
        assert tags(again.project) == {"a"}
        assert again.opening.journal_damaged is None
        assert again.opening.aside is None


def test_a_damaged_line_is_named_and_what_stands_before_it_kept(
    file: OpenProject, tmp_path: Path
) -> None:
    for name in "abc":
        tag(file, name)
    file.wait_kept()
    copy = crashed(file, tmp_path / "copy")
    damaged = journal_path(copy).read_bytes().replace(b'"b"', b'"x"')
    journal_path(copy).write_bytes(damaged)
    with open_project(copy) as again:
        assert tags(again.project) == {"a"}
        assert again.opening.journal_damaged == 3
        assert again.opening.aside is not None
        tag(again, "d")
    assert again.opening.aside.read_bytes() == damaged
    assert reopened(copy) == {"a", "d"}


def test_a_damaged_first_line_loses_nothing(file: OpenProject, tmp_path: Path) -> None:
    tag(file, "a")
    file.wait_kept()
    copy = crashed(file, tmp_path / "copy")
    journal_path(copy).write_bytes(b"x" + journal_path(copy).read_bytes())
    with open_project(copy) as again:
        assert tags(again.project) == {"a"}
        assert again.opening.journal_damaged == 1


def test_a_journal_beside_another_version_of_the_file_is_done_on_that(
    file: OpenProject, path: Path, tmp_path: Path
) -> None:
    earlier = path.read_bytes()
    tag(file, "a")
    file.save()
    tag(file, "b", 20)
    file.wait_kept()
    copy = crashed(file, tmp_path / "copy")
    copy.write_bytes(earlier)
    with open_project(copy) as again:
        assert tags(again.project) == {"b"}
        assert again.opening.conflicts == ()
    assert reopened(copy) == {"b"}


def test_what_does_not_fit_another_version_is_listed_and_kept_aside(
    file: OpenProject, path: Path, tmp_path: Path
) -> None:
    earlier = path.read_bytes()
    tag(file, "a")
    file.save()
    file.undo(STAMP)
    tag(file, "b", 20)
    other = step(AddArticle(article("another", "Another text.")), title="Paste")
    file.commit(other)
    file.commit(step(RenameProject("New")))
    file.wait_kept()
    copy = crashed(file, tmp_path / "copy")
    copy.write_bytes(earlier.replace(ARTICLE.encode(), b"elsewhere"))
    old = journal_path(copy).read_bytes()
    with open_project(copy) as again:
        assert [
            (one.title, one.error.case, one.error.facts["id"]) for one in again.opening.conflicts
        ] == [("Step", "no-article", ARTICLE)]
        assert again.project.title == "New"
        assert "another" in again.project.articles
    assert again.opening.aside is not None
    assert again.opening.aside.read_bytes() == old


def test_a_file_that_has_the_steps_already_is_no_conflict(
    file: OpenProject, tmp_path: Path
) -> None:
    tag(file, "a")
    file.wait_kept()
    copy = crashed(file, tmp_path / "copy")
    tag(file, "b", 20)
    write_copy(file.project, copy)
    with open_project(copy) as again:
        assert tags(again.project) == {"a", "b"}
        assert again.opening.conflicts == ()


def test_what_a_killed_writer_left_is_gone_after_opening(file: OpenProject, path: Path) -> None:
    file.close()
    script = """
import os, pathlib, sys
from pressmark.store.open_project import open_project
from pressmark.store import writing
from pressmark.store.writing import Writing
from tests.store.projects import tag
file = open_project(pathlib.Path(sys.argv[1]))
tag(file, "a")
file.wait_kept()
writing.Writing._announce = lambda *_: os._exit(9)
file.save()
"""
    ended = subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert ended.returncode == 9
    assert len(names(path.parent)) == 5
    assert reopened(path) == {"a"}
    assert names(path.parent) == [path.name, history_path(path).name]


def test_a_journal_that_the_file_has_taken_in_goes_once_the_disk_has_the_file(
    file: OpenProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tag(file, "a")
    file.wait_kept()
    with monkeypatch.context() as patch:
        patch.setattr(Journal, "saved", lambda *_: None)  # killed just before
        file.save()
        copy = crashed(file, tmp_path / "copy")
    calls: list[str] = []
    unlink = Path.unlink

    def noted(path: Path, *, missing_ok: bool = False) -> None:
        calls.append(f"unlink {path.name}")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(recovery, "sync_folder", lambda folder: calls.append(f"sync {folder.name}"))
    monkeypatch.setattr(Path, "unlink", noted)
    with open_project(copy) as again:
        assert tags(again.project) == {"a"}
        assert (again.saved, again.opening.restored) == (True, ())
        assert calls == ["sync copy", f"unlink {journal_path(copy).name}", "sync copy"]


def test_the_journal_stays_where_what_was_saved_does_not_read_back(
    file: OpenProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tag(file, "a")
    file.wait_kept()
    copy = crashed(file, tmp_path / "copy")
    with open_project(copy) as again:
        asked: list[Path] = []

        def spoilt(path: Path) -> str:
            asked.append(path)
            return "0" * 64 if asked.count(copy) == 2 else sha256_of(path)

        with monkeypatch.context() as disk:
            disk.setattr(save, "sha256_of", spoilt)
            with pytest.raises(ProjectFileError, match="changed-outside"):
                again.save()
        assert b'"a"' in journal_path(copy).read_bytes()
        assert not again.saved
        again.save()
        assert not journal_path(copy).exists()


def test_a_step_that_no_file_came_to_hold_is_in_no_history(
    file: OpenProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, folder, tell = file.seq, tmp_path / "copy", Writing._tell_history

    def dies(writing: Writing, saved: Saved, over: Collection[str]) -> None:
        tell(writing, saved, over)
        crashed(file, folder)
        raise ProjectFileError("dies")

    tag(file, "a")
    with monkeypatch.context() as patched:
        patched.setattr(Writing, "_tell_history", dies)
        with pytest.raises(ProjectFileError, match="dies"):
            file.save()
    journal_path(folder / file.path.name).unlink(missing_ok=True)  # it died before it was kept
    copy = folder / file.path.name
    assert [one.seq for one in read_history(copy)] == [*range(1, before + 2)]
    with open_project(copy) as again:
        assert tags(again.project) == set()
        assert [one.seq for one in read_history(copy)] == [*range(1, before + 1)]
        tag(again, "b")
    assert [one.seq for one in read_history(copy)] == [*range(1, before + 2)]


def test_steps_that_cancelled_out_are_in_the_history_whenever_it_died(
    file: OpenProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is saved then is the file that is there: its bytes do not tell whether it was."""
    before, held = file.seq, sha256_of(file.path)
    images: list[Path] = []

    def dying(whole: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object) -> object:
            images.append(crashed(file, tmp_path / f"{len(images)}"))
            return whole(*args)

        return call

    tag(file, "a")
    file.undo(STAMP)
    file.wait_kept()
    with monkeypatch.context() as patched:
        for name in ("fsync", "fdatasync", "replace"):
            patched.setattr(os, name, dying(getattr(os, name)))
        file.save()
    assert sha256_of(file.path) == held
    assert len(images) > 6
    for copy in images:
        with open_project(copy) as again:
            tag(again, "b")
        assert [one.seq for one in read_history(copy)] == [*range(1, before + 4)], copy
