"""Reports of imports are kept beside the backups, and found again."""

import stat
from pathlib import Path

import pytest

from pressmark.errors import ProjectFileError
from pressmark.store import import_reports as module
from pressmark.store.backup_folders import backup_folder, keep_beside
from pressmark.store.forgetting import forget, traces_of
from pressmark.store.import_reports import KEPT, keep_report, reports_of


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "a.pressmark"
    path.write_bytes(b"the project\n")
    return path


def told(project: Path) -> list[str]:
    return [one.read() for one in reports_of(project)]


def test_the_newest_report_comes_first_with_its_time_and_its_first_line(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in (27, 28):
        monkeypatch.setattr(module, "now", lambda day=day: f"2024-05-{day}T12:00:00Z")
        keep_report(project, f"{day} articles came in.\n\nRefused\n")
    newest, _ = reports_of(project)
    assert (newest.time, newest.summary) == ("2024-05-28T12:00:00Z", "28 articles came in.")
    assert newest.read().endswith("Refused\n")
    assert stat.S_IMODE(newest.path.stat().st_mode) == 0o600


def test_two_within_a_second_are_both_kept(project: Path) -> None:
    keep_report(project, "first")
    keep_report(project, "second")
    assert told(project) == ["second", "first"]


def test_the_oldest_go(project: Path) -> None:
    for number in range(KEPT + 3):
        keep_report(project, str(number))
    assert len(told(project)) == KEPT
    assert "0" not in told(project)


def test_one_that_is_held_by_another_program_costs_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, *, missing_ok: bool = False) -> None:
        raise PermissionError(path, missing_ok)

    for number in range(KEPT):
        keep_report(project, str(number))
    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", refused)
        keep_report(project, "newest")
    assert told(project)[0] == "newest"
    assert len(told(project)) == KEPT + 1
    keep_report(project, "the next")
    assert len(told(project)) == KEPT


def test_a_project_without_imports_has_none(project: Path) -> None:
    assert reports_of(project) == ()


def test_they_go_where_the_backups_go_and_with_them(project: Path) -> None:
    keep_report(project, "kept")
    keep_beside(project)
    assert told(project) == ["kept"]
    assert reports_of(project)[0].path.parent == backup_folder(project)
    assert traces_of(project).size == len("kept")
    forget(project)
    assert reports_of(project) == ()


def test_one_that_is_gone_says_so(project: Path) -> None:
    keep_report(project, "kept")
    (one,) = reports_of(project)
    one.path.unlink()
    with pytest.raises(ProjectFileError):
        one.read()
