import platform
from pathlib import Path

import pytest

from pressmark.edits.frame import RenameProject
from pressmark.store.bases import side_of
from pressmark.store.conflict_copies import conflict_copies, unmerged_copies
from pressmark.store.open_project import new_project, open_project
from tests.store.projects import step


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "Sanctions (2024).pressmark"
    new_project(path, title="Sanctions").close()
    return path


@pytest.mark.parametrize(
    "name",
    [
        "Sanctions (2024) (conflicted copy 2024-05-31).pressmark",
        "Sanctions (2024) (conflicted copy 2024-05-31 140300).pressmark",
        "Sanctions (2024) (Anna's conflicted copy 2024-05-31).pressmark",
        "Sanctions (2024) (Case Conflict).pressmark",
        "Sanctions (2024) (SFConflict anna@example.org 2024-05-31-14-03-00).pressmark",
        "Sanctions (2024).sync-conflict-20240531-140300-ABCDEFG.pressmark",
        "Sanctions (2024).sync-conflict-20240531-140300.pressmark",
        "Sanctions (2024) (1).pressmark",
        "Sanctions (2024)-DESKTOP-4F2K.pressmark",
        "Sanctions (2024)-DESKTOP-4F2K-2.pressmark",
        f"Sanctions (2024)-{platform.node()}.pressmark",
    ],
)
def test_a_copy_is_known_by_its_name_and_the_id_in_it(project: Path, name: str) -> None:
    copy = project.with_name(name)
    copy.write_bytes(project.read_bytes())
    assert conflict_copies(project) == (copy,)
    copy.write_bytes(copy.read_bytes().replace(b'"id": "', b'"id": "x', 1))
    assert conflict_copies(project) == ()


@pytest.mark.parametrize(
    "name",
    [
        "Sanctions (2024) (copy).pressmark",
        "Sanctions (2024)-v2.pressmark",
        "Sanctions (2024) old.pressmark",
        "Other (conflicted copy 2024-05-31).pressmark",
        "Sanctions (2024) (conflicted copy 2024-05-31).pressmark.journal",
    ],
)
def test_what_people_name_themselves_is_none(project: Path, name: str) -> None:
    project.with_name(name).write_bytes(project.read_bytes())
    assert conflict_copies(project) == ()


def test_what_is_no_project_is_none(project: Path) -> None:
    project.with_name("Sanctions (2024) (1).pressmark").mkdir()
    project.with_name("Sanctions (2024) (2).pressmark").write_bytes(b'{"id": "x"}')
    project.with_name("Sanctions (2024) (3).pressmark").write_bytes(b"")
    assert conflict_copies(project) == ()


def test_a_file_laid_out_by_hand_is_known_as_well(project: Path) -> None:
    copy = project.with_name("Sanctions (2024) (1).pressmark")
    copy.write_bytes(project.read_bytes().replace(b'{"format": ', b'{\n  "format" :\n', 1))
    assert conflict_copies(project) == (copy,)


def test_a_folder_that_is_not_there_holds_none(tmp_path: Path) -> None:
    assert conflict_copies(tmp_path / "no" / "a.pressmark") == ()


def test_a_copy_is_told_until_nothing_in_it_is_new(project: Path) -> None:
    copy = project.with_name("Sanctions (2024) (1).pressmark")
    copy.write_bytes(project.read_bytes())
    assert unmerged_copies(side_of(project)) == ()
    for path in (copy, project):
        with open_project(path) as file:
            file.commit(step(RenameProject("Renamed")))
        assert unmerged_copies(side_of(project)) == ((copy,) if path == copy else ())


def test_a_copy_that_cannot_be_read_is_told(project: Path) -> None:
    copy = project.with_name("Sanctions (2024) (1).pressmark")
    copy.write_bytes(project.read_bytes()[:200])
    assert unmerged_copies(side_of(project)) == (copy,)
