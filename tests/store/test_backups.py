import gzip
import os
import stat
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pressmark.errors import ProjectFileError
from pressmark.paths import state_folder
from pressmark.store import backups
from pressmark.store.access import access_to
from pressmark.store.backups import (
    CAP,
    NEWEST,
    Backup,
    back_up,
    back_up_daily,
    backups_of,
    project_in,
    read_backup,
    superfluous,
)
from pressmark.store.open_project import OpenProject, open_project
from pressmark.store.reading import read_project
from pressmark.store.settings import read_settings, write_settings
from tests.store.projects import started, tag

NOON = datetime(2024, 5, 31, 12, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.time = NOON

    def now(self) -> str:
        return self.time.strftime("%Y-%m-%dT%H:%M:%SZ")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(backups, "now", clock.now)
    return clock


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "Санкції 2024.pressmark"
    path.write_bytes(b"the project\n" * 1000)
    return path


def test_a_backup_holds_the_file_and_is_private(project: Path) -> None:
    made = back_up(project)
    assert read_backup(made.path) == project.read_bytes()
    assert gzip.decompress(made.path.read_bytes()) == project.read_bytes()
    assert made.path.stat().st_size < 1000
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700
    assert state_folder() in made.path.parents


def test_backups_are_named_by_the_full_path(project: Path, tmp_path: Path) -> None:
    made = back_up(project)
    (tmp_path / "other").mkdir()
    other = tmp_path / "other" / project.name
    other.write_bytes(b"another project")
    assert backups_of(other) == ()
    assert back_up(other).path.parent != made.path.parent
    assert (made.path.parent / "path.txt").read_text(encoding="utf-8") == f"{project}\n"
    assert backups_of(project) == (made,)


def test_there_is_one_a_day(project: Path, clock: Clock) -> None:
    back_up_daily(project)
    clock.time += timedelta(hours=3)
    back_up_daily(project)
    assert [one.time for one in backups_of(project)] == [NOON]
    clock.time += timedelta(days=1)
    back_up_daily(project)
    assert [one.number for one in backups_of(project)] == [1, 2]


def test_a_clock_that_jumps_back_changes_nothing_in_their_order(
    project: Path, clock: Clock
) -> None:
    back_up(project)
    clock.time -= timedelta(days=3000)
    project.write_bytes(b"newer")
    back_up(project)
    *_, last = backups_of(project)
    assert read_backup(last.path) == b"newer"


def test_a_backup_that_is_damaged_is_refused(project: Path) -> None:
    made = back_up(project)
    whole = made.path.read_bytes()
    for damaged in (whole[:-5], whole[:40] + b"x" + whole[41:], b""):
        made.path.write_bytes(damaged)
        with pytest.raises(ProjectFileError, match="damaged"):
            read_backup(made.path)


def test_a_backup_that_does_not_read_back_is_not_kept(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "_packed", lambda _: iter([gzip.compress(b"something else")]))
    with pytest.raises(ProjectFileError, match="read-back"):
        back_up(project)
    assert backups_of(project) == ()


def test_what_a_killed_program_left_goes(project: Path) -> None:
    made = back_up(project)
    left = made.path.with_name(".pressmark-123-456.tmp")
    left.touch()
    hours_ago = time.time() - 2 * 3600
    os.utime(left, (hours_ago, hours_ago))
    back_up(project)
    assert not left.exists()


def test_what_is_being_written_beside_backups_stays(project: Path) -> None:
    made = back_up(project)
    begun = made.path.with_name(".pressmark-123-456.tmp")
    begun.touch()
    back_up(project)
    assert begun.exists()


def test_a_second_folder_gets_them_too(project: Path, tmp_path: Path) -> None:
    second = tmp_path / "stick"
    second.mkdir()
    write_settings(replace(read_settings(), backup_folder=str(second)))
    back_up_daily(project)
    (there,) = backups_of(project, second)
    assert read_backup(there.path) == project.read_bytes()


def test_a_second_folder_that_is_away_is_not_made_and_stops_nothing(
    project: Path, tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log("second backup failed: folder-missing")
    stick = tmp_path / "stick"
    write_settings(replace(read_settings(), backup_folder=str(stick)))
    (trouble,) = back_up_daily(project)
    assert (trouble.case, trouble.facts["folder"]) == ("folder-missing", stick)
    assert len(backups_of(project)) == 1
    assert not stick.exists()
    stick.mkdir()
    assert back_up_daily(project) == ()
    assert (len(backups_of(project)), len(backups_of(project, stick))) == (1, 1)


def test_a_good_backup_is_not_replaced_by_one_of_a_damaged_project(
    project: Path, clock: Clock
) -> None:
    good = back_up(project)
    project.write_bytes(b"damaged")
    for _ in range(3 * NEWEST):
        clock.time += timedelta(days=40)
        back_up(project, damaged=True)
    assert read_backup(good.path) == b"the project\n" * 1000
    assert len(backups_of(project)) <= NEWEST + 2


def held(ages: list[timedelta], **changed: bool) -> list[Backup]:
    """Return backups of those ages, the oldest first, with their place as the number."""
    pairs = enumerate(sorted(ages, reverse=True))
    return [Backup(Path(str(number)), number, NOON - age, **changed) for number, age in pairs]


def left(every: list[Backup], sizes: list[int] | None = None) -> list[Backup]:
    gone = superfluous(every, NOON, sizes or [1] * len(every))
    return [one for one in every if one not in gone]


def test_the_newest_ten_stay_whenever_they_were_made() -> None:
    every = held([timedelta(seconds=number) for number in range(NEWEST)])
    assert left(every) == every


def test_for_a_day_one_an_hour_stays() -> None:
    every = held([timedelta(minutes=10 * number) for number in range(6 * 24)])
    assert len(left(every)) == NEWEST + 24 - 2


def test_for_a_month_one_a_day_stays_and_older_ones_go() -> None:
    every = held([timedelta(hours=12 * number) for number in range(200)])
    ages = [NOON - one.time for one in left(every)]
    assert max(ages) <= timedelta(days=31)
    assert NEWEST + 20 <= len(ages) <= NEWEST + 31


def test_all_together_stay_under_the_cap_and_the_newest_stays() -> None:
    every = held([timedelta(days=number) for number in range(5)])
    assert left(every, [CAP // 2] * 5) == every[-2:]
    assert left(every, [2 * CAP] * 5) == every[-1:]


def test_the_newest_sound_one_outlives_all_damaged_ones() -> None:
    sound = held([timedelta(days=400)])
    damaged = [Backup(Path(f"d{number}"), number, NOON, damaged=True) for number in range(1, 30)]
    assert sound[0] in left(sound + damaged)


def test_the_first_save_of_a_day_keeps_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.pressmark"
    started(path).close()
    assert backups_of(path) == ()
    before = path.read_bytes()
    with open_project(path) as file:
        tag(file, "a")
        file.save()
        tag(file, "b")
    (made,) = backups_of(path)
    assert read_backup(made.path) == before


def test_before_a_migration_there_is_always_one(tmp_path: Path) -> None:
    path = tmp_path / "a.pressmark"
    started(path).close()
    back_up(path)
    before = path.read_bytes()
    reading = read_project(path)
    older = replace(reading, opening=replace(reading.opening, version=0))
    file = OpenProject(path, older, access_to(path, take_over=False))
    tag(file, "a")
    file.close()
    *_, made = backups_of(path)
    assert (made.number, read_backup(made.path)) == (2, before)


def test_a_backup_is_read_as_the_project_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "a.pressmark"
    started(path).close()
    made = back_up(path)
    assert project_in(made) == read_project(path).project
    made.path.write_bytes(gzip.compress(path.read_bytes()[:-20]))
    with pytest.raises(ProjectFileError) as caught:
        project_in(made)
    assert caught.value.facts["path"] == made.path


def test_a_backup_that_fails_does_not_keep_anyone_from_saving(
    tmp_path: Path, home: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log("backup failed: folder-missing")
    path = tmp_path / "a.pressmark"
    started(path).close()
    (home / "data").write_text("not a folder")
    with open_project(path) as file:
        tag(file, "a")
        file.save()
        assert file.saved
