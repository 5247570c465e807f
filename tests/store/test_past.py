from pathlib import Path

from pressmark.edits.frame import RenameProject
from pressmark.store.bases import side_of
from pressmark.store.open_project import open_project
from pressmark.store.past import past
from tests.store.projects import started, step


def titles(path: Path) -> list[str]:
    return [one.transaction.title for one in past(side_of(path))]


def test_it_goes_through_restarts_and_holds_what_is_not_saved_yet(tmp_path: Path) -> None:
    path = tmp_path / "a.pressmark"
    started(path).close()
    with open_project(path) as file:
        file.commit(step(RenameProject("Two"), title="Second day"))
        file.save()
        file.commit(step(RenameProject("Three"), title="Not saved"))
        known = past(file.side)
        assert [one.transaction.title for one in known] == ["Step", "Second day", "Not saved"]
        assert [one.seq for one in known] == [1, 2, 3]
        file.wait_kept(5)
        assert titles(path) == ["Step", "Second day", "Not saved"]
    assert titles(path) == ["Step", "Second day", "Not saved"]


def test_a_step_that_a_save_just_told_of_is_there_once(tmp_path: Path) -> None:
    path = tmp_path / "a.pressmark"
    with started(path) as file:
        file.commit(step(RenameProject("Two"), title="Twice?"))
        before = file.side
        file.save()
        assert [one.transaction.title for one in past(before)] == ["Step", "Twice?"]


def test_a_project_behind_a_link_has_its_past(tmp_path: Path) -> None:
    path = tmp_path / "a.pressmark"
    started(path).close()
    link = tmp_path / "link.pressmark"
    link.symlink_to(path)
    assert titles(link) == ["Step"]
