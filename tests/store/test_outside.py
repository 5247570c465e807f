from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pressmark.analysis.conflicts import open_disputes
from pressmark.edits.additions import addition
from pressmark.edits.annotations import SetNote
from pressmark.edits.disputes import take
from pressmark.edits.edit import Edit
from pressmark.edits.frame import RenameProject, SetUnknown
from pressmark.errors import ProjectFileError
from pressmark.model.project import Project
from pressmark.model.span import Span
from pressmark.store import outside
from pressmark.store.disk import read_file
from pressmark.store.history_file import read_history
from pressmark.store.journal_file import journal_path
from pressmark.store.open_project import OpenProject, open_project, read_project, write_copy
from tests.store.projects import ARTICLE, STAMP, crashed, reopened, step, tag, tags

TITLE = "Take in what was saved elsewhere"


def elsewhere(path: Path, *edits: Callable[[Project], Edit]) -> None:
    """Change the project file as another program would, without its lock."""
    project = read_project(path).project
    for edit in edits:
        project, _ = edit(project).apply(project, replace(STAMP, annotator="ben"))
    write_copy(project, path)


def tagging(name: str, start: int = 0) -> Callable[[Project], Edit]:
    return lambda project: addition(
        project, ARTICLE, "claim", [Span(start, start + 10)], STAMP, annotation_id=name
    )


def noting(name: str, note: str) -> Callable[[Project], Edit]:
    return lambda _project: SetNote(ARTICLE, name, note)


def take_in(file: OpenProject) -> outside.Union:
    theirs = file.outside()
    assert theirs is not None
    union = file.united_with(theirs)
    file.take_in(union, TITLE, STAMP)
    return union


def test_a_file_that_nobody_touched_is_read_once(
    file: OpenProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []
    monkeypatch.setattr(
        outside,
        "read_file",
        lambda path, limit: (read.append(path), read_file(path, limit=limit))[1],
    )
    assert [file.outside() for _ in range(3)] == [None] * 3
    assert len(read) == 1


def test_own_saves_are_no_news(file: OpenProject) -> None:
    tag(file, "a")
    assert file.outside() is None
    file.save()
    assert file.outside() is None


def test_the_same_bytes_put_there_again_are_no_news(file: OpenProject, path: Path) -> None:
    path.write_bytes(path.read_bytes())
    assert file.outside() is None


def test_what_is_gone_or_broken_is_said(file: OpenProject, path: Path) -> None:
    held = path.read_bytes()
    path.write_bytes(held[:100])
    with pytest.raises(ProjectFileError, match="truncated"):
        file.outside()
    path.unlink()
    with pytest.raises(ProjectFileError, match="missing"):
        file.outside()
    path.write_bytes(held)


def test_without_edits_here_theirs_is_taken_as_it_is(file: OpenProject, path: Path) -> None:
    elsewhere(path, tagging("b"))
    theirs = path.read_bytes()
    assert take_in(file).is_theirs
    assert tags(file.project) == {"b"}
    assert file.saved
    assert file.outside() is None
    file.save()
    assert path.read_bytes() == theirs
    assert [one.transaction.title for one in read_history(path)][-1] == TITLE


def test_taking_theirs_can_be_undone(file: OpenProject, path: Path) -> None:
    elsewhere(path, tagging("b"))
    take_in(file)
    file.undo(STAMP)
    file.save()
    assert tags(read_project(path).project) == set()


def test_edits_on_both_sides_become_one_in_one_step(file: OpenProject, path: Path) -> None:
    tag(file, "a")
    elsewhere(path, tagging("b", 20))
    union = take_in(file)
    assert not union.is_theirs
    assert union.merged.conflicts == ()
    assert tags(file.project) == {"a", "b"}
    assert file.history.undo_title == TITLE
    file.save()
    assert tags(read_project(path).project) == {"a", "b"}
    file.undo(STAMP)
    assert tags(file.project) == {"a"}


def test_what_both_changed_is_kept_twice(file: OpenProject, path: Path) -> None:
    tag(file, "a")
    file.save()
    elsewhere(path, noting("a", "theirs"))
    file.commit(step(SetNote(ARTICLE, "a", "ours")))
    union = take_in(file)
    assert [one.kind for one in union.merged.conflicts] == ["annotation"]
    notes = {one.note for one in file.project.article(ARTICLE).annotations}
    assert notes == {"ours", "theirs"}
    copies = [one.origin.conflict_of for one in file.project.article(ARTICLE).annotations]
    assert sorted(filter(None, copies)) == ["a"]


def test_keys_that_nobody_knows_are_taken_in(file: OpenProject, path: Path) -> None:
    tag(file, "a")
    elsewhere(path, lambda _project: SetUnknown({"x-mood": ["calm"]}))
    take_in(file)
    file.save()
    assert (tags(file.project), file.project.unknown) == ({"a"}, {"x-mood": ["calm"]})
    assert read_project(path).project.unknown == {"x-mood": ["calm"]}
    file.undo(STAMP)
    assert file.project.unknown == {}


def test_both_versions_of_a_field_are_in_the_file(file: OpenProject, path: Path) -> None:
    file.commit(step(RenameProject("Mine")))
    elsewhere(path, lambda _project: RenameProject("Theirs"))
    take_in(file)
    file.save()
    found = read_project(path).project
    (dispute,) = open_disputes(found)
    assert {found.title, dispute.value} == {"Mine", "Theirs"}
    file.commit(step(*take(found, dispute)))
    file.close()
    settled = read_project(path).project
    assert settled.title == dispute.value
    assert open_disputes(settled) == ()


def test_what_was_deleted_there_and_left_alone_here_goes(file: OpenProject, path: Path) -> None:
    tag(file, "a")
    file.save()
    before = path.read_bytes()
    tag(file, "b", 20)
    file.save()
    path.write_bytes(before)
    tag(file, "c", 40)
    take_in(file)
    assert tags(file.project) == {"a", "c"}
    file.save()


def test_an_edit_made_while_it_was_worked_out_is_not_lost(file: OpenProject, path: Path) -> None:
    elsewhere(path, tagging("b"))
    theirs = file.outside()
    assert theirs is not None
    union = file.united_with(theirs)
    tag(file, "late", 40)
    file.take_in(union, TITLE, STAMP)
    file.save()
    assert tags(read_project(path).project) == {"b", "late"}


def test_a_file_that_changed_once_more_is_not_overwritten_either(
    file: OpenProject, path: Path
) -> None:
    tag(file, "a")
    elsewhere(path, tagging("b", 20))
    theirs = file.outside()
    assert theirs is not None
    union = file.united_with(theirs)
    elsewhere(path, tagging("c", 40))
    file.take_in(union, TITLE, STAMP)
    with pytest.raises(ProjectFileError, match="changed-outside"):
        file.save()
    take_in(file)
    file.save()
    assert tags(read_project(path).project) == {"a", "b", "c"}


def test_a_crash_before_the_merged_project_is_saved_loses_nothing(
    file: OpenProject, path: Path, tmp_path: Path
) -> None:
    tag(file, "a")
    elsewhere(path, tagging("b", 20))
    take_in(file)
    tag(file, "c", 40)
    file.wait_kept()
    copy = crashed(file, tmp_path / "copy")
    assert journal_path(copy).exists()
    assert reopened(copy) == {"a", "b", "c"}
    file.save()


def test_another_project_is_not_merged(file: OpenProject, path: Path) -> None:
    tag(file, "a")
    ours = path.read_bytes()
    write_copy(replace(read_project(path).project, id="another"), path)
    theirs = file.outside()
    assert theirs is not None
    with pytest.raises(ProjectFileError, match="another-project"):
        file.united_with(theirs)
    path.write_bytes(ours)


def test_a_project_that_is_only_read_sees_what_the_writer_saves(
    file: OpenProject, path: Path
) -> None:
    with open_project(path) as reader:
        assert reader.read_only == "locked"
        assert reader.outside() is None
        tag(file, "a")
        file.save()
        theirs = reader.outside()
        assert theirs is not None
        assert tags(theirs.project) == {"a"}
