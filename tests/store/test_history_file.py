import errno
import os
import stat
from pathlib import Path

import pytest

from pressmark.edits.articles import AddArticle
from pressmark.edits.edit import Stamp
from pressmark.edits.frame import RenameProject
from pressmark.edits.history import Done, History
from pressmark.errors import ProjectFileError
from pressmark.model.project import Project
from pressmark.store.history_file import (
    append_history,
    forget_unsaved,
    history_path,
    last_seq,
    read_history,
)
from tests.store.projects import LABELS, article, step


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tmp_path / "a.pressmark"


@pytest.fixture
def changes() -> list[tuple[int, Done]]:
    history = History(Project(id="p", title="One", label_set=LABELS))
    made = [history.commit(step(RenameProject(title))) for title in ("Two", "Three")]
    made.append(history.undo(Stamp("anna", "2024-05-31T14:05:00Z")))
    return list(enumerate((one.done for one in made), start=1))


def test_what_was_done_is_read_with_what_takes_it_back(
    project: Path, changes: list[tuple[int, Done]]
) -> None:
    append_history(project, changes[:1])
    append_history(project, changes[1:])
    steps = list(read_history(project))
    assert [one.seq for one in steps] == [1, 2, 3]
    assert [one.transaction for one in steps] == [change.transaction for _, change in changes]
    assert [one.inverses for one in steps] == [change.inverses for _, change in changes]


def test_nothing_was_done_where_there_is_no_history(project: Path) -> None:
    assert list(read_history(project)) == []
    assert last_seq(project) == 0


def test_it_is_its_owners_alone(project: Path, changes: list[tuple[int, Done]]) -> None:
    append_history(project, changes)
    assert stat.S_IMODE(history_path(project).stat().st_mode) == 0o600


def test_steps_that_a_crash_lets_be_told_twice_are_read_once(
    project: Path, changes: list[tuple[int, Done]]
) -> None:
    append_history(project, changes[:2])
    append_history(project, changes)
    assert [one.seq for one in read_history(project)] == [1, 2, 3]


def test_steps_are_read_in_the_order_of_their_numbers(
    project: Path, changes: list[tuple[int, Done]]
) -> None:
    append_history(project, changes)  # and the save that they were told for did not come about
    other = changes[0][1]
    append_history(project, [changes[0], (2, other)])
    steps = list(read_history(project))
    assert [one.seq for one in steps] == [1, 2, 3]
    assert steps[1].transaction == other.transaction


def test_a_line_that_is_cut_off_does_not_swallow_the_next(
    project: Path, changes: list[tuple[int, Done]]
) -> None:
    append_history(project, changes[:2])
    path = history_path(project)
    path.write_bytes(path.read_bytes()[:-30])
    append_history(project, changes[2:])
    assert [one.seq for one in read_history(project)] == [1, 3]


def test_the_last_number_is_found_behind_damage(
    project: Path, changes: list[tuple[int, Done]]
) -> None:
    append_history(project, changes)
    assert last_seq(project) == 3
    with history_path(project).open("ab") as file:
        file.write(b"\0" * 5000)
    assert last_seq(project) == 3


def test_a_long_step_is_told_without_its_edits(project: Path) -> None:
    history = History(Project(id="p", title="One", label_set=LABELS))
    long = [AddArticle(article(f"a{number}", "long " * 150_000)) for number in range(2)]
    append_history(project, [(1, history.commit(step(*long, title="Import")))])
    (told,) = read_history(project)
    assert (told.transaction.title, told.transaction.edits, told.left_out) == ("Import", (), 2)
    assert history_path(project).stat().st_size < 1000


def test_a_full_disk_leaves_it_as_it_was(
    project: Path, changes: list[tuple[int, Done]], monkeypatch: pytest.MonkeyPatch
) -> None:
    append_history(project, changes[:1])
    before = history_path(project).read_bytes()
    whole = os.write
    takes = iter([25])

    def full(handle: int, data: memoryview) -> int:
        size = next(takes, None)
        if size is None:
            raise OSError(errno.ENOSPC, "full")
        return whole(handle, data[:size])

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(ProjectFileError, match="disk-full"):
            append_history(project, changes[1:])
    assert history_path(project).read_bytes() == before


def test_what_was_told_for_a_save_that_never_came_is_cut_off(
    project: Path, changes: list[tuple[int, Done]]
) -> None:
    append_history(project, changes[:1], save=("one", ["none"]))
    sound = history_path(project).read_bytes()
    append_history(project, changes[1:2], save=("two", ["one"]))
    append_history(project, changes[2:], save=("three", ["one", "two"]))
    whole = history_path(project).read_bytes()
    for there in ("three", "of another hand"):
        forget_unsaved(project, there)
        assert history_path(project).read_bytes() == whole
    forget_unsaved(project, "two")
    assert [one.seq for one in read_history(project)] == [1, 2]
    forget_unsaved(project, "one")
    assert history_path(project).read_bytes() == sound


@pytest.mark.parametrize("content", [None, b"", b"no history\n", b'{"for": "cut o'])
def test_where_no_save_was_told_nothing_is_cut_off(project: Path, content: bytes | None) -> None:
    if content is not None:
        history_path(project).write_bytes(content)
    forget_unsaved(project, "one")
    assert content is None or history_path(project).read_bytes() == content
