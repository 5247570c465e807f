import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pressmark.errors import EditError, ProjectFileError
from pressmark.store.history_file import history_path
from pressmark.store.journal_file import journal_path
from pressmark.store.lock import lock_path
from pressmark.store.open_project import (
    OpenProject,
    open_project,
    read_project,
)
from tests.store.projects import names, tag, tags


def test_a_second_opener_reads_and_knows_who_writes(file: OpenProject, path: Path) -> None:
    tag(file, "a")
    file.wait_kept()
    with open_project(path) as second:
        assert second.read_only == "locked"
        assert second.holder is not None
        assert tags(second.project) == {"a"}
        assert second.saved
        with pytest.raises(EditError, match="read-only"):
            tag(second, "b")
        with pytest.raises(ProjectFileError, match="locked"):
            second.save()
    assert lock_path(path).exists()


def test_a_removed_lock_is_taken_again(file: OpenProject, path: Path) -> None:
    lock_path(path).unlink()
    tag(file, "a")
    file.save()
    assert lock_path(path).exists()


def test_a_write_protected_file_opens_for_reading(file: OpenProject, path: Path) -> None:
    file.close()
    path.chmod(0o444)
    before = names(path.parent)
    with open_project(path) as again:
        assert again.read_only == "no-permission"
        assert names(path.parent) == before


@pytest.mark.skipif(sys.platform == "win32", reason="folders of POSIX")
def test_a_folder_that_takes_no_lock_opens_for_reading(
    file: OpenProject, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    file.close()
    monkeypatch.setattr("os.open", refuse)
    with open_project(path) as again:
        assert again.read_only == "no-permission"


def test_a_newer_version_opens_for_reading(file: OpenProject, path: Path) -> None:
    file.close()
    path.write_bytes(path.read_bytes().replace(b'"version": 1', b'"version": 2', 1))
    before = path.read_bytes()
    with open_project(path) as again:
        assert again.read_only == "newer-version"
        assert again.opening.version == 2
    assert path.read_bytes() == before
    assert not lock_path(path).exists()
    with pytest.raises(ProjectFileError, match="newer-version"):
        read_project(path)


def test_nobody_who_only_wants_to_read_locks(file: OpenProject, path: Path) -> None:
    file.close()
    with open_project(path, write=False) as again:
        assert again.read_only == "asked"
        assert not lock_path(path).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")
class TestLinksFromStrangers:
    """A project that somebody sent may have links beside it that point at one's own files."""

    @pytest.fixture
    def precious(self, tmp_path: Path) -> Path:
        precious = tmp_path / "precious"
        precious.write_text("mine")
        return precious

    def test_a_lock_that_is_a_link_is_not_written(
        self, file: OpenProject, path: Path, precious: Path
    ) -> None:
        file.close()
        lock_path(path).symlink_to(precious)
        with open_project(path) as again:
            assert again.read_only is not None
        assert precious.read_text() == "mine"

    def test_a_journal_that_is_a_link_is_replaced_itself(
        self, file: OpenProject, path: Path, precious: Path
    ) -> None:
        journal_path(path).symlink_to(precious)
        tag(file, "a")
        file.wait_kept()
        assert not journal_path(path).is_symlink()
        assert precious.read_text() == "mine"

    def test_a_history_that_is_a_link_is_not_written(
        self, file: OpenProject, path: Path, precious: Path, expect_log: Callable[[str], None]
    ) -> None:
        expect_log("history not written")
        history_path(path).unlink()
        history_path(path).symlink_to(precious)
        tag(file, "a")
        file.save()
        assert precious.read_text() == "mine"

    def test_a_journal_is_not_put_aside_through_a_link(
        self, file: OpenProject, path: Path, tmp_path: Path
    ) -> None:
        file.close()
        journal_path(path).write_bytes(b"anything\nat all\n")
        aside = journal_path(path).with_suffix(".journal.1")
        aside.symlink_to(tmp_path / "autostart")
        with open_project(path) as again:
            assert again.opening.aside == journal_path(path).with_suffix(".journal.2")
        assert not (tmp_path / "autostart").exists()
