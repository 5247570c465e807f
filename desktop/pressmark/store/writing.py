"""A project file that is being worked on: locked, with a journal, saved now and then."""

import logging
from collections.abc import Callable, Collection
from contextlib import suppress

from pressmark.edits.history import Done
from pressmark.errors import ProjectFileError
from pressmark.model.project import Project
from pressmark.store.article_lines import ArticleLines
from pressmark.store.backups import back_up_daily
from pressmark.store.disk import require_there
from pressmark.store.frame import VERSION
from pressmark.store.history_file import append_history
from pressmark.store.journal import Journal
from pressmark.store.journal_file import Entry, Saved
from pressmark.store.lineage import Lineage, new_session, sealed
from pressmark.store.lock import Lock, acquire
from pressmark.store.loss import refuse_loss
from pressmark.store.outside import KnownFile
from pressmark.store.project_file import project_chunks
from pressmark.store.reading import Reading
from pressmark.store.save import write_file

_LAST_CHANCE = 3.0
"""Seconds that one waits for the journal where the project file cannot be saved."""

_log = logging.getLogger(__name__)


class Writing:
    """Keeps what is done to a project: every step in the journal, all of it in the file at times.

    `held` is the project as its file has it: at first what was read, without what its journal
    adds. `checkpoint` is called in the journal's thread when only a save can keep a step. `fresh`
    files are not worth a backup. One save at a time; the caller sees to it.
    """

    def __init__(
        self,
        known: KnownFile,
        reading: Reading,
        lock: Lock,
        checkpoint: Callable[[], None],
        *,
        fresh: bool = False,
    ) -> None:
        self.file = known.path
        self.held = reading.held
        self.saved_seq = reading.entries[0].seq - 1 if reading.entries else reading.last
        self.journal = Journal(
            self.file, reading.project.id, reading.sha256, reading.entries, checkpoint
        )
        self._lock = lock
        self._known = known
        self._lines = ArticleLines()
        self._backed_up = fresh
        self._damaged = any(one.kind == "damaged" for one in reading.opening.findings)
        self._is_older = reading.opening.version < VERSION
        self.backup_troubles: tuple[ProjectFileError, ...] = ()
        # The steps, by number, that the file does not hold yet, or its history does not tell yet.
        self._steps = [*reading.changes]
        self._told = 0
        self._session = new_session()
        self._first, self._found = self.saved_seq, reading.lineage

    @property
    def kept_seq(self) -> int:
        """The number of the last step that is durable, in the journal or in the file."""
        return max(self.journal.kept, self.saved_seq)

    @property
    def unsaved(self) -> tuple[tuple[int, Done], ...]:
        """The steps, by number, that the file does not hold yet."""
        return tuple(one for one in self._steps if one[0] > self.saved_seq)

    def put_back(self, project: Project, states: tuple[str, ...]) -> None:
        """Write the file anew where somebody removed it (ProjectFileError: it was not).

        `states` are those that the project has gone through.
        """
        if not self.file.exists():
            self._hold_lock()
            chunks = sealed(project_chunks(project), states, self._found.line)
            self._known.took(write_file(self.file, chunks, expected=()))
            self.held = project

    def keep(self, line: Entry, done: Done) -> None:
        """Have a step kept: in the journal at once, in file and history in time."""
        self._steps.append((line.seq, done))
        self.journal.submit(line)

    def save(self, project: Project, seq: int, *, lossy: bool = False) -> None:
        """Bring the file up to `project`, as it was after step `seq`.

        ProjectFileError: the file is as it was, or as somebody else made it (also `missing`), and
        the journal has what it lacks; `would-lose` unless `lossy`: see `refuse_loss`.
        """
        require_there(self.file)
        self._hold_lock()
        if lossy:
            self._backed_up = False  # as it is now, whatever was backed up today
        else:
            steps = [done for number, done in self.unsaved if number <= seq]
            refuse_loss(self.file, self.held, project, steps)
        self._back_up(always=lossy or self._is_older)
        chunks = project_chunks(project, lines=self._lines.of)
        sha256 = write_file(
            self.file,
            sealed(chunks, self.states(seq), self._found.line),
            expected=self._known.sums,
            before_replace=lambda sha256: self._announce(Saved(sha256, seq)),
        )
        self._lines.end()
        self._is_saved(project, Saved(sha256, seq))

    def take_up(self, theirs: Reading, seq: int | None) -> None:
        """Go on from what somebody else put in the file's place.

        It holds all that was done here up to step `seq`; None: it lacks some of that.
        """
        both = dict.fromkeys((*self._found.states, *theirs.lineage.states))
        self._found = Lineage(tuple(both))
        if seq is None:
            self.held = theirs.project
            self._known.took(theirs.sha256)
        else:
            self._is_saved(theirs.project, Saved(theirs.sha256, seq))

    def states(self, seq: int) -> tuple[str, ...]:
        """Return what the project has gone through up to step `seq`, youngest first."""
        if seq <= self._first:
            return self._found.states
        return f"{self._session}.{seq}", *self._found.states

    def kept_instead(self, seq: int, error: ProjectFileError) -> ProjectFileError:
        """Have the journal keep what could not be saved up to step `seq`, and keep no more.

        Returns the `error` with two facts more: how many steps are `unsaved`, and how many `kept`.
        """
        # Tried twice: what fails at first may have been in want of the room that the save took.
        for _ in range(2):
            with suppress(ProjectFileError):
                self.journal.wait(seq, _LAST_CHANCE)
        self.journal.stop()
        kept, unsaved = self.kept_seq - self.saved_seq, seq - self.saved_seq
        return ProjectFileError(error.case, **{**error.facts, "kept": kept, "unsaved": unsaved})

    def end(self) -> None:
        """Stop keeping, and let others in."""
        self.journal.stop()
        self._lock.release()

    def _announce(self, saved: Saved) -> None:
        over = self._known.sums - {saved.sha256}
        # Should replacing the file fail half-way, either file is one of ours.
        self._known.sums.add(saved.sha256)
        # Once the file is replaced, nothing else knows how its steps are taken back. Where they
        # cancel out, the file that is there is the new one already: whoever opens it takes the
        # journal's word that its steps are done with.
        self._tell_history(saved, over)
        self.journal.announce(saved)

    def _is_saved(self, project: Project, saved: Saved) -> None:
        self.held = project
        self._known.took(saved.sha256)
        self.saved_seq = saved.through
        self._tell_history(saved)
        done = min(self._told, saved.through)
        del self._steps[: sum(one[0] <= done for one in self._steps)]  # it may grow meanwhile
        self.journal.saved(saved)

    def _hold_lock(self) -> None:
        """Lock the project again where somebody removed the lock file."""
        if not self._lock.held:
            self._lock.release()
            self._lock = acquire(self.file)

    def _back_up(self, *, always: bool) -> None:
        # Where it fails: not to save what was done today would not make yesterday's work safer.
        if not self._backed_up:
            troubles = back_up_daily(self.file, damaged=self._damaged, always=always)
            self.backup_troubles, self._backed_up = troubles, True

    def _tell_history(self, saved: Saved, over: Collection[str] = ()) -> None:
        news = [one for one in self._steps if self._told < one[0] <= saved.through]
        if not news:
            return
        try:
            append_history(self.file, news, self.states, (saved.sha256, over))
        except ProjectFileError as error:
            _log.warning("history not written: %s", error.case)
        else:
            self._told = max(self._told, saved.through)
