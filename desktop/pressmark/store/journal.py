"""The journal of an open project: every transaction is on disk within moments of its commit."""

import os
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from pressmark.errors import PressmarkError, ProjectFileError
from pressmark.store.disk import (
    BINARY,
    NO_LINKS,
    failure,
    require_there,
    sync_appended,
    sync_folder,
    write_all,
)
from pressmark.store.journal_file import Entry, Saved, head_line, journal_path, saved_line
from pressmark.store.save import write_file

_APPENDING = os.O_WRONLY | os.O_APPEND | BINARY | NO_LINKS
_RETRY_AFTER = 2.0
"""Seconds after which a journal that could not be written is tried again by itself."""


class Journal:
    """Appends entries in a thread of its own; there is a file as long as it holds something.

    Whatever goes wrong while the file is written, the next attempt writes it anew and whole, from
    memory: after a failed `fsync` nobody knows what is on the disk. `checkpoint` is called in the
    writer thread for an entry without a line: it must save the project, which calls `saved`.
    `on_kept` and `on_failed` are called from whichever thread finds out.
    """

    def __init__(
        self,
        project: Path,
        project_id: str,
        base: str,
        entries: Sequence[Entry],
        checkpoint: Callable[[], None],
    ) -> None:
        self.on_kept: Callable[[int], None] | None = None
        self.on_failed: Callable[[PressmarkError], None] | None = None
        self._project = project
        self._path = journal_path(project)
        self._project_id = project_id
        self._checkpoint = checkpoint
        # What the file holds, or will when it is next written. Guarded by `_disk`.
        self._base = base
        self._saved: list[Saved] = []
        self._entries = list(entries)
        self._handle: int | None = None
        self._disk = threading.RLock()
        # What it does not hold yet. Guarded by `_news`; `_disk` is always taken first.
        self._waiting: list[Entry] = []
        self._kept = entries[-1].seq if entries else 0
        self._failure: PressmarkError | None = None
        self._told = ""
        self._stopping = False
        self._news = threading.Condition()
        self._thread: threading.Thread | None = None

    @property
    def kept(self) -> int:
        """The sequence number up to which everything is on disk, here or in the project file."""
        return self._kept

    def submit(self, entry: Entry) -> None:
        """Have an entry kept; returns at once."""
        with self._news:
            self._waiting.append(entry)
            self._wake()

    def wait(self, seq: int, timeout: float | None = None) -> None:
        """Return once everything up to `seq` is kept; tries again what failed before.

        ProjectFileError where it cannot be kept, or `not-kept` after `timeout` seconds.
        """
        with self._news:
            self._failure = None
            self._wake()
            self._news.wait_for(lambda: self._kept >= seq or self._failure is not None, timeout)
            self._refuse_unless_kept(seq)

    def announce(self, saved: Saved) -> None:
        """Note, durably, what the project file is about to hold (ProjectFileError: do not save)."""
        with self._disk:
            self._saved.append(saved)
            if self._entries:
                self._put(saved_line(saved))

    def saved(self, saved: Saved) -> None:
        """Forget what the project file now holds, and was seen to hold."""
        with self._disk:
            with self._news:
                self._waiting = [one for one in self._waiting if one.seq > saved.through]
            left = [one for one in self._entries if one.seq > saved.through]
            before = self._base, self._saved, self._entries
            self._base, self._saved, self._entries = saved.sha256, [], left
            try:
                self._rewrite()
            except ProjectFileError:
                # The file as it is explains itself: it has the note of this save.
                self._base, self._saved, self._entries = before
        self._advance(saved.through)

    def stop(self) -> None:
        """End the thread; what is not kept by now never will be."""
        with self._news:
            self._stopping = True
            thread = self._thread
            self._news.notify_all()
        if thread is not None:
            thread.join()
        self._let_go()

    def _refuse_unless_kept(self, seq: int) -> None:
        if self._kept >= seq:
            return
        if self._failure is None:
            raise ProjectFileError("not-kept", path=self._path)
        raise ProjectFileError(self._failure.case, **self._failure.facts)

    # ---- the writer thread

    def _wake(self) -> None:
        if self._thread is None and self._waiting:
            self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
            self._thread.start()
        self._news.notify_all()

    def _run(self) -> None:
        try:
            while self._something_to_do():
                try:
                    self._keep()
                except PressmarkError as error:
                    self._fail(error)
        finally:
            # Whoever waits must not wait for a thread that is gone.
            self._thread = None
            if not self._stopping:
                self._fail(ProjectFileError("write-failed", path=self._path, reason="ended"))

    def _something_to_do(self) -> bool:
        with self._news:
            while not self._stopping:
                if self._waiting and self._failure is None:
                    return True
                retrying = _RETRY_AFTER if self._waiting else None
                if not self._news.wait(retrying) and self._failure is not None:
                    self._failure = None
            return False

    def _keep(self) -> None:
        """Append what waits, up to the first entry that only a save can keep."""
        with self._disk:
            with self._news:
                batch = []
                for one in self._waiting:
                    if one.line is None:
                        break
                    batch.append(one)
                needs_save = bool(self._waiting) and not batch
            if batch:
                self._append(batch)
        if batch:
            self._advance(batch[-1].seq)
        elif needs_save:
            self._checkpoint()

    def _append(self, batch: list[Entry]) -> None:
        self._entries += batch
        try:
            self._put(b"".join(one.line for one in batch if one.line is not None))
        except ProjectFileError:
            del self._entries[-len(batch) :]
            raise
        with self._news:
            self._waiting = [one for one in self._waiting if one.seq > batch[-1].seq]

    # ---- the file

    def _put(self, lines: bytes) -> None:
        """Append lines; where the file is not as it was left, write it anew instead."""
        if self._handle is None or not self._is_there(self._handle):
            self._rewrite()
            return
        try:
            write_all(self._handle, lines)
            sync_appended(self._handle)
        except OSError as error:
            self._let_go()
            raise failure(error, self._path) from error

    def _rewrite(self) -> None:
        """Write the whole file from memory, or remove it where there is nothing to hold."""
        self._let_go()
        try:
            if self._path.is_symlink():
                self._path.unlink()
            if self._entries:
                require_there(self._project)
                write_file(self._path, self._lines(), private=True)
                self._handle = os.open(self._path, _APPENDING)
            elif self._path.exists():
                self._path.unlink()
                sync_folder(self._path.parent)
        except OSError as error:
            raise failure(error, self._path) from error

    def _lines(self) -> list[bytes]:
        return [
            head_line(self._project_id, self._base),
            *(one.line for one in self._entries if one.line is not None),
            *map(saved_line, self._saved),
        ]

    def _is_there(self, handle: int) -> bool:
        """Say whether the open file is still the one of that name: somebody may remove it."""
        try:
            return os.path.samestat(os.fstat(handle), self._path.stat())
        except OSError:
            return False

    def _let_go(self) -> None:
        if self._handle is not None:
            with suppress(OSError):
                os.close(self._handle)
            self._handle = None

    # ---- telling

    def _advance(self, seq: int) -> None:
        with self._news:
            news = seq > self._kept
            self._kept = max(self._kept, seq)
            self._failure = None
            self._told = ""
            self._news.notify_all()
        if news and self.on_kept is not None:
            self.on_kept(seq)

    def _fail(self, error: PressmarkError) -> None:
        with self._news:
            self._failure = error
            news = error.case != self._told
            self._told = error.case
            self._news.notify_all()
        if news and self.on_failed is not None:
            self.on_failed(error)
