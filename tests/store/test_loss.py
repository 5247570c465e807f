"""A save that would lose annotations: the project is tampered with behind its history."""

from pathlib import Path

import pytest

from pressmark.edits.annotations import RemoveAnnotation
from pressmark.edits.frame import RenameProject
from pressmark.edits.removals import article_removal
from pressmark.errors import ProjectFileError
from pressmark.store.journal_file import journal_path
from pressmark.store.open_project import OpenProject, read_project
from tests.store.projects import ARTICLE, STAMP, step, tag, tags

NAMES = [f"a{number:02}" for number in range(20)]


@pytest.fixture
def tagged(file: OpenProject) -> OpenProject:
    """Return a project with twenty saved annotations."""
    for at, name in enumerate(NAMES):
        tag(file, name, at * 12)
    file.save()
    return file


def tamper(file: OpenProject, count: int) -> None:
    """Let annotations vanish as a mistake in the program might."""
    project = file.project
    for name in NAMES[:count]:
        project = project.without_annotation(ARTICLE, name)
    file.history._project = project
    file.commit(step(RenameProject("Renamed")))


def test_a_save_that_would_lose_more_than_a_tenth_stops(tagged: OpenProject, path: Path) -> None:
    before = path.read_bytes()
    tamper(tagged, 3)
    with pytest.raises(ProjectFileError, match="would-lose") as raised:
        tagged.save()
    assert (raised.value.facts["lost"], raised.value.facts["count"]) == (3, 20)
    assert path.read_bytes() == before
    assert not tagged.saved
    tagged.wait_kept()
    assert journal_path(path).exists()
    tagged.save(lossy=True)
    assert len(tags(read_project(path).project)) == 17


def test_closing_stops_as_well(tagged: OpenProject, path: Path) -> None:
    before = path.read_bytes()
    tamper(tagged, 20)
    with pytest.raises(ProjectFileError, match="would-lose"):
        tagged.close()
    assert path.read_bytes() == before


def test_a_tenth_is_tolerated(tagged: OpenProject, path: Path) -> None:
    tamper(tagged, 2)
    tagged.save()
    assert len(tags(read_project(path).project)) == 18


def test_what_was_deleted_is_not_lost(tagged: OpenProject, path: Path) -> None:
    tagged.commit(step(*(RemoveAnnotation(ARTICLE, name) for name in NAMES[:15])))
    tagged.save()
    assert len(tags(read_project(path).project)) == 5
    tagged.commit(step(*article_removal(tagged.project, ARTICLE)))
    tagged.save()
    assert tags(read_project(path).project) == set()


def test_deleting_some_does_not_explain_the_loss_of_others(tagged: OpenProject) -> None:
    tagged.commit(step(*(RemoveAnnotation(ARTICLE, name) for name in NAMES[10:])))
    tamper(tagged, 3)
    with pytest.raises(ProjectFileError, match="would-lose"):
        tagged.save()
    tagged.save(lossy=True)


def test_undoing_is_deleting(file: OpenProject, path: Path) -> None:
    tag(file, "a")
    file.save()
    file.undo(STAMP)
    file.save()
    assert tags(read_project(path).project) == set()


def test_annotations_in_the_place_of_others_do_not_make_up_for_them(tagged: OpenProject) -> None:
    tamper(tagged, 3)
    for at in range(5):
        tag(tagged, f"new{at}", 300 + at * 12)
    with pytest.raises(ProjectFileError, match="would-lose"):
        tagged.save()
    tagged.save(lossy=True)
