import stat
from dataclasses import replace
from pathlib import Path

import pytest

from pressmark.errors import ProjectFileError
from pressmark.paths import state_folder
from pressmark.store.backup_folders import (
    backup_folder,
    beside_folder,
    every_folder,
    keep_beside,
    keep_in_own_folder,
    keeps_beside,
)
from pressmark.store.backups import back_up, back_up_daily, backups_of, read_backup
from pressmark.store.settings import read_settings, write_settings
from tests.store.projects import started


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "work" / "a.pressmark"
    path.parent.mkdir()
    path.write_bytes(b"the project\n")
    return path


@pytest.fixture
def second(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    write_settings(replace(read_settings(), backup_folder=str(folder)))
    return folder


def test_at_first_backups_are_in_this_users_own_folder(project: Path) -> None:
    assert not keeps_beside(project)
    assert state_folder() in backup_folder(project).parents


def test_a_sensitive_project_takes_its_backups_to_itself(project: Path, second: Path) -> None:
    back_up_daily(project)
    keep_beside(project)
    assert keeps_beside(project)
    (moved,) = backups_of(project)
    assert moved.path.parent == beside_folder(project) == backup_folder(project)
    assert read_backup(moved.path) == project.read_bytes()
    assert stat.S_IMODE(moved.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(moved.path.parent.stat().st_mode) == 0o700
    assert every_folder(project) == (beside_folder(project),)
    assert not list(second.rglob("*.gz"))


def test_a_sensitive_project_is_backed_up_nowhere_else(project: Path, second: Path) -> None:
    keep_beside(project)
    back_up_daily(project)
    assert len(backups_of(project)) == 1
    assert every_folder(project) == (beside_folder(project),)
    assert not list(second.iterdir())


def test_it_is_sensitive_through_a_link_too(project: Path, tmp_path: Path) -> None:
    keep_beside(project)
    link = tmp_path / "link.pressmark"
    link.symlink_to(project)
    assert keeps_beside(link)


def test_backups_go_back_to_this_users_own_folder(project: Path) -> None:
    keep_beside(project)
    made = back_up(project)
    keep_in_own_folder(project)
    assert not beside_folder(project).exists()
    assert [one.number for one in backups_of(project)] == [made.number]
    assert state_folder() in backup_folder(project).parents


def test_what_cannot_be_moved_stays_where_it_is(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(project)

    def full(path: Path, *_: object, **__: object) -> str:
        raise ProjectFileError("disk-full", path=path, folder=path.parent)

    monkeypatch.setattr("pressmark.store.backup_folders.write_file", full)
    with pytest.raises(ProjectFileError, match="disk-full"):
        keep_beside(project)
    assert read_backup(made.path) == project.read_bytes()


def test_it_stays_sensitive_under_another_name(tmp_path: Path) -> None:
    path, other = tmp_path / "a.pressmark", tmp_path / "b.pressmark"
    file = started(path)
    file.save_as(other)
    assert not keeps_beside(other)
    keep_beside(other)
    file.save_as(path)
    file.close()
    assert keeps_beside(path)
