"""Clearing up what a crash left beside a project, once it is locked and read."""

import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from pressmark.store.disk import failure, read_file, sync_file, sync_folder
from pressmark.store.history_file import forget_unsaved, last_seq
from pressmark.store.journal_file import journal_path
from pressmark.store.reading import Reading
from pressmark.store.save import remove_leftovers, write_file


def cleared_up(file: Path, reading: Reading) -> Reading:
    """Return what was read of the locked project `file`, ready to be worked on.

    Half-written files go. A journal that could not be taken in wholly, or was of another file, is
    kept aside, and said so; one with nothing that the file lacks goes. ProjectFileError
    where that cannot be done.
    """
    remove_leftovers(file)
    remove_leftovers(journal_path(file))
    _make_sure_of(file, reading)
    forget_unsaved(file, reading.sha256)
    if journal_path(file).exists():
        reading = _with_journal_cleared(file, reading)
    return reading if reading.last else replace(reading, last=last_seq(file))


def _make_sure_of(file: Path, reading: Reading) -> None:
    """Have the disk itself hold what was read.

    A killed program may have left it to the system: the journal's last lines, and that the file
    of this name is the new one, until when its journal is all there is.
    """
    try:
        if reading.entries:
            sync_file(journal_path(file))
        sync_folder(file.parent)
    except OSError as error:
        raise failure(error, file) from error


def _with_journal_cleared(file: Path, reading: Reading) -> Reading:
    opening = reading.opening
    try:
        is_whole = not (opening.foreign_journal or opening.conflicts or opening.journal_damaged)
        if opening.rebased or not is_whole:
            opening = replace(opening, aside=set_aside(file))
        if not reading.entries:
            journal_path(file).unlink()
            sync_folder(file.parent)
    except OSError as error:
        raise failure(error, file) from error
    return replace(reading, opening=opening)


def set_aside(file: Path) -> Path | None:
    """Keep a copy of the journal beside `file` under a number; return where, None without one.

    ProjectFileError where the copy cannot be made.
    """
    journal = journal_path(file)
    if not journal.exists():
        return None
    data = read_file(journal)
    for aside in _numbered(journal):
        if not os.path.lexists(aside):
            write_file(aside, [data], private=True, expected=())
            return aside
        if aside.is_file() and read_file(aside) == data:
            return aside
    return None


def _numbered(path: Path) -> Iterator[Path]:
    return (path.with_name(f"{path.name}.{number}") for number in count(1))
