"""Projects rescued from broken files: held apart, never in the place of the broken one."""

from pathlib import Path

import pytest

from pressmark.edits.edit import Stamp
from pressmark.edits.frame import RenameProject
from pressmark.edits.transaction import Transaction
from pressmark.errors import ProjectFileError
from pressmark.store.open_project import open_project
from pressmark.store.rescued import give_up, rescue, rescue_of

STAMP = Stamp("me", "2024-05-27T08:00:00Z")


@pytest.fixture
def broken(tmp_path: Path, seeds: Path) -> Path:
    path = tmp_path / "Work.pressmark"
    whole = (seeds / "example.pressmark").read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


def test_the_broken_file_and_its_folder_stay_as_they_are(broken: Path) -> None:
    before = broken.read_bytes()
    held = rescue(broken)
    assert broken.read_bytes() == before
    assert [*broken.parent.glob("Work*")] == [broken]
    assert (held.parent / "broken-file").read_bytes() == before
    assert held.name == "Work (rescued).pressmark"


def test_it_tells_what_came_back_and_what_did_not(broken: Path) -> None:
    held = rescue(broken)
    about = rescue_of(held)
    assert about is not None
    assert about.origin == str(broken)
    with open_project(held) as file:
        assert about.kept == len(file.project.places) > 0
    assert {one.what for one in about.missing} >= {"rest"}
    assert rescue_of(broken) is None


def test_what_was_done_in_it_is_there_when_the_broken_file_is_opened_again(broken: Path) -> None:
    with open_project(rescue(broken)) as file:
        file.commit(Transaction("Rename project", (RenameProject("Mine"),), STAMP))
    with open_project(rescue(broken)) as file:
        assert file.project.title == "Mine"


def test_it_goes_when_it_has_a_place_of_its_own(broken: Path, tmp_path: Path) -> None:
    held, own = rescue(broken), tmp_path / "Own.pressmark"
    with open_project(held) as file:
        file.save_as(own)
    give_up(held)
    assert not held.parent.exists()
    give_up(own)
    assert own.exists()


@pytest.mark.parametrize("content", [b'{"format": "pressmark-project", "ver', b"\0" * 5000, b"{}"])
def test_where_nothing_is_left_it_says_so(broken: Path, content: bytes) -> None:
    broken.write_bytes(content)
    with pytest.raises(ProjectFileError) as refused:
        rescue(broken)
    assert refused.value.case == "nothing-left"
