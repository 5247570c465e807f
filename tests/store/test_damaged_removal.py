from pathlib import Path

import pytest

from pressmark.edits.edit import Stamp
from pressmark.edits.frame import RenameProject
from pressmark.edits.transaction import Transaction
from pressmark.errors import ProjectFileError
from pressmark.store.backups import backups_of, read_backup
from pressmark.store.damaged_removal import remove_damaged
from pressmark.store.open_project import open_project, read_project

UKRINFORM, ANADOLU = "2e5030386b8fc2d9", "ab3206fa741f06b4"


@pytest.fixture
def spoilt(tmp_path: Path, seeds: Path) -> Path:
    path = tmp_path / "Own.pressmark"
    whole = (seeds / "example.pressmark").read_bytes()
    path.write_bytes(whole.replace(b"[[213, 273]]", b'[["213", 273]]', 1))
    return path


def damaged(path: Path) -> str:
    for one in read_project(path).project.shelf():
        try:
            one.open()
        except ProjectFileError:
            return one.head.id
    raise AssertionError(path)


def test_the_rest_stays_and_a_backup_has_the_bytes(spoilt: Path) -> None:
    bytes_before, gone = spoilt.read_bytes(), damaged(spoilt)
    before = read_project(spoilt)
    backup = remove_damaged(spoilt, gone)
    after = read_project(spoilt)
    (stays,) = {UKRINFORM, ANADOLU} - {gone}
    assert [*after.project.articles] == [stays]
    assert after.project.article(stays) == before.project.article(stays)
    assert after.opening.findings == ()
    assert set(after.project.places.values()) == {stays}
    assert all(one.from_ in after.project.places for one in after.project.relations)
    assert backup.damaged
    assert read_backup(backup.path) == bytes_before
    assert after.lineage.states[1:] == before.lineage.states


def test_what_was_kept_is_not_lost(spoilt: Path) -> None:
    gone = damaged(spoilt)
    file = open_project(spoilt)
    stamp = Stamp("me", "2024-05-27T08:00:00Z")
    file.commit(Transaction("Rename project", (RenameProject("Mine"),), stamp))
    file.wait_kept(5)
    file.close()
    remove_damaged(spoilt, gone)
    assert read_project(spoilt).project.title == "Mine"


def test_an_article_that_can_be_read_and_a_locked_file_stay(spoilt: Path) -> None:
    gone, before = damaged(spoilt), spoilt.read_bytes()
    (sound,) = {UKRINFORM, ANADOLU} - {gone}
    with pytest.raises(KeyError):
        remove_damaged(spoilt, sound)
    with open_project(spoilt), pytest.raises(ProjectFileError, match="locked"):
        remove_damaged(spoilt, gone)
    assert spoilt.read_bytes() == before
    assert backups_of(spoilt) == ()
