"""Builds that break a promise each: what a test must find fault with, or it proves nothing."""

import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

from pressmark.store import disk, journal, writing
from pressmark.store.journal_file import Entry, journal_path

Patch = Callable[[object, str, object], None]
"""Like `setattr`, or pytest's `monkeypatch.setattr`."""


def no_fsync(patch: Patch) -> None:
    """Believe that what is written is on the disk."""
    for name in ("fsync", "fdatasync"):
        patch(os, name, lambda _handle: None)


def in_place(patch: Patch) -> None:
    """Write over the old file instead of beside it."""

    def write(
        path: Path,
        chunks: Iterable[bytes],
        *,
        expected: Collection[str],
        before_replace: Callable[[str], None],
    ) -> str:
        del expected
        digest = hashlib.sha256()
        handle = os.open(path, os.O_WRONLY | os.O_TRUNC)
        for piece in chunks:
            os.write(handle, piece)
            digest.update(piece)
        before_replace(digest.hexdigest())
        os.fsync(handle)
        os.close(handle)
        return digest.hexdigest()

    patch(writing, "write_file", write)


def journal_dropped_early(patch: Patch) -> None:
    """Take the journal away before the file holds what it has."""
    whole = writing.Writing.save

    def drop(self: writing.Writing, *args: object, **named: object) -> None:
        self.journal._let_go()
        journal_path(self.file).unlink(missing_ok=True)
        disk.sync_folder(self.file.parent)
        self.journal._entries.clear()
        whole(self, *args, **named)

    patch(writing.Writing, "save", drop)


def kept_too_early(patch: Patch) -> None:
    """Say "kept" of an edit that is written only with the next one."""
    submit = journal.Journal.submit
    waiting: list[Entry] = []

    def promise(self: journal.Journal, entry: Entry) -> None:
        waiting.append(entry)
        self._advance(entry.seq)
        if len(waiting) > 1:
            submit(self, waiting.pop(0))

    patch(journal.Journal, "submit", promise)


BUILDS: Mapping[str, Callable[[Patch], None]] = {
    "no fsync": no_fsync,
    "in place": in_place,
    "journal dropped early": journal_dropped_early,
    "kept too early": kept_too_early,
}
