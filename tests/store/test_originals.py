import gzip
import stat
from pathlib import Path

import pytest

from pressmark.errors import ProjectFileError
from pressmark.store import originals as module
from pressmark.store.backup_folders import (
    backup_folder,
    beside_folder,
    keep_beside,
    keep_in_own_folder,
)
from pressmark.store.backups import back_up, backups_of
from pressmark.store.forgetting import forget, traces_of
from pressmark.store.originals import is_original, keep_originals, original

SHA = "8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4"
"""Of b"hi"."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "work" / "a.pressmark"
    path.parent.mkdir()
    path.write_bytes(b"the project\n")
    return path


def kept(project: Path) -> list[Path]:
    return sorted(one for one in backup_folder(project).iterdir() if is_original(one))


def test_an_original_is_given_back_as_it_was(project: Path) -> None:
    assert keep_originals(project, [b"hi"]) == 0
    assert original(project, SHA) == b"hi"
    assert original(project, SHA.replace("8", "9")) is None
    assert original(project, f"{SHA}.gz/../original-{SHA}") is None
    assert original(project, "") is None
    (file,) = kept(project)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_the_same_file_is_kept_once(project: Path) -> None:
    assert keep_originals(project, [b"hi", b"ho", b"hi"]) == 0
    assert keep_originals(project, [b"hi"]) == 0
    assert len(kept(project)) == 2


def test_a_project_without_originals_has_none(project: Path) -> None:
    assert original(project, SHA) is None
    assert keep_originals(project, []) == 0
    assert not backup_folder(project).exists()


def test_there_is_an_end_to_what_is_kept(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 100)
    assert keep_originals(project, [b"x" * 101]) == 1
    monkeypatch.setattr(module, "CAP", 2 * len(gzip.compress(b"hi")))
    assert keep_originals(project, [b"hi", b"ho", b"he", b"hi"]) == 1
    assert len(kept(project)) == 2


@pytest.mark.parametrize(
    "spoilt", [b"", b"no gzip", gzip.compress(b"ho", mtime=0), gzip.compress(b"hi", mtime=0)[:-3]]
)
def test_a_damaged_original_is_none(project: Path, spoilt: bytes) -> None:
    keep_originals(project, [b"hi"])
    (file,) = kept(project)
    file.write_bytes(spoilt)
    assert original(project, SHA) is None


def test_originals_go_where_backups_go(project: Path) -> None:
    back_up(project)
    keep_originals(project, [b"hi"])
    keep_beside(project)
    assert [one.parent for one in kept(project)] == [beside_folder(project)]
    assert original(project, SHA) == b"hi"
    keep_in_own_folder(project)
    assert original(project, SHA) == b"hi"
    assert not beside_folder(project).exists()
    back_up(project)
    assert len(backups_of(project)) == 2
    assert original(project, SHA) == b"hi"


def test_a_project_that_was_moved_finds_its_originals(project: Path) -> None:
    keep_originals(project, [b"hi"])
    moved = project.rename(project.with_name("b.pressmark"))
    assert original(moved, SHA) == b"hi"


def test_originals_are_forgotten_with_the_project(project: Path) -> None:
    keep_originals(project, [b"hi"])
    traces = traces_of(project)
    assert (list(traces.originals), traces.backups) == (kept(project), ())
    assert traces.size == sum(one.stat().st_size for one in kept(project))
    forget(project)
    assert not backup_folder(project).exists()


def test_a_folder_that_cannot_be_made_is_named(project: Path) -> None:
    backup_folder(project).parent.mkdir(parents=True, exist_ok=True)
    backup_folder(project).write_bytes(b"a file")
    with pytest.raises(ProjectFileError):
        keep_originals(project, [b"hi"])
