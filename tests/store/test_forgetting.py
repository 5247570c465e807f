from dataclasses import replace
from pathlib import Path

import pytest

from pressmark.store.backup_folders import backup_folder, beside_folder, keep_beside
from pressmark.store.backups import back_up, back_up_daily
from pressmark.store.forgetting import forget, traces_of
from pressmark.store.journal_file import journal_path
from pressmark.store.settings import read_settings, write_settings


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "work" / "a [1].pressmark"
    path.parent.mkdir()
    path.write_bytes(b"the project\n")
    return path


def test_a_project_without_traces_has_none(project: Path) -> None:
    found = traces_of(project)
    assert (found.backups, found.journals, found.folders, found.size) == ((), (), (), 0)


def test_everything_but_the_files_of_the_project_goes(project: Path, tmp_path: Path) -> None:
    second = tmp_path / "stick"
    second.mkdir()
    write_settings(replace(read_settings(), backup_folder=str(second)))
    back_up_daily(project)
    aside = project.with_name(f"{journal_path(project).name}.1")
    aside.write_bytes(b"12345")
    journal_path(project).write_bytes(b"journal")
    found = traces_of(project)
    assert (len(found.backups), found.journals) == (2, (aside,))
    assert found.size == 5 + sum(one.stat().st_size for one in found.backups)
    forget(project)
    assert sorted(one.name for one in project.parent.iterdir()) == [
        project.name,
        journal_path(project).name,
    ]
    assert not backup_folder(project).exists()
    assert not list(second.iterdir())


def test_backups_beside_the_project_go_and_strangers_files_stay(project: Path) -> None:
    keep_beside(project)
    back_up(project)
    (beside_folder(project) / "notes.txt").write_text("mine")
    forget(project)
    assert [one.name for one in beside_folder(project).iterdir()] == ["notes.txt"]


def test_other_projects_keep_theirs(project: Path) -> None:
    other = project.with_name("a 1.pressmark")
    other.write_bytes(b"another")
    made = back_up(other)
    aside = other.with_name(f"{journal_path(other).name}.1")
    aside.write_bytes(b"1")
    back_up(project)
    forget(project)
    assert made.path.exists()
    assert aside.exists()
