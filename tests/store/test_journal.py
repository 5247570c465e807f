import errno
import os
import stat
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pressmark.edits.edit import Stamp
from pressmark.edits.frame import RenameProject
from pressmark.edits.transaction import Transaction
from pressmark.errors import PressmarkError, ProjectFileError
from pressmark.store import journal as journal_module
from pressmark.store.journal import Journal
from pressmark.store.journal_file import (
    Entry,
    JournalFile,
    Saved,
    entry,
    journal_path,
    read_journal,
)

BASE, NEXT = "a" * 64, "b" * 64
SOON = 20.0
SYNCS = ["fdatasync", "fsync"] if sys.platform == "linux" else ["fsync"]


def step(seq: int) -> Entry:
    edits = (RenameProject(f"title {seq}"),)
    return entry(seq, Transaction("Rename", edits, Stamp("me", "2024-05-01T10:00:00Z")))


def too_long(seq: int) -> Entry:
    return Entry(seq, None)


class Kept:
    """A journal with everything it tells, and a save that a test can let fail."""

    def __init__(self, project: Path, entries: tuple[Entry, ...] = ()) -> None:
        project.touch()
        self.path = journal_path(project)
        self.kept: list[int] = []
        self.failed: list[str] = []
        self.saves = 0
        self.save: Callable[[], None] = lambda: None
        self.journal = Journal(project, "project-1", BASE, entries, self._save)
        self.journal.on_kept = self.kept.append
        self.journal.on_failed = self._note

    def _note(self, error: PressmarkError) -> None:
        self.failed.append(error.case)

    def _save(self) -> None:
        self.saves += 1
        self.save()

    def keep(self, *seqs: int) -> None:
        for seq in seqs:
            self.journal.submit(step(seq))
        self.journal.wait(seqs[-1], SOON)

    def read(self) -> JournalFile:
        return read_journal(self.path.read_bytes())

    def seqs(self) -> list[int]:
        return [one.seq for one in self.read().entries]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tmp_path / "a.pressmark"


@pytest.fixture
def it(project: Path) -> Iterator[Kept]:
    kept = Kept(project)
    yield kept
    kept.journal.stop()


@pytest.fixture(autouse=True)
def _retries_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_module, "_RETRY_AFTER", 3600.0)


class Broken:
    """Lets system calls fail until they are mended."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, number: int, *calls: str) -> None:
        self.broken = True
        for call in calls:
            monkeypatch.setattr(os, call, self._breaking(getattr(os, call), number))

    def _breaking(self, whole: Callable[..., object], number: int) -> Callable[..., object]:
        def sometimes(*args: object, **named: object) -> object:
            if self.broken:
                raise OSError(number, os.strerror(number))
            return whole(*args, **named)

        return sometimes


def test_what_is_kept_is_on_disk(it: Kept) -> None:
    it.keep(1, 2, 3)
    assert it.seqs() == [1, 2, 3]
    assert it.read().base == BASE
    assert it.kept[-1] == it.journal.kept == 3


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_the_journal_is_its_owners_alone(it: Kept) -> None:
    it.keep(1)
    assert stat.S_IMODE(it.path.stat().st_mode) == 0o600


def test_steps_are_synced_before_they_count_as_kept(
    it: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    sync = journal_module.sync_appended
    monkeypatch.setattr(
        journal_module, "sync_appended", lambda handle: (seen.append("sync"), sync(handle))
    )
    it.keep(1)
    it.journal.on_kept = lambda seq: seen.append(f"kept {seq}")
    it.keep(2)
    assert seen == ["sync", "kept 2"]


def test_nothing_to_keep_makes_no_file(it: Kept) -> None:
    it.journal.wait(0, SOON)
    it.journal.announce(Saved(NEXT, 0))
    it.journal.saved(Saved(NEXT, 0))
    assert not it.path.exists()


def test_a_save_is_announced_before_and_forgotten_after(it: Kept) -> None:
    it.keep(1, 2)
    it.journal.announce(Saved(NEXT, 2))
    assert it.read().saved == (Saved(NEXT, 2),)
    it.journal.saved(Saved(NEXT, 2))
    assert not it.path.exists()
    it.keep(3)
    assert (it.read().base, it.seqs(), it.read().saved) == (NEXT, [3], ())


def test_steps_made_during_a_save_stay(it: Kept) -> None:
    it.keep(1, 2)
    it.journal.announce(Saved(NEXT, 1))
    it.keep(3)
    it.journal.saved(Saved(NEXT, 1))
    assert (it.read().base, it.seqs(), it.read().saved) == (NEXT, [2, 3], ())


def test_an_announced_save_that_failed_is_no_harm(it: Kept) -> None:
    it.keep(1)
    it.journal.announce(Saved(NEXT, 1))
    it.keep(2)
    read = it.read()
    assert read.damaged is None
    assert read.missing_from(BASE) == (step(1), step(2))
    assert read.missing_from(NEXT) == (step(2),)


def test_a_save_keeps_what_waits(it: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    Broken(monkeypatch, errno.EIO, "open")
    it.journal.submit(step(1))
    it.journal.saved(Saved(NEXT, 1))
    assert it.kept == [1]
    it.journal.wait(1, SOON)


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC])
@pytest.mark.parametrize(
    ("before", "calls"), [(0, ["open"]), (0, ["write"]), (0, ["fsync"]), (1, ["write"]), (1, SYNCS)]
)
def test_what_fails_is_told_once_and_is_not_kept_until_it_works_again(
    it: Kept, monkeypatch: pytest.MonkeyPatch, before: int, calls: list[str], number: int
) -> None:
    if before:
        it.keep(1)
    broken = Broken(monkeypatch, number, *calls)
    it.journal.submit(step(before + 1))
    for _ in range(2):
        with pytest.raises(ProjectFileError):
            it.journal.wait(before + 1, SOON)
    assert it.journal.kept == before
    assert it.failed == ["disk-full" if number == errno.ENOSPC else "write-failed"]
    broken.broken = False
    it.keep(before + 2)
    assert it.seqs() == list(range(1, before + 3))


def test_after_a_failed_sync_everything_is_written_anew(
    it: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    it.keep(1)
    old = it.path.stat().st_ino
    broken = Broken(monkeypatch, errno.EIO, SYNCS[0])
    it.journal.submit(step(2))
    with pytest.raises(ProjectFileError):
        it.journal.wait(2, SOON)
    broken.broken = False
    it.journal.wait(2, SOON)
    assert it.path.stat().st_ino != old
    assert it.seqs() == [1, 2]


def test_what_failed_is_tried_again_by_itself(it: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_module, "_RETRY_AFTER", 0.01)
    kept = threading.Event()
    it.journal.on_kept = lambda _: kept.set()
    broken = Broken(monkeypatch, errno.ENOSPC, "write")
    failed = threading.Event()
    it.journal.on_failed = lambda _: failed.set()
    it.journal.submit(step(1))
    assert failed.wait(SOON)
    broken.broken = False
    assert kept.wait(SOON)


def test_half_a_line_of_a_short_write_is_not_left_inside(
    it: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    it.keep(1)
    whole = os.write
    takes = iter([30])

    def short(handle: int, data: memoryview) -> int:
        size = next(takes, None)
        if size is None:
            raise OSError(errno.ENOSPC, "full")
        return whole(handle, data[:size])

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", short)
        it.journal.submit(step(2))
        with pytest.raises(ProjectFileError):
            it.journal.wait(2, SOON)
    read = it.read()
    assert ([one.seq for one in read.entries], read.damaged) == ([1], None)
    it.keep(3)
    assert (it.seqs(), it.read().damaged) == ([1, 2, 3], None)


def test_a_journal_that_somebody_removed_is_written_again_whole(it: Kept) -> None:
    it.keep(1, 2)
    it.path.unlink()
    it.keep(3)
    assert it.seqs() == [1, 2, 3]


def test_a_folder_that_is_gone_is_not_made_again(tmp_path: Path) -> None:
    folder = tmp_path / "away"
    folder.mkdir()
    it = Kept(folder / "a.pressmark")
    it.keep(1)
    folder.rename(tmp_path / "moved")
    it.journal.submit(step(2))
    with pytest.raises(ProjectFileError, match="folder-missing"):
        it.journal.wait(2, SOON)
    assert not folder.exists()
    (tmp_path / "moved").rename(folder)
    it.keep(3)
    assert it.seqs() == [1, 2, 3]
    it.journal.stop()


def test_beside_a_project_that_is_not_there_no_journal_is_made(project: Path) -> None:
    it = Kept(project)
    project.unlink()
    it.journal.submit(step(1))
    with pytest.raises(ProjectFileError, match="missing"):
        it.journal.wait(1, SOON)
    assert not it.path.exists()
    project.touch()
    it.keep(2)
    assert it.seqs() == [1, 2]
    it.journal.stop()


def test_a_step_that_is_too_long_is_kept_by_a_save(it: Kept) -> None:
    it.keep(1)
    it.save = lambda: it.journal.saved(Saved(NEXT, 2))
    it.journal.submit(too_long(2))
    it.keep(3)
    assert it.saves == 1
    assert (it.read().base, it.seqs()) == (NEXT, [3])


def test_nothing_after_a_step_that_could_not_be_saved_is_kept(it: Kept) -> None:
    def fail() -> None:
        raise ProjectFileError("disk-full")

    it.keep(1)
    it.save = fail
    it.journal.submit(too_long(2))
    it.journal.submit(step(3))
    with pytest.raises(ProjectFileError, match="disk-full"):
        it.journal.wait(3, SOON)
    assert (it.journal.kept, it.seqs()) == (1, [1])
    it.save = lambda: it.journal.saved(Saved(NEXT, 2))
    it.journal.wait(3, SOON)
    assert it.seqs() == [3]


def test_steps_of_before_are_written_along(project: Path) -> None:
    it = Kept(project, (step(4), step(5)))
    assert it.journal.kept == 5
    it.keep(6)
    assert it.seqs() == [4, 5, 6]
    it.journal.stop()


def test_waiting_ends_when_time_is_up(it: Kept) -> None:
    hold = threading.Event()
    it.save = lambda: (hold.wait(SOON), None)[1]
    it.journal.submit(too_long(1))
    with pytest.raises(ProjectFileError, match="not-kept"):
        it.journal.wait(1, 0.01)
    it.save = lambda: it.journal.saved(Saved(NEXT, 1))
    hold.set()
    it.journal.wait(1, SOON)


def test_many_steps_share_a_sync(it: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    it.keep(1)
    syncs: list[int] = []
    hold = threading.Event()

    def slow(_handle: int) -> None:
        hold.wait(SOON)
        syncs.append(1)

    monkeypatch.setattr(journal_module, "sync_appended", slow)
    for seq in range(2, 102):
        it.journal.submit(step(seq))
    hold.set()
    it.journal.wait(101, SOON)
    assert len(syncs) <= 2
    assert it.seqs() == list(range(1, 102))
