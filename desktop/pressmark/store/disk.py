"""The few system calls that make bytes last, and what their failures are called."""

import errno
import hashlib
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from pressmark.errors import ProjectFileError

if sys.platform == "darwin":
    import fcntl

BINARY = getattr(os, "O_BINARY", 0)
"""What Windows needs to leave line ends alone."""

NO_LINKS = getattr(os, "O_NOFOLLOW", 0)
"""For files beside a project: whoever sent it may have put a link to something else there."""

SLICE = 1 << 20
"""How many bytes are written or read in one go: longer calls would hold up other threads."""

_CODES = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EROFS: "read-only-disk",
    errno.EISDIR: "is-folder",
    errno.ENAMETOOLONG: "name-too-long",
}


def failure(error: OSError, path: Path, *, absent: str = "folder-missing") -> ProjectFileError:
    """Return what to raise for a failed call on `path`; `absent` is the code when it is not there.

    Facts: `path`, `folder`, and `reason`, the name of the system's error.
    """
    number = error.errno or 0
    code = absent if number in (errno.ENOENT, errno.ENOTDIR) else _CODES.get(number, "write-failed")
    if number == errno.ENOSPC and _is_out_of_files(path.parent):
        code = "no-more-files"
    reason = errno.errorcode.get(number, str(number))
    return ProjectFileError(code, path=path, folder=path.parent, reason=reason)


def _is_out_of_files(folder: Path) -> bool:
    """Say whether what is used up is not the room for bytes but that for files."""
    if sys.platform != "win32":
        with suppress(OSError):
            disk = os.statvfs(folder)
            return disk.f_files > 0 and not disk.f_favail
    return False


def read_file(path: Path, *, limit: int | None = None) -> bytes:
    """Return the bytes of a regular file of at most `limit` bytes.

    ProjectFileError: `missing`, `is-folder`, `not-a-project` (a pipe or a device, which would
    never end), `too-large`, `no-permission`, `unreadable`.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ProjectFileError("is-folder", path=path)
        if not stat.S_ISREG(status.st_mode):
            raise ProjectFileError("not-a-project", path=path)
        if limit is not None and status.st_size > limit:
            raise ProjectFileError("too-large", path=path, size=status.st_size, limit=limit)
        return path.read_bytes()
    except OSError as error:
        failed = failure(error, path, absent="missing")
        if failed.case == "write-failed":
            failed = ProjectFileError("unreadable", **failed.facts)
        raise failed from error


def require_there(path: Path) -> None:
    """Raise ProjectFileError `missing` or `folder-missing` where nothing is at `path`.

    A disk that was pulled out may leave an empty folder: nothing is to be written there.
    """
    if not path.exists():
        case = "missing" if path.parent.is_dir() else "folder-missing"
        raise ProjectFileError(case, path=path, folder=path.parent)


def refuse_protected(path: Path) -> None:
    """Raise OSError where the file there may not be changed; a read-only one not by its owner."""
    if path.stat().st_mode & 0o222 and os.access(path, os.W_OK):
        return
    number = errno.EACCES
    if sys.platform != "win32" and os.statvfs(path).f_flag & os.ST_RDONLY:
        number = errno.EROFS
    raise OSError(number, os.strerror(number))


def write_all(handle: int, data: bytes) -> None:
    """Write all of `data`, however few bytes the system takes at a time."""
    rest = memoryview(data)
    while rest:
        taken = os.write(handle, rest[:SLICE])
        if not taken:
            raise OSError(errno.EIO, "nothing was written")
        rest = rest[taken:]


def sync(handle: int) -> None:
    """Return once the bytes and the size of an open file are on the disk itself."""
    if sys.platform == "darwin":
        try:
            # There fsync leaves the bytes in the drive's own cache.
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.ENOTTY):
                raise
            os.fsync(handle)  # some network folders know nothing better
    else:
        os.fsync(handle)


def sync_appended(handle: int) -> None:
    """Return once what was appended is on the disk: `sync` without times and modes."""
    if sys.platform == "linux":
        os.fdatasync(handle)
    else:
        sync(handle)


def sync_file(path: Path) -> None:
    """Return once what anybody wrote into a file is on the disk itself."""
    handle = os.open(path, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
    try:
        sync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Return once the names in a folder are on the disk, where the system can say so."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as error:
            # Some network folders cannot sync names; that is no failure of this save.
            if error.errno not in (errno.EINVAL, errno.ENOTSUP):
                raise
        finally:
            os.close(handle)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal digits (OSError as it comes)."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
