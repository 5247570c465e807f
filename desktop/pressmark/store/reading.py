"""Reading a project as it is: its file, and what its journal adds."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from pressmark.edits.history import Done
from pressmark.errors import ProjectFileError
from pressmark.model.project import Project
from pressmark.store.checking import Finding
from pressmark.store.disk import read_file
from pressmark.store.frame import VERSION
from pressmark.store.journal_file import (
    UNREADABLE,
    Entry,
    JournalFile,
    journal_path,
    read_journal,
)
from pressmark.store.project_file import MAX_SIZE, parse_project
from pressmark.store.replay import Conflict, replay
from pressmark.store.save import real

_TRIES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningReport:
    """What opening a project found and did.

    `recovered` steps came from the journal, the first made at `recovered_since` (ISO 8601, UTC);
    `conflicts` are edits among them that no longer fit. `journal_damaged` is the journal's
    first damaged line (from 1), `journal_unreadable` says that it could not be read at all (it
    is somebody else's, or no file), `foreign_journal` that it is another project's;
    `aside` is where a copy of such a journal was put. `findings` are what the project file
    itself told at once (`checking.check_articles` tells the rest); `version` is of its format,
    `generator` the program that wrote it.
    """

    findings: tuple[Finding, ...] = ()
    version: int = VERSION
    generator: str | None = None
    recovered: int = 0
    recovered_since: str | None = None
    conflicts: tuple[Conflict, ...] = ()
    journal_damaged: int | None = None
    journal_unreadable: bool = False
    foreign_journal: bool = False
    aside: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A project as it was at one moment, whoever may be writing it, and how it was found.

    `sha256` is of the project file; `entries` are what the journal adds to it, `changes` the
    steps that they made, by number; `last` is the number of the last step that is known.
    """

    project: Project
    opening: OpeningReport
    sha256: str
    entries: tuple[Entry, ...] = ()
    changes: tuple[tuple[int, Done], ...] = ()
    last: int = 0


def read_project(path: Path, *, newer: bool = False) -> Reading:
    """Read a project without locking it, of a `newer` version of the format if that is wanted.

    ProjectFileError says what is wrong with the file: see `parse_project`.
    """
    data, sha256, journal = _read_both(real(path))
    try:
        parsed = parse_project(data, newer=newer)
    except ProjectFileError as error:
        raise ProjectFileError(error.case, **{**error.facts, "path": path}) from error
    opening = OpeningReport(
        findings=parsed.findings, version=parsed.version, generator=parsed.generator
    )
    reading = Reading(project=parsed.project, opening=opening, sha256=sha256)
    if journal is None:
        return reading
    if journal is UNREADABLE:
        return replace(reading, opening=replace(opening, journal_unreadable=True))
    if journal.project not in ("", parsed.project.id):
        return replace(reading, opening=replace(opening, foreign_journal=True))
    return _with_journal(reading, journal)


def _with_journal(reading: Reading, journal: JournalFile) -> Reading:
    missing = journal.missing_from(reading.sha256)
    entries = journal.entries if missing is None else missing
    done = replay(reading.project, entries)
    opening = replace(
        reading.opening,
        recovered=len(done.changes),
        recovered_since=done.changes[0][1].transaction.stamp.time if done.changes else None,
        conflicts=done.conflicts,
        journal_damaged=journal.damaged,
    )
    return Reading(
        project=done.project,
        opening=opening,
        sha256=reading.sha256,
        entries=entries,
        changes=done.changes,
        last=entries[-1].seq if entries else journal.last,
    )


def _read_both(target: Path) -> tuple[bytes, str, JournalFile | None]:
    """Read journal, file (with its SHA-256), journal again, until the two belong together.

    A writer that is saving replaces one and then the other. Where they stay as they are and do
    not belong together, the file was replaced by somebody else.
    """
    before = _journal_of(target)
    for tries_left in range(_TRIES, -1, -1):
        data = read_file(target, limit=MAX_SIZE)
        after = _journal_of(target)
        sha256 = hashlib.sha256(data).hexdigest()
        for journal in (after, before):
            if journal is not None and journal.missing_from(sha256) is not None:
                return data, sha256, journal
        if before == after or not tries_left:
            return data, sha256, after
        before = after
    raise AssertionError  # the last try returns


def _journal_of(target: Path) -> JournalFile | None:
    try:
        return read_journal(read_file(journal_path(target), limit=MAX_SIZE))
    except ProjectFileError as error:
        return None if error.case == "missing" else UNREADABLE
