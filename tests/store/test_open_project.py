import gc
import sys
import threading
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest

from pressmark.edits.articles import AddArticle
from pressmark.edits.frame import RenameProject
from pressmark.errors import EditError, ProjectFileError
from pressmark.store import journal, layout
from pressmark.store.backups import backups_of, read_backup
from pressmark.store.history_file import history_path, read_history
from pressmark.store.journal_file import journal_path
from pressmark.store.open_project import (
    OpenProject,
    new_project,
    open_project,
    project_bytes,
    read_project,
)
from tests.store.projects import (
    LABELS,
    STAMP,
    article,
    crashed,
    names,
    reopened,
    started,
    step,
    tag,
    tags,
)


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

    def test_what_is_to_be_replaced_is_and_stays_in_a_backup(self, path: Path) -> None:
        path.write_text("somebody's")
        new_project(path, title="T", label_set=LABELS, replace=True).close()
        assert read_project(path).project.title == "T"
        assert [read_backup(one.path) for one in backups_of(path)] == [b"somebody's"]

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
        content, _, past = path.read_bytes().rpartition(b",\n")
        assert content + b"}\n" == project_bytes(file.project)
        assert past.startswith(b'"lineage": ')
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
            again.undo(STAMP)
            again.save()
            assert path.read_bytes() == before
            tag(again, "c")
            again.save()
            again.undo(STAMP)
        # Somebody may have got what was saved in between: the last line tells that it was there.
        content, line, past = path.read_bytes().rpartition(b'"lineage": ')
        assert before.startswith(content + line)
        assert past.count(b".") > before.count(b".", len(content))

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


@pytest.mark.parametrize("before", [OpenProject.save, OpenProject.wait_kept])
def test_a_file_that_somebody_removed_comes_back_only_under_its_own_name(
    file: OpenProject, path: Path, before: Callable[[OpenProject], None]
) -> None:
    tag(file, "a")
    before(file)
    path.unlink()
    tag(file, "b")
    with pytest.raises(ProjectFileError, match="missing"):
        file.save()
    assert not path.exists()
    file.save_as(path)
    tag(file, "c")
    file.close()
    assert reopened(path) == {"a", "b", "c"}


def test_a_file_that_somebody_removed_is_put_back_as_it_was_with_its_past(
    file: OpenProject, path: Path
) -> None:
    tag(file, "a")
    file.save()
    before = path.read_bytes()
    assert b'"lineage"' in before
    path.unlink()
    file.save_as(path)
    assert path.read_bytes() == before


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


def test_journals_are_tried_again_before_long() -> None:
    assert journal._RETRY_AFTER <= 5


def test_what_is_unsaved_keeps_no_project_between_the_saved_one_and_this(tmp_path: Path) -> None:
    with started(tmp_path / "a.pressmark") as file:
        tag(file, "new")
        before = weakref.ref(file.project.articles)
        tag(file, "newer", 20)
        file.wait_kept()
        gc.collect()
        assert before() is None


def test_a_project_that_would_be_too_large_is_not_saved_and_loses_nothing(
    file: OpenProject, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    tag(file, "a")
    file.wait_kept()  # the journal is written beside it, from a thread of its own
    with monkeypatch.context() as smaller:
        smaller.setattr(layout, "MAX_SIZE", len(before))
        with pytest.raises(ProjectFileError, match="too-full"):
            file.save()
        assert path.read_bytes() == before
        assert [*path.parent.glob(".pressmark-*")] == []
    file.close()
    assert reopened(path) == {"a"}


def test_steps_that_were_foreseen_are_kept_under_numbers_of_their_own(file: OpenProject) -> None:
    before, seq = file.project, file.seq
    foreseen = [file.foresee(step(RenameProject(title))) for title in ("One", "Two")]
    assert (file.project, file.seq) == (before, seq)
    for one in foreseen:
        file.take(one)
    file.wait_kept()
    assert (file.project.title, file.seq, file.kept_seq) == ("Two", seq + 2, seq + 2)
    assert read_project(file.path).project.title == "Two"
