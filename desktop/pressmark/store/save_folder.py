"""Writing a whole folder: all of its files, or what was there before."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from secrets import token_hex

from pressmark.errors import ProjectFileError
from pressmark.store.disk import BINARY, SLICE, failure, sync_file, sync_folder, write_all
from pressmark.store.save import real, write_file


def write_folder(path: Path, pieces: Iterable[tuple[str, bytes]]) -> None:
    """Make a folder of files, given as names (`/` between folders) with the bytes of each in a row.

    It takes the place of an empty folder, or of one that holds nothing but files of the same
    names: what anybody else keeps is never replaced. ProjectFileError `folder-in-use`, `exists`
    (a file is there), or as of `write_file`: then everything is as it was.
    """
    target = real(path)
    if target.exists() and not target.is_dir():
        raise ProjectFileError("exists", path=target)
    made = target.parent / f".pressmark-{token_hex(8)}.tmp"
    try:
        made.mkdir()
        try:
            _fill(made, pieces)
            _take_place(made, target)
        finally:
            shutil.rmtree(made, ignore_errors=True)
        sync_folder(target.parent)
    except OSError as error:
        raise failure(error, target) from error


def write_beside(folder: Path, pieces: Iterable[tuple[str, bytes]]) -> None:
    """Put files into a folder, given as for `write_folder`, in the place of those called so.

    None is touched before all of them are made, and where one cannot be put there, those before it
    are taken back (the errors of `write_file`).
    """
    made = real(folder) / f".pressmark-{token_hex(8)}.tmp"
    old = made.with_suffix(".old")
    try:
        made.mkdir()
        try:
            _fill(made, pieces)
            _put(made, folder, old)
        finally:
            for one in (made, old):
                shutil.rmtree(one, ignore_errors=True)
    except OSError as error:
        raise failure(error, folder) from error


def _put(made: Path, folder: Path, old: Path) -> None:
    """Write all files of `made` into a folder; what they replace waits in `old` until then."""
    old.mkdir()
    put: list[str] = []
    try:
        for name in sorted(_files(made)):
            if (folder / name).is_file():
                shutil.copyfile(folder / name, old / name)
            write_file(folder / name, _slices(made / name))
            put.append(name)
    except BaseException:
        for name in put:
            if (old / name).exists():
                write_file(folder / name, _slices(old / name))
            else:
                (folder / name).unlink()
        raise


def _slices(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(SLICE):
            yield piece


def _fill(folder: Path, pieces: Iterable[tuple[str, bytes]]) -> None:
    for name, parts in groupby(pieces, itemgetter(0)):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o666)
        try:
            for _, data in parts:
                write_all(handle, data)
        finally:
            os.close(handle)
    if hasattr(os, "sync"):
        os.sync()  # once for all files: one by one would take a second for each hundred
    else:
        for name in _files(folder):
            sync_file(folder / name)


def _take_place(made: Path, target: Path) -> None:
    """Move the new folder to `target`, the old one out of the way and back where that fails."""
    if not target.exists():
        made.rename(target)
        return
    if not set(_files(target)) <= set(_files(made)):
        raise ProjectFileError("folder-in-use", path=target)
    old = made.with_suffix(".old")
    target.rename(old)
    try:
        made.rename(target)
    except BaseException:
        with suppress(OSError):
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _files(folder: Path) -> Iterator[str]:
    """Yield the names of all that is in a folder and is not a folder itself."""
    for place, folders, names in os.walk(folder):
        links = [one for one in folders if Path(place, one).is_symlink()]
        for name in (*names, *links):
            yield Path(place, name).relative_to(folder).as_posix()
