from collections.abc import Callable
from pathlib import Path

import pytest

from pressmark.edits.annotations import SetNote
from pressmark.edits.removals import removal
from pressmark.paths import state_folder
from pressmark.store.backups import back_up
from pressmark.store.bases import Base, common_base, side_of
from pressmark.store.history_file import history_path
from pressmark.store.open_project import OpenProject, new_project, open_project, write_copy
from tests.store.projects import ARTICLE, LABELS, step, tag, tags

Copy = Callable[[Path, str], Path]


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """Return what makes a colleague's file of a project file, as a mail does."""

    def make(path: Path, name: str) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        (folder / path.name).write_bytes(path.read_bytes())
        return folder / path.name

    return make


def work(path: Path, *names: str) -> None:
    with open_project(path) as file:
        for at, name in enumerate(names):
            tag(file, name, at)


def base_of(ours: Path, theirs: Path) -> Base | None:
    return common_base(side_of(ours), side_of(theirs))


def test_what_was_sent_is_the_base(file: OpenProject, path: Path, copy: Copy) -> None:
    tag(file, "a")
    file.save()
    theirs = copy(path, "bo")
    tag(file, "b")
    file.save()
    work(theirs, "x", "y")
    tag(file, "c")  # not saved yet: the journal has it
    file.wait_kept()
    for one, other in ((path, theirs), (theirs, path)):
        base = base_of(one, other)
        assert base is not None
        assert tags(base.project) == {"a"}
    held = common_base(file.side, side_of(theirs))
    assert held is not None
    assert tags(held.project) == {"a"}


def test_what_is_behind_is_a_base_itself(file: OpenProject, path: Path, copy: Copy) -> None:
    theirs = copy(path, "bo")
    tag(file, "a")
    base = common_base(file.side, side_of(theirs))
    assert base is not None
    assert tags(base.project) == set()
    assert common_base(side_of(theirs), file.side) is not None


def test_a_file_that_came_back_twice_has_the_later_base(
    file: OpenProject, path: Path, copy: Copy
) -> None:
    early = copy(path, "early")
    tag(file, "a")
    file.close()
    late = copy(path, "late")
    work(path, "b")
    work(early, "x")
    work(late, "y")
    assert [_tags(base_of(path, one)) for one in (early, late)] == [set(), {"a"}]
    assert _tags(base_of(early, late)) == set()


def test_a_deletion_is_gone_back_over(file: OpenProject, path: Path, copy: Copy) -> None:
    tag(file, "a")
    file.save()
    theirs = copy(path, "bo")
    file.commit(step(*removal(file.project, "a")))
    file.save()
    work(theirs, "x")
    assert _tags(base_of(path, theirs)) == {"a"}


def test_files_without_a_past_are_known_by_their_bytes(
    file: OpenProject, tmp_path: Path, copy: Copy
) -> None:
    plain = tmp_path / "plain.pressmark"
    write_copy(file.project, plain)
    ours, theirs = copy(plain, "anna"), copy(plain, "bo")
    work(ours, "a")
    work(theirs, "b")
    assert _tags(base_of(ours, theirs)) == set()


def test_what_something_else_changed_is_no_base(file: OpenProject, path: Path, copy: Copy) -> None:
    """Or what it added would seem to be deleted by whoever has the file as it was."""
    tag(file, "a")
    file.close()
    theirs = copy(path, "bo")
    path.write_bytes(path.read_bytes().replace(b'"note": null', b'"note": "Mine."', 1))
    work(path, "b")
    base = base_of(path, theirs)
    assert base is not None
    assert base.project.annotation("a").note is None


def test_without_its_history_a_backup_serves(file: OpenProject, path: Path, copy: Copy) -> None:
    tag(file, "a")
    file.close()
    theirs = copy(path, "bo")
    back_up(path)
    work(path, "b")
    work(theirs, "x")
    for one in (path, theirs):
        history_path(one).unlink()
    base = base_of(path, theirs)
    assert base is not None
    assert (tags(base.project), base.since is not None) == ({"a"}, True)


def test_where_nothing_is_left_of_the_past_there_is_no_base(
    file: OpenProject, path: Path, copy: Copy
) -> None:
    file.close()
    theirs = copy(path, "bo")
    work(path, "b")
    work(theirs, "x")
    for one in (path, theirs):
        history_path(one).unlink()
    # The backup that the first save of a day makes is the base again.
    assert _tags(base_of(path, theirs)) == set()
    for backup in state_folder().rglob("*.gz"):
        backup.unlink()
    assert base_of(path, theirs) is None


def test_a_copied_history_leads_nobody_astray(file: OpenProject, path: Path, copy: Copy) -> None:
    """A whole folder is copied, and both go on."""
    tag(file, "a")
    file.close()
    theirs = copy(path, "bo")
    history_path(theirs).write_bytes(history_path(path).read_bytes())
    work(path, "b", "c")
    work(theirs, "x", "y", "z")
    assert _tags(base_of(path, theirs)) == {"a"}


def test_two_projects_have_nothing_in_common(file: OpenProject, tmp_path: Path) -> None:
    with new_project(tmp_path / "other.pressmark", title="Other", label_set=LABELS) as other:
        assert common_base(file.side, other.side) is None


def test_under_another_name_the_past_goes_along(
    file: OpenProject, path: Path, tmp_path: Path, copy: Copy
) -> None:
    tag(file, "a")
    file.save()
    theirs = copy(path, "bo")
    file.save_as(tmp_path / "Renamed.pressmark")
    file.commit(step(SetNote(ARTICLE, "a", "Mine.")))
    file.close()
    work(theirs, "x")
    base = base_of(file.path, theirs)
    assert base is not None
    assert base.project.annotation("a").note is None


def test_a_copy_that_was_sent_is_known(file: OpenProject, tmp_path: Path) -> None:
    tag(file, "a")
    sent = tmp_path / "sent.pressmark"
    write_copy(file.project, sent, file.side.states)
    tag(file, "b")
    work(sent, "x")
    held = common_base(file.side, side_of(sent))
    assert _tags(held) == {"a"}


def _tags(base: Base | None) -> set[str]:
    assert base is not None
    return tags(base.project)
