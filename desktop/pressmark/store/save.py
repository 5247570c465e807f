"""The one routine for everything that Pressmark writes: whole, checked, or not at all."""

import ctypes
import hashlib
import os
import stat
import sys
import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from pressmark.errors import ProjectFileError
from pressmark.store.disk import (
    BINARY,
    SLICE,
    failure,
    refuse_protected,
    sha256_of,
    sync,
    sync_folder,
    write_all,
)

_NAP, _NAP_AFTER = 0.0005, 1 << 16
_REPLACE_TRIES, _REPLACE_PAUSE = 40, 0.05
_ACL_AND_ATTRIBUTES = 1 << 0 | 1 << 2  # of copyfile(3)
_IN_USE = (5, 32, 33)
"""Windows errors that pass: a virus scanner or an indexer has the file open."""


def write_file(
    path: Path,
    chunks: Iterable[bytes],
    *,
    private: bool = False,
    expected: Collection[str] | None = None,
    before_replace: Callable[[str], None] | None = None,
) -> str:
    """Put `chunks` in the place of the file at `path`; return the SHA-256 of what it holds now.

    `private` files are readable by their owner alone. `expected` lists the SHA-256 sums that
    a file to be replaced may have; where it is empty, none may be there. `before_replace` is
    called with the new sum just before the old file goes. Outside the main thread it naps
    between slices, so that a window stays quick. Nothing takes the place of a device or a pipe:
    the chunks go through it. ProjectFileError (`disk-full`,
    `no-more-files`, `no-permission`, `folder-missing`, `read-only-disk`, `exists`, `missing`,
    `changed-outside`, `write-failed`, ...): the old file is as it was and nothing else is left.
    """
    if expected is None and _is_stream(path):
        return _write_through(path, chunks)
    target = real(path)
    temporary = target.parent / f"{_mark(target)}{token_hex(4)}.tmp"
    try:
        try:
            digest = _write_beside(temporary, target, chunks, private=private)
            seen = _look(target, expected)
            if before_replace is not None:
                before_replace(digest)
            _replace(temporary, target, seen)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        sync_folder(target.parent)
        if sha256_of(target) != digest:
            raise ProjectFileError("changed-outside", path=target)
    except OSError as error:
        raise failure(error, target) from error
    return digest


def real(path: Path) -> Path:
    """Return the absolute path of the file itself, behind all symbolic links."""
    return Path(os.path.realpath(path))


def remove_leftovers(path: Path) -> None:
    """Remove what a program that was killed while writing `path` left beside it."""
    target = real(path)
    with suppress(OSError):
        for left in target.parent.glob(f"{_mark(target)}*.tmp"):
            left.unlink()


def _mark(target: Path) -> str:
    # A sum in place of the name: a long name must not become too long a name.
    return f".pressmark-{hashlib.sha256(os.fsencode(target.name)).hexdigest()[:12]}-"


def _write_beside(temporary: Path, target: Path, chunks: Iterable[bytes], *, private: bool) -> str:
    narrow = private or target.exists()
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | BINARY
    handle = os.open(temporary, flags, 0o600 if narrow else 0o666)
    try:
        written = hashlib.sha256()
        for piece in _slices(chunks):
            write_all(handle, piece)
            written.update(piece)
        os.lseek(handle, 0, os.SEEK_SET)
        stored = hashlib.sha256()
        while piece := os.read(handle, SLICE):
            stored.update(piece)
        if stored.digest() != written.digest():
            raise ProjectFileError(
                "write-failed", path=target, folder=target.parent, reason="read-back"
            )
        if not private and target.exists():
            _copy_mode(handle, target)
            _copy_attributes(handle, temporary, target)
        sync(handle)
        return written.hexdigest()
    finally:
        os.close(handle)


def _is_stream(path: Path) -> bool:
    """Say whether `path` is a terminal, a pipe or the like; links in /dev lead to no real path."""
    try:
        mode = path.stat().st_mode
    except OSError:  # said later, by what is done to it
        return False
    return stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)


def _write_through(path: Path, chunks: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    try:
        handle = os.open(path, os.O_WRONLY | BINARY)
        try:
            for piece in chunks:
                write_all(handle, piece)
                digest.update(piece)
        finally:
            os.close(handle)
    except OSError as error:
        raise failure(error, path) from error
    return digest.hexdigest()


def _slices(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Gather chunks to slices of a megabyte; off the main thread nap while they are made."""
    napping = threading.current_thread() is not threading.main_thread()
    gathered = bytearray()
    unrested = 0
    for chunk in chunks:
        gathered += chunk
        unrested += len(chunk)
        if napping and unrested >= _NAP_AFTER:
            time.sleep(_NAP)
            unrested = 0
        if len(gathered) >= SLICE:
            yield bytes(gathered)
            gathered.clear()
    yield bytes(gathered)


def _copy_mode(handle: int, target: Path) -> None:
    """Give the new file the mode and the owner of the old one."""
    if sys.platform != "win32":
        old, new = target.stat(), os.fstat(handle)
        if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
            with suppress(PermissionError):
                os.fchown(handle, old.st_uid, old.st_gid)
        if old.st_mode != new.st_mode:
            os.fchmod(handle, old.st_mode & 0o7777)


def _copy_attributes(handle: int, temporary: Path, target: Path) -> None:
    """Give the new file the extended attributes of the old one."""
    if sys.platform == "darwin":
        names = os.fsencode(target), os.fsencode(temporary)
        ctypes.CDLL(None).copyfile(*names, None, _ACL_AND_ATTRIBUTES)
    elif sys.platform == "linux":
        for name in _attributes(target):
            # Those that the system itself sets cannot be copied, and need not be.
            with suppress(PermissionError):
                os.setxattr(handle, name, os.getxattr(target, name))


def _attributes(target: Path) -> list[str]:
    if sys.platform == "linux":
        with suppress(OSError):
            return os.listxattr(target)
    return []


def _look(target: Path, expected: Collection[str] | None) -> tuple[int, ...]:
    """Return which file is at `target` now; refuse one that may not be replaced."""
    seen = _identity(target)
    if expected is not None:
        if seen and not expected:
            raise ProjectFileError("exists", path=target)
        if expected and not seen:
            raise ProjectFileError("missing", path=target)
        if seen and sha256_of(target) not in expected:
            raise ProjectFileError("changed-outside", path=target)
    if seen:
        refuse_protected(target)
    return seen


def _identity(target: Path) -> tuple[int, ...]:
    try:
        status = target.stat()
    except FileNotFoundError:
        return ()
    if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
        folder = target.parent
        raise ProjectFileError("write-failed", path=target, folder=folder, reason="not-a-file")
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _replace(temporary: Path, target: Path, seen: tuple[int, ...]) -> None:
    """Move the new file to the place of the one that was `seen` there, if it is that still."""
    if _identity(target) != seen:
        raise ProjectFileError("changed-outside", path=target)
    for tries_left in range(_REPLACE_TRIES, -1, -1):
        try:
            temporary.replace(target)
        except OSError as error:
            if not tries_left or getattr(error, "winerror", None) not in _IN_USE:
                raise
            time.sleep(_REPLACE_PAUSE)
        else:
            return
