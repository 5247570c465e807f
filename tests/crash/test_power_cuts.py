"""Whenever the power goes: the disk opens, and holds what was acknowledged."""

import errno
import logging
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from pressmark.store import history_file, journal_file
from tests.crash.events import NOTHING, Event, Said, Sync, SyncNames
from tests.crash.loss import Lost
from tests.crash.power_cuts import Disk, cuts
from tests.crash.recorded_work import CANCELLED, PLAN, Judge, Work, lay_back, state_of
from tests.crash.recorder import Faults, Recorder, held_by
from tests.crash.sabotage import BUILDS
from tests.store.projects import started

AFTERWARDS = ("a10", "save", "a11")


class Lab:
    """A project in memory, recorders of what is done to it, and a judge of what is left of it."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.root, self.project = folder / "root", folder / "root" / "work" / "a.pressmark"
        self.project.parent.mkdir(parents=True)
        self.patch = patch
        self.judge = Judge(self.project, folder / "room")
        for module in (journal_file, history_file):
            patch.setattr(module, "LIMIT", 3000)  # a megabyte is nothing to lay out so often
        with started(self.project) as file:
            self.states = [state_of(file.project)]

    def record(
        self,
        plan: tuple[str, ...],
        faults: Faults | None = None,
        known: dict[str, int] | None = None,
        build: str = "sound",
    ) -> Recorder:
        recorder = Recorder(self.root, faults, known)
        with self.patch.context() as patch:
            patch.setenv("XDG_DATA_HOME", str(self.root / "state"))
            recorder.install(patch.setattr)
            if build != "sound":
                BUILDS[build](patch.setattr)
            Work(self.project, recorder, self.states).run(plan)
        return recorder

    def look(self, disk: Disk, events: list[Event], most: int, said: Said = NOTHING) -> int:
        """Judge every image; return how many there were."""
        count = 0
        for heard, image in cuts(disk, events, most, said):
            self.judge.check(image, heard, self.states)
            count += 1
        return count


@pytest.fixture
def lab(monkeypatch: pytest.MonkeyPatch) -> Iterator[Lab]:
    memory = Path("/dev/shm")  # noqa: S108 -- a folder of its own in there
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Lab(Path(folder), monkeypatch)


def test_no_image_lacks_what_was_acknowledged(lab: Lab) -> None:
    recorder = lab.record(PLAN)
    disk, written = recorder.disk(), held_by(lab.root)
    count = lab.look(disk, recorder.events, most=2000)
    print(len(recorder.events), "events,", count, "images")
    assert count > 300
    assert disk.whole() == written, "something was done that nobody recorded"
    assert any(".gz" in path for path in disk.whole())


def test_no_image_lacks_steps_that_cancelled_out(lab: Lab) -> None:
    lab.judge.going_on = 1.0
    recorder = lab.record(CANCELLED)
    assert lab.look(recorder.disk(), recorder.events, most=2000) > 50


@pytest.mark.parametrize(
    ("call", "number"),
    [
        ("fsync", errno.EIO),
        ("write", errno.ENOSPC),
        ("replace", errno.EACCES),
        ("unlink", errno.EIO),
        ("open", errno.EACCES),
    ],
)
def test_no_image_lacks_it_where_a_call_fails(
    call: str, number: int, lab: Lab, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR, "pressmark.store")  # of backups and histories, which may fail
    lab.judge.asks_history = False
    start, images = held_by(lab.root), 0
    for nth in count(1):
        lay_back(start, lab.root)
        del lab.states[1:]
        recorder = lab.record(PLAN, {(call, nth): number})
        if recorder.failed is None:
            break
        images += lab.look(recorder.disk(), recorder.events, most=24)
    print(call, nth - 1, images)
    assert nth > 4


def test_no_image_lacks_it_after_a_kill_and_a_power_cut(lab: Lab) -> None:
    first = lab.record(PLAN)
    states = [*lab.states]
    # Just before a sync the most is in the air.
    syncs = [at for at, event in enumerate(first.events) if isinstance(event, Sync | SyncNames)]
    for at in syncs:
        disk, said = first.disk(), NOTHING
        for event in first.events[:at]:
            disk.take(event)
            said = event if isinstance(event, Said) else said
        lay_back(disk.whole(), lab.root)
        lab.states[:] = states
        recorder = lab.record(AFTERWARDS, known=disk.names())
        lab.look(disk, recorder.events, 40, said)


@pytest.mark.parametrize("build", BUILDS)
def test_a_power_cut_of_a_sabotaged_build_is_found_to_lose_work(build: str, lab: Lab) -> None:
    recorder = lab.record(PLAN, build=build)
    with pytest.raises(Lost):
        lab.look(recorder.disk(), recorder.events, most=100)
