import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pressmark.edits.articles import AddArticle
from pressmark.edits.edit import Stamp
from pressmark.edits.frame import RenameProject
from pressmark.errors import EditError, ProjectFileError
from pressmark.store import journal
from pressmark.store.history_file import history_path, read_history
from pressmark.store.journal_file import journal_path
from pressmark.store.lock import lock_path
from pressmark.store.open_project import (
    OpenProject,
    new_project,
    open_project,
    project_bytes,
    read_project,
    write_copy,
)
from tests.store.projects import ARTICLE, LABELS, article, names, reopened, started, step, tag, tags

STAMP = Stamp("anna", "2024-05-31T14:05:00Z")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    return folder / "sanctions.pressmark"


@pytest.fixture
def file(path: Path) -> Iterator[OpenProject]:
    with started(path) as opened:
        yield opened


def crashed(file: OpenProject, folder: Path) -> Path:
    """Return a copy of the project as it would be found if the program died now."""
    shutil.copytree(file.path.parent, folder)
    lock_path(folder / file.path.name).unlink()
    return folder / file.path.name


class TestNew:
    def test_the_file_is_there_at_once(self, path: Path) -> None:
        with new_project(path, title="T") as file:
            assert path.read_bytes() == project_bytes(file.project)
            assert (file.saved, file.read_only, file.seq) == (True, None, 0)
            assert file.project.label_set.labels
        assert names(path.parent) == [path.name]

    def test_nothing_is_overwritten(self, path: Path) -> None:
        path.write_text("somebody's")
        with pytest.raises(ProjectFileError, match="exists"):
            new_project(path, title="T", label_set=LABELS)
        assert path.read_text() == "somebody's"
        assert names(path.parent) == [path.name]

    def test_what_is_to_be_replaced_is(self, path: Path) -> None:
        path.write_text("somebody's")
        new_project(path, title="T", label_set=LABELS, replace=True).close()
        assert read_project(path).project.title == "T"

    def test_the_folder_must_be_there(self, path: Path) -> None:
        with pytest.raises(ProjectFileError, match="folder-missing"):
            new_project(path.parent / "no" / "a.pressmark", title="T", label_set=LABELS)
        assert names(path.parent) == []

    def test_the_journal_of_an_earlier_project_is_put_aside(
        self, file: OpenProject, tmp_path: Path
    ) -> None:
        tag(file, "a")
        file.wait_kept()
        copy = crashed(file, tmp_path / "copy")
        copy.unlink()
        old = journal_path(copy).read_bytes()
        with new_project(copy, title="Another", label_set=LABELS) as another:
            assert tags(another.project) == set()
            assert another.opening.foreign_journal
            assert another.opening.aside is not None
            assert another.opening.aside.read_bytes() == old


class TestKeeping:
    def test_a_step_is_kept_before_it_is_saved(self, file: OpenProject, path: Path) -> None:
        before = path.read_bytes()
        tag(file, "a")
        file.wait_kept()
        assert file.kept_seq == file.seq
        assert not file.saved
        assert path.read_bytes() == before
        assert b'"a"' in journal_path(path).read_bytes()

    def test_saving_takes_the_journal_into_the_file(self, file: OpenProject, path: Path) -> None:
        tag(file, "a")
        file.save()
        assert file.saved
        assert path.read_bytes() == project_bytes(file.project)
        assert not journal_path(path).exists()

    def test_what_is_kept_is_told(self, file: OpenProject) -> None:
        told: list[int] = []
        file.on_kept = told.append
        tag(file, "a")
        file.wait_kept()
        assert told == [file.seq]

    def test_undo_and_redo_are_steps_of_their_own(self, file: OpenProject, path: Path) -> None:
        before = path.read_bytes()
        tag(file, "a")
        file.undo(STAMP)
        file.wait_kept()
        assert tags(read_project(path).project) == set()
        file.redo()
        file.wait_kept()
        assert tags(read_project(path).project) == {"a"}
        file.undo(STAMP)
        file.save()
        assert path.read_bytes() == before

    def test_a_refused_step_leaves_no_trace(self, file: OpenProject) -> None:
        tag(file, "a")
        seq = file.seq
        with pytest.raises(EditError, match="id-taken"):
            tag(file, "a")
        file.wait_kept()
        assert file.seq == seq

    def test_what_no_file_could_hold_is_refused(self, file: OpenProject) -> None:
        before = file.project
        with pytest.raises(EditError, match="unwritable"):
            file.commit(step(RenameProject("half a pair \ud83d")))
        assert file.project is before
        assert file.saved

    def test_saving_with_nothing_new_writes_nothing(self, file: OpenProject, path: Path) -> None:
        before = path.stat()
        file.save()
        assert path.stat().st_mtime_ns == before.st_mtime_ns
        assert path.stat().st_ino == before.st_ino

    def test_closing_saves_and_leaves_no_sidecar_but_the_history(
        self, file: OpenProject, path: Path
    ) -> None:
        tag(file, "a")
        file.close()
        file.close()
        assert names(path.parent) == [path.name, history_path(path).name]
        assert reopened(path) == {"a"}
        with pytest.raises(EditError, match="read-only"):
            tag(file, "b")

    def test_the_file_is_the_same_bytes_when_opened_and_saved(
        self, file: OpenProject, path: Path
    ) -> None:
        tag(file, "a", 30)
        tag(file, "b", 5)
        file.close()
        before = path.read_bytes()
        with open_project(path) as again:
            tag(again, "c")
            again.save()
            again.undo(STAMP)
        assert path.read_bytes() == before

    def test_steps_go_on_while_a_thread_saves(self, file: OpenProject, path: Path) -> None:
        def save() -> None:
            while not done.is_set():
                file.save()

        done = threading.Event()
        thread = threading.Thread(target=save)
        thread.start()
        made = {tag(file, f"a{number}", number) for number in range(100)}
        done.set()
        thread.join()
        file.wait_kept()
        assert tags(read_project(path).project) == made

    def test_history_tells_every_step_through_restarts(self, file: OpenProject, path: Path) -> None:
        tag(file, "a")
        file.undo(STAMP)
        file.close()
        with open_project(path) as again:
            again.commit(step(RenameProject("Another title")))
        steps = list(read_history(path))
        assert [(one.seq, one.transaction.origin) for one in steps] == [
            (1, "user"),
            (2, "user"),
            (3, "undo"),
            (4, "user"),
        ]
        assert steps[-1].inverses == (RenameProject("Sanctions 2024"),)


class TestLongSteps:
    """What takes more than a megabyte is kept by saving the project."""

    BIG = step(AddArticle(article("big", "long " * 300_000)), title="Import")

    def test_it_is_kept_once_the_file_has_it(self, file: OpenProject, path: Path) -> None:
        tag(file, "before")
        file.commit(self.BIG)
        tag(file, "after")
        file.wait_kept()
        assert file.kept_seq == file.seq
        assert b"long long" in path.read_bytes()
        reading = read_project(path)
        assert tags(reading.project) == {"before", "after"}
        assert "big" in reading.project.articles
        assert not journal_path(path).exists() or journal_path(path).stat().st_size < 10_000

    def test_its_history_has_no_copy_of_it(self, file: OpenProject, path: Path) -> None:
        file.commit(self.BIG)
        file.close()
        *_, last = read_history(path)
        assert (last.transaction.title, last.left_out, last.inverses) == ("Import", 1, ())
        assert history_path(path).stat().st_size < 20_000

    def test_closing_right_away_keeps_it(self, file: OpenProject, path: Path) -> None:
        file.commit(self.BIG)
        file.close()
        assert "big" in read_project(path).project.articles


class TestAfterACrash:
    def test_kept_steps_come_back_and_are_told(self, file: OpenProject, tmp_path: Path) -> None:
        tag(file, "a")
        tag(file, "b", 20)
        file.wait_kept()
        copy = crashed(file, tmp_path / "copy")
        with open_project(copy) as again:
            assert tags(again.project) == {"a", "b"}
            assert again.opening.recovered == 2
            assert again.opening.recovered_since == "2024-05-31T14:03:00Z"
            assert (again.saved, again.kept_seq == again.seq) == (False, True)
            assert journal_path(copy).exists()
            again.save()
            assert not journal_path(copy).exists()
        assert reopened(copy) == {"a", "b"}

    def test_crash_upon_crash(self, file: OpenProject, tmp_path: Path) -> None:
        tag(file, "a0")
        file.wait_kept()
        copy = crashed(file, tmp_path / "0")
        for number in range(1, 5):
            with open_project(copy) as again:
                tag(again, f"a{number}", number)
                again.wait_kept()
                copy = crashed(again, tmp_path / str(number))
        assert reopened(copy) == {f"a{number}" for number in range(5)}

    def test_recovered_steps_reach_the_history(self, file: OpenProject, tmp_path: Path) -> None:
        tag(file, "a")
        file.wait_kept()
        copy = crashed(file, tmp_path / "copy")
        open_project(copy).close()
        assert [one.seq for one in read_history(copy)] == [1, 2]

    def test_a_cut_off_last_line_is_no_damage(self, file: OpenProject, tmp_path: Path) -> None:
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
        self, file: OpenProject, tmp_path: Path
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

    def test_a_damaged_first_line_loses_nothing(self, file: OpenProject, tmp_path: Path) -> None:
        tag(file, "a")
        file.wait_kept()
        copy = crashed(file, tmp_path / "copy")
        journal_path(copy).write_bytes(b"x" + journal_path(copy).read_bytes())
        with open_project(copy) as again:
            assert tags(again.project) == {"a"}
            assert again.opening.journal_damaged == 1

    def test_a_journal_beside_another_version_of_the_file_is_done_on_that(
        self, file: OpenProject, path: Path, tmp_path: Path
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
        self, file: OpenProject, path: Path, tmp_path: Path
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
            assert [(one.title, one.why, one.id) for one in again.opening.conflicts] == [
                ("Step", "no-article", ARTICLE)
            ]
            assert again.project.title == "New"
            assert "another" in again.project.articles
        assert again.opening.aside is not None
        assert again.opening.aside.read_bytes() == old

    def test_a_file_that_has_the_steps_already_is_no_conflict(
        self, file: OpenProject, tmp_path: Path
    ) -> None:
        tag(file, "a")
        file.wait_kept()
        copy = crashed(file, tmp_path / "copy")
        tag(file, "b", 20)
        write_copy(file.project, copy)
        with open_project(copy) as again:
            assert tags(again.project) == {"a", "b"}
            assert again.opening.conflicts == ()


class TestTwoHands:
    def test_a_second_opener_reads_and_knows_who_writes(
        self, file: OpenProject, path: Path
    ) -> None:
        tag(file, "a")
        file.wait_kept()
        with open_project(path) as second:
            assert second.read_only == "locked"
            assert second.holder is not None
            assert tags(second.project) == {"a"}
            assert second.saved
            with pytest.raises(EditError, match="read-only"):
                tag(second, "b")
            with pytest.raises(ProjectFileError, match="read-only"):
                second.save()
        assert lock_path(path).exists()

    def test_a_file_that_changed_outside_is_never_overwritten(
        self, file: OpenProject, path: Path
    ) -> None:
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

    def test_a_file_that_changed_outside_and_back_is_saved(
        self, file: OpenProject, path: Path
    ) -> None:
        ours = path.read_bytes()
        tag(file, "a")
        path.write_bytes(b"theirs")
        with pytest.raises(ProjectFileError, match="changed-outside"):
            file.save()
        path.write_bytes(ours)
        file.save()
        assert file.saved

    def test_a_file_that_is_gone_is_not_made_again(self, file: OpenProject, path: Path) -> None:
        tag(file, "a")
        path.rename(path.with_name("moved"))
        with pytest.raises(ProjectFileError, match="missing"):
            file.save()
        assert not path.exists()
        path.with_name("moved").rename(path)
        file.save()

    def test_a_folder_that_is_gone_is_not_made_again(self, file: OpenProject, path: Path) -> None:
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

    def test_a_removed_lock_is_taken_again(self, file: OpenProject, path: Path) -> None:
        lock_path(path).unlink()
        tag(file, "a")
        file.save()
        assert lock_path(path).exists()

    def test_readers_see_every_kept_step_while_it_is_saved(
        self, file: OpenProject, path: Path
    ) -> None:
        def work() -> None:
            for number in range(60):
                tag(file, f"a{number}", number)
                file.wait_kept()
                kept.append(number)
                if number % 2:
                    file.save()

        kept: list[int] = []
        thread = threading.Thread(target=work)
        thread.start()
        while thread.is_alive():
            before = len(kept)
            seen = read_project(path)
            assert len(tags(seen.project)) >= before
            assert seen.opening.conflicts == ()
        thread.join()


class TestReadOnly:
    def test_a_write_protected_file_opens_for_reading(self, file: OpenProject, path: Path) -> None:
        file.close()
        path.chmod(0o444)
        before = names(path.parent)
        with open_project(path) as again:
            assert again.read_only == "no-permission"
            assert names(path.parent) == before

    @pytest.mark.skipif(sys.platform == "win32", reason="folders of POSIX")
    def test_a_folder_that_takes_no_lock_opens_for_reading(
        self, file: OpenProject, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        file.close()
        monkeypatch.setattr("os.open", refuse)
        with open_project(path) as again:
            assert again.read_only == "no-permission"

    def test_a_newer_version_opens_for_reading(self, file: OpenProject, path: Path) -> None:
        file.close()
        path.write_bytes(path.read_bytes().replace(b'"version": 1', b'"version": 2', 1))
        before = path.read_bytes()
        with open_project(path) as again:
            assert again.read_only == "newer-version"
            assert again.opening.version == 2
        assert path.read_bytes() == before
        assert not lock_path(path).exists()
        with pytest.raises(ProjectFileError, match="newer-version"):
            read_project(path)

    def test_nobody_who_only_wants_to_read_locks(self, file: OpenProject, path: Path) -> None:
        file.close()
        with open_project(path, write=False) as again:
            assert again.read_only == "asked"
            assert not lock_path(path).exists()

    @pytest.mark.parametrize(
        ("content", "code"),
        [(None, "missing"), (b"", "empty"), (b"\0\1\2", "not-a-project"), (b"{}", "not-a-project")],
    )
    def test_what_is_no_project_is_refused_with_its_path(
        self, path: Path, content: bytes | None, code: str
    ) -> None:
        if content is not None:
            path.write_bytes(content)
        before = names(path.parent)
        with pytest.raises(ProjectFileError) as raised:
            open_project(path)
        assert (raised.value.case, raised.value.facts["path"]) == (code, path)
        assert names(path.parent) == before

    def test_a_folder_is_refused(self, path: Path) -> None:
        with pytest.raises(ProjectFileError, match="is-folder"):
            open_project(path.parent)


class TestSaveAs:
    def test_work_goes_on_under_the_new_name(self, file: OpenProject, path: Path) -> None:
        new = path.with_name("new.pressmark")
        tag(file, "a")
        file.save_as(new)
        assert file.path == new
        tag(file, "b", 20)
        file.wait_kept()
        assert journal_path(new).exists()
        file.close()
        assert reopened(path) == {"a"}
        assert reopened(new) == {"a", "b"}

    def test_a_project_that_is_read_becomes_writable(self, file: OpenProject, path: Path) -> None:
        tag(file, "a")
        with open_project(path) as second:
            second.save_as(path.with_name("new.pressmark"))
            assert (second.read_only, second.holder) == (None, None)
            tag(second, "b", 20)
        assert reopened(path.with_name("new.pressmark")) >= {"b"}
        assert tags(file.project) == {"a"}

    def test_saving_elsewhere_works_where_here_it_does_not(
        self, file: OpenProject, path: Path, tmp_path: Path
    ) -> None:
        tag(file, "a")
        path.write_bytes(b"theirs")
        new = tmp_path / "new.pressmark"
        file.save_as(new)
        assert (file.saved, path.read_bytes()) == (True, b"theirs")
        file.close()
        assert reopened(new) == {"a"}

    def test_a_place_that_cannot_be_changes_nothing(self, file: OpenProject, path: Path) -> None:
        tag(file, "a")
        with pytest.raises(ProjectFileError, match="folder-missing"):
            file.save_as(path.parent / "no" / "new.pressmark")
        assert file.path == path
        file.save()
        assert tags(read_project(path).project) == {"a"}

    def test_a_project_somebody_works_on_is_not_replaced(
        self, file: OpenProject, path: Path
    ) -> None:
        other = path.with_name("other.pressmark")
        with started(other) as theirs:
            tag(theirs, "theirs")
            with pytest.raises(ProjectFileError, match="locked"):
                file.save_as(other)
        assert reopened(other) == {"theirs"}

    def test_an_old_journal_beside_the_new_name_is_put_aside(
        self, file: OpenProject, tmp_path: Path
    ) -> None:
        tag(file, "a")
        file.wait_kept()
        copy = crashed(file, tmp_path / "copy")
        file.undo(STAMP)
        file.save_as(copy)
        file.close()
        assert reopened(copy) == set()
        assert journal_path(copy).with_suffix(".journal.1").exists()

    def test_the_same_name_is_just_saving(self, file: OpenProject, path: Path) -> None:
        tag(file, "a")
        file.save_as(path)
        assert file.saved


@pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")
def test_through_a_link_the_file_itself_is_locked_and_saved(
    file: OpenProject, path: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link.pressmark"
    link.symlink_to(path)
    with open_project(link) as second:
        assert second.read_only == "locked"
    file.close()
    with open_project(link) as again:
        tag(again, "a")
    assert link.is_symlink()
    assert names(tmp_path) == [link.name, path.parent.name]
    assert reopened(path) == {"a"}


def test_what_a_killed_writer_left_is_gone_after_opening(file: OpenProject, path: Path) -> None:
    file.close()
    script = """
import os, pathlib, sys
from pressmark.store.open_project import open_project
from pressmark.store import writing
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


def test_journals_are_tried_again_before_long() -> None:
    assert journal._RETRY_AFTER <= 5
