"""The common ancestor of two project files: the youngest state that both have gone through."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pressmark.edits.edit import Edit
from pressmark.edits.transaction import Transaction, apply
from pressmark.errors import PressmarkError
from pressmark.model.project import Project
from pressmark.store.backups import Backup, backups_of, read_backup
from pressmark.store.history_file import Step, named_step, read_history
from pressmark.store.lineage import has_grown_from
from pressmark.store.reading import read_bytes, read_project
from pressmark.store.settings import read_settings

__all__ = ["Base", "Side", "common_base", "named_step", "side_of"]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Side:
    """A project to be merged, as it is now, with what is known of its past.

    `states` are those it has gone through, youngest first; `steps` are those that its history
    file lacks, oldest first.
    """

    path: Path
    project: Project
    states: tuple[str, ...]
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Base:
    """What two files grew from; `since` is the time up to which they were one, if it is known."""

    project: Project
    since: str | None = None


def side_of(path: Path) -> Side:
    """Read a project to be merged, with what its journal adds (ProjectFileError)."""
    reading = read_project(path)
    past = reading.lineage.states

    def states(seq: int) -> tuple[str, ...]:
        begun = reading.changes and seq >= reading.changes[0][0]
        return (f"journal.{seq}", *past) if begun else past

    steps = tuple(named_step(states, seq, done) for seq, done in reading.changes)
    return Side(path, reading.project, states(reading.last), steps)


def common_base(ours: Side, theirs: Side) -> Base | None:
    """Return what both grew from; None where nothing is known of it, or cannot be read any more.

    It is looked for in what either side's history takes back, then in its backups.
    """
    if ours.project.id != theirs.project.id:
        return None
    for one, other in ((ours, theirs), (theirs, ours)):
        if has_grown_from(other.states, next(iter(one.states), "")):
            return Base(one.project)
    for one, other in ((ours, theirs), (theirs, ours)):
        base = _in_history(one, other.states) or _in_backups(one, other.states)
        if base is not None:
            return base
    return None


def _in_history(side: Side, states: Sequence[str]) -> Base | None:
    """Go back from the present, step by step, to a state that the other side has gone through."""
    inverses: list[Edit] = []
    for step in _backwards(side):
        inverses += step.inverses
        if has_grown_from(states, step.before):
            stamp = step.transaction.stamp
            try:
                project, _ = apply(side.project, Transaction("", tuple(inverses), stamp))
            except PressmarkError as error:
                _log.warning("the history does not lead back: %s", error.case)
                return None
            return Base(project, stamp.time)
    return None


def _backwards(side: Side) -> Iterator[Step]:
    """Yield the steps that led to the present, the last first, as far as all are known."""
    try:
        told = {step.seq: step for step in read_history(side.path)}
    except PressmarkError:
        told = {}
    told |= {step.seq: step for step in side.steps}
    name = next(iter(side.states), "")
    for seq in sorted(told, reverse=True):
        step = told[seq]
        if step.after == name and not step.left_out:
            yield step
            name = step.before


def _in_backups(side: Side, states: Sequence[str]) -> Base | None:
    for backup in sorted(_backups(side.path), key=lambda one: one.time, reverse=True):
        try:
            reading = read_bytes(read_backup(backup.path))
        except PressmarkError as error:
            _log.warning("a backup cannot be read: %s", error.case)
            continue
        name = reading.lineage.states[0]
        if has_grown_from(side.states, name) and has_grown_from(states, name):
            return Base(reading.project, f"{backup.time:%Y-%m-%dT%H:%M:%SZ}")
    return None


def _backups(path: Path) -> Iterator[Backup]:
    yield from backups_of(path)
    second = read_settings().backup_folder
    if second:
        yield from backups_of(path, Path(second))
