"""A project file that is being worked on: locked, with a journal, saved now and then."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from pressmark.edits.history import Done
from pressmark.errors import ProjectFileError
from pressmark.model.project import Project
from pressmark.store.article_lines import ArticleLines
from pressmark.store.backups import back_up_daily
from pressmark.store.history_file import append_history
from pressmark.store.journal import Journal
from pressmark.store.journal_file import Saved
from pressmark.store.lock import Lock, acquire
from pressmark.store.project_file import project_chunks
from pressmark.store.reading import Reading
from pressmark.store.save import write_file

_log = logging.getLogger(__name__)


class Writing:
    """Keeps what is done to a project: every step in the journal, all of it in the file at times.

    `file` is the project file itself, behind links; it holds what was read, without what its
    journal adds. `checkpoint` is called in the journal's thread when only a save can keep a step.
    `fresh` files are not worth a backup. One save at a time; the caller sees to it.
    """

    def __init__(
        self,
        file: Path,
        reading: Reading,
        lock: Lock,
        checkpoint: Callable[[], None],
        *,
        fresh: bool = False,
    ) -> None:
        self.file = file
        self.saved_seq = reading.entries[0].seq - 1 if reading.entries else reading.last
        self.journal = Journal(
            file, reading.project.id, reading.sha256, reading.entries, checkpoint
        )
        self._lock = lock
        self._sums = {reading.sha256}
        self._lines = ArticleLines()
        self._backed_up = fresh
        self._damaged = any(one.kind == "damaged" for one in reading.opening.findings)
        self._untold: list[tuple[int, Done]] = []

    @property
    def kept_seq(self) -> int:
        """The number of the last step that is durable, in the journal or in the file."""
        return max(self.journal.kept, self.saved_seq)

    def save(self, project: Project, seq: int, steps: Sequence[tuple[int, Done]]) -> None:
        """Bring the file up to step `seq`; `steps` are those since the last save, by number.

        ProjectFileError: the file is as it was, or as somebody else made it, and the journal
        has what it lacks.
        """
        self._hold_lock()
        self._back_up()
        sha256 = write_file(
            self.file,
            project_chunks(project, lines=self._lines.of),
            expected=self._sums,
            before_replace=lambda sha256: self._announce(Saved(sha256, seq)),
        )
        self._lines.end()
        self._sums = {sha256}
        self.saved_seq = seq
        self._tell_history(steps)
        self.journal.saved(Saved(sha256, seq))

    def end(self) -> None:
        """Stop keeping, and let others in."""
        self.journal.stop()
        self._lock.release()

    def _announce(self, saved: Saved) -> None:
        # Should replacing the file fail half-way, either file is one of ours.
        self._sums.add(saved.sha256)
        self.journal.announce(saved)

    def _hold_lock(self) -> None:
        """Lock the project again where somebody removed the lock file."""
        if not self._lock.held:
            self._lock.release()
            self._lock = acquire(self.file)

    def _back_up(self) -> None:
        if self._backed_up:
            return
        try:
            back_up_daily(self.file, damaged=self._damaged)
        except ProjectFileError as error:
            # Not to save what was done today would not make yesterday's work any safer.
            _log.warning("backup failed: %s", error.case)
        self._backed_up = True

    def _tell_history(self, steps: Sequence[tuple[int, Done]]) -> None:
        self._untold += steps
        try:
            append_history(self.file, self._untold)
        except ProjectFileError as error:
            _log.warning("history not written: %s", error.case)
        else:
            self._untold.clear()
