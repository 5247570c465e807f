"""Reading a project as it is: its file, and what its journal adds."""

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path

from pressmark.edits.history import Done
from pressmark.edits.transaction import Transaction
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
from pressmark.store.lineage import Lineage, lineage_of
from pressmark.store.project_file import MAX_SIZE, parse_project
from pressmark.store.replay import Conflict, replay
from pressmark.store.save import real

_TRIES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningReport:
    """What opening a project found and did.

    `restored` are the steps that came from the journal, `conflicts` edits of it that no longer
    fit; `rebased` says that they were made on another file than the one that is there now.
    `journal_damaged` is the journal's first damaged line (from 1), `journal_unreadable` says that
    it could not be read at all (it is somebody else's, or no file), `foreign_journal` that it is
    another project's; `aside` is where a copy of such a journal was put. `findings` are what the
    project file itself told at once (`checking.check_articles` tells the rest); `version` is of
    its format, `generator` the program that wrote it.
    """

    findings: tuple[Finding, ...] = ()
    version: int = VERSION
    generator: str | None = None
    restored: tuple[Transaction, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    rebased: bool = False
    journal_damaged: int | None = None
    journal_unreadable: bool = False
    foreign_journal: bool = False
    aside: Path | None = None

    @property
    def restored_since(self) -> str:
        """When the first restored step was made (ISO 8601, UTC); "" where there is none."""
        return self.restored[0].stamp.time if self.restored else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A project as it was at one moment, whoever may be writing it, and how it was found.

    `held` is the project as its file alone says it, `sha256` of that file; `entries` are what the
    journal adds to it, `changes` the steps that they made, by number; `last` is the number of the
    last step that is known. `lineage` is what the file says of its past.
    """

    project: Project
    held: Project
    opening: OpeningReport
    sha256: str
    entries: tuple[Entry, ...] = ()
    changes: tuple[tuple[int, Done], ...] = ()
    last: int = 0
    lineage: Lineage = field(default_factory=Lineage)


def read_project(path: Path, *, newer: bool = False) -> Reading:
    """Read a project without locking it, of a `newer` version of the format if that is wanted.

    ProjectFileError says what is wrong with the file: see `parse_project`.
    """
    data, sha256, journal = _read_both(real(path))
    try:
        reading = read_bytes(data, newer=newer, sha256=sha256)
    except ProjectFileError as error:
        raise ProjectFileError(error.case, **{**error.facts, "path": path}) from error
    if journal is None:
        return reading
    opening = reading.opening
    if journal is UNREADABLE:
        return replace(reading, opening=replace(opening, journal_unreadable=True))
    if journal.project not in ("", reading.project.id):
        return replace(reading, opening=replace(opening, foreign_journal=True))
    return _with_journal(reading, journal)


def read_bytes(data: bytes, *, newer: bool = False, sha256: str = "") -> Reading:
    """Read a project from the bytes of its file alone; `sha256` is theirs where it is known.

    ProjectFileError says what is wrong with them: see `parse_project`.
    """
    sha256 = sha256 or hashlib.sha256(data).hexdigest()
    parsed = parse_project(data, newer=newer)
    opening = OpeningReport(
        findings=parsed.findings, version=parsed.version, generator=parsed.generator
    )
    project, past = parsed.project, lineage_of(data, sha256, parsed.lineage)
    return Reading(project=project, held=project, opening=opening, sha256=sha256, lineage=past)


def _with_journal(reading: Reading, journal: JournalFile) -> Reading:
    missing = journal.missing_from(reading.sha256)
    entries = journal.entries if missing is None else missing
    done = replay(reading.project, entries)
    restored = tuple(one.transaction for _, one in done.changes if one.transaction.edits)
    opening = replace(
        reading.opening,
        restored=restored,
        conflicts=done.conflicts,
        rebased=missing is None and bool(journal.base and (restored or done.conflicts)),
        journal_damaged=journal.damaged,
    )
    return replace(
        reading,
        project=done.project,
        opening=opening,
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
