"""A project opened from its file: the one thing that a window and a script both drive."""

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from pressmark.edits.edit import Stamp
from pressmark.edits.history import Change, History
from pressmark.edits.transaction import Transaction
from pressmark.errors import EditError, PressmarkError, ProjectFileError, RecordError
from pressmark.model.project import Project
from pressmark.store.access import Access
from pressmark.store.backup_folders import keep_beside, keeps_beside
from pressmark.store.backups import back_up
from pressmark.store.bases import Side, named_step
from pressmark.store.journal_file import Entry, entry, journal_path
from pressmark.store.lineage import Lineage, sealed
from pressmark.store.lock import Lock, acquire
from pressmark.store.outside import KnownFile, Union, united
from pressmark.store.project_file import project_chunks
from pressmark.store.reading import OpeningReport, Reading
from pressmark.store.recovery import set_aside
from pressmark.store.save import real, write_file
from pressmark.store.writing import Writing


class Foreseen(NamedTuple):
    """A step that was worked out and not done: what it changes, and its line in the journal."""

    change: Change
    line: Entry


class OpenProject:
    """A project with its history and the file it is kept in; made by `open_project`.

    `read_only` says why nothing may be changed: "locked" (by `holder`), "no-permission",
    "newer-version", "journal-unreadable", "asked", or what the lock file failed with; None where
    all may. Commits come from one thread; `save` may run in another meanwhile. `on_kept` is
    called with the number of the last step that is durable, `on_failed` when the journal cannot
    be written; both from any thread.
    """

    def __init__(
        self, path: Path, reading: Reading, access: Access, *, fresh: bool = False
    ) -> None:
        self.path = path
        self.history = History(reading.project)
        self.opening: OpeningReport = reading.opening
        self.read_only = access.read_only
        self.holder = access.holder
        self.on_kept: Callable[[int], None] | None = None
        self.on_failed: Callable[[PressmarkError], None] | None = None
        self._editing = threading.RLock()
        self._saving = threading.RLock()
        self._seq = reading.last
        self._states = () if reading.changes else reading.lineage.states
        self._known = KnownFile(real(path), reading.sha256)
        self._writing: Writing | None = None
        if access.lock is not None:
            self._write(reading, access.lock, fresh=fresh)

    def _write(self, reading: Reading, lock: Lock, *, fresh: bool) -> None:
        self._writing = Writing(self._known, reading, lock, self._save, fresh=fresh)
        journal = self._writing.journal
        journal.on_kept = lambda seq: self.on_kept(seq) if self.on_kept else None
        journal.on_failed = lambda error: self.on_failed(error) if self.on_failed else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def project(self) -> Project:
        """The project as it is now."""
        return self.history.project

    @property
    def held(self) -> Project:
        """The project as its file has it; as it is now where it is only read."""
        return self.project if self._writing is None else self._writing.held

    @property
    def seq(self) -> int:
        """The number of the last step."""
        return self._seq

    @property
    def kept_seq(self) -> int:
        """The number of the last step that is durable."""
        return self._seq if self._writing is None else self._writing.kept_seq

    @property
    def saved(self) -> bool:
        """Whether the project file holds everything that was done here."""
        return self._writing is None or self._writing.saved_seq == self._seq

    @property
    def side(self) -> Side:
        """The project as it is now, with the past it knows of: what a merge starts from."""
        with self._editing:
            writing, seq = self._writing, self._seq
            if writing is None:
                return Side(self.path, self.project, self._states)
            steps = tuple(named_step(writing.states, *one) for one in writing.unsaved)
            return Side(self.path, self.project, writing.states(seq), steps)

    @property
    def backup_troubles(self) -> tuple[ProjectFileError, ...]:
        """Why the file could not be backed up before it was saved; () where it could."""
        return () if self._writing is None else self._writing.backup_troubles

    # ---- changing

    def commit(self, transaction: Transaction) -> Change:
        """Do a step, and have it kept; EditError: nothing changed."""
        with self._editing:
            self._writable()
            return self.take(self.foresee(transaction))

    def foresee(self, transaction: Transaction) -> Foreseen:
        """Work out a step for `take` to do, in any thread: one of thousands of edits takes time.

        EditError as `commit` has it.
        """
        try:
            line = entry(self._seq + 1, transaction)
        except RecordError as error:
            raise EditError("unwritable", **error.facts) from error
        return Foreseen(self.history.foresee(transaction), line)

    def take(self, foreseen: Foreseen) -> Change:
        """Do a step that was foreseen, and have it kept; EditError: nothing changed."""
        with self._editing:
            writing = self._writable()
            if foreseen.line.seq != self._seq + 1:
                foreseen = self.foresee(foreseen.change.transaction)
            return self._keep(writing, self.history.take(foreseen.change), foreseen.line)

    def undo(self, stamp: Stamp) -> Change:
        """Take the last step back, as a step of its own (EditError: there is none)."""
        with self._editing:
            return self._keep(self._writable(), self.history.undo(stamp))

    def redo(self) -> Change:
        """Do the last undone step again, as a step of its own (EditError: there is none)."""
        with self._editing:
            return self._keep(self._writable(), self.history.redo())

    def _writable(self) -> Writing:
        if self._writing is None:
            raise EditError("read-only", reason=self.read_only or "closed")
        return self._writing

    def _keep(self, writing: Writing, change: Change, line: Entry | None = None) -> Change:
        self._seq += 1
        writing.keep(line or entry(self._seq, change.transaction, again=True), change.done)
        return change

    # ---- what others do to the file

    def outside(self) -> Reading | None:
        """Return what somebody else put in the place of the file; None: nothing, or the same.

        Quick where nobody wrote it. ProjectFileError: it is not there, or no project any more.
        """
        with self._saving:
            return self._known.look()

    def united_with(self, theirs: Reading) -> Union:
        """Return how what was done here and elsewhere become one; it takes time, in any thread."""
        with self._editing:
            held, ours, seq = self.held, self.project, self._seq
        return united(self.path, held, ours, theirs, seq)

    def take_in(self, union: Union, title: str, stamp: Stamp) -> Change:
        """Do as one step what a union asks for; the next save replaces their file."""
        with self._saving, self._editing:
            writing = self._writable()
            if union.seq != self._seq:
                union = self.united_with(union.theirs)
            change = self.commit(Transaction(title, union.edits, stamp, "merge"))
            writing.take_up(union.theirs, self._seq if union.is_theirs else None)
            return change

    # ---- keeping and saving

    def wait_kept(self, timeout: float | None = None) -> None:
        """Return once everything is durable (ProjectFileError: it cannot be, or not in time)."""
        if self._writing is not None and self._writing.kept_seq < self._seq:
            self._writing.journal.wait(self._seq, timeout)

    def require_writable(self) -> None:
        """Raise what keeps one from writing as a ProjectFileError: its code is `read_only`."""
        if self.read_only is not None:
            needed = self.opening.version
            raise ProjectFileError(
                self.read_only, path=self.path, holder=self.holder, needed=needed
            )

    def save(self, *, lossy: bool = False) -> None:
        """Bring the project file up to date (ProjectFileError: it is as it was).

        `would-lose` where annotations would go that nobody deleted, unless `lossy`.
        """
        self.require_writable()
        self._save(lossy=lossy)

    def _save(self, *, lossy: bool = False) -> None:
        with self._saving:
            with self._editing:
                project, seq = self.history.project, self._seq
                if self._writing is None or self.saved:
                    return
            self._writing.save(project, seq, lossy=lossy)

    def save_as(self, path: Path) -> None:
        """Save under another name and go on there; what it names is replaced.

        Under its own name, the file is put back where somebody removed it.

        The file that was open is saved too if it can be, else its journal stays beside it.
        ProjectFileError: nothing changed, the old name stays open.
        """
        target = real(path)
        if self._writing is not None and target == self._writing.file:
            with self._saving:
                side = self.side
                self._writing.put_back(side.project, side.states)
            self._save()
            return
        lock = acquire(target)
        try:
            with self._saving:
                if keeps_beside(self.path):
                    keep_beside(target)
                keep_replaced(target)
                states = self.side.states
                sha256 = write_file(target, sealed(project_chunks(self.project), states))
                if set_aside(target) is not None:
                    journal_path(target).unlink()
        except BaseException:
            lock.release()
            raise
        with suppress(ProjectFileError):
            self.close()
        self.path, self.read_only, self.holder = path, None, None
        self._known = KnownFile(target, sha256)
        reading = Reading(
            project=self.project,
            held=self.project,
            opening=self.opening,
            sha256=sha256,
            last=self._seq,
            lineage=Lineage(states),
        )
        self._write(reading, lock, fresh=True)

    def close(self) -> None:
        """Save what is unsaved and let others in; idempotent.

        ProjectFileError: it could not be saved, and the lock is released; of its facts `unsaved`
        says how many steps the file lacks, `kept` how many of these, the first, the journal has.
        """
        writing = self._writing
        if writing is None:
            return
        try:
            self._save()
        except ProjectFileError as error:
            raise writing.kept_instead(self._seq, error) from error
        finally:
            with self._saving:
                self._writing = None
            writing.end()


def keep_replaced(target: Path) -> None:
    """Back up the file that is about to be replaced, if that can be done."""
    if target.is_file():
        with suppress(ProjectFileError):
            back_up(target)
