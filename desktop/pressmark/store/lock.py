"""The lock of a project: a file beside it that says who has it open for writing.

The system's own lock on that file (`flock`, `msvcrt.locking`) goes with the process that holds
it, however it ends; what is written in the file is for people, for other machines, and for
folders where such locks do not work.
"""

import errno
import json
import os
import platform
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from getpass import getuser
from pathlib import Path

from pressmark.errors import ProjectFileError
from pressmark.store.clock import now
from pressmark.store.disk import BINARY, NO_LINKS, failure, write_all

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_BEYOND = 1 << 30
"""Where Windows locks a byte: it keeps others from reading locked ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who has a project open for writing: name, host and process, since when (ISO 8601, UTC).

    `start` tells the process from a later one with its number; "" where nothing is known.
    """

    name: str = ""
    host: str = ""
    pid: int = 0
    since: str = ""
    start: str = ""

    @property
    def is_elsewhere(self) -> bool:
        """Whether it is another machine, which nobody can ask from here."""
        return self.host != platform.node()


class Lock:
    """A lock that is held, until `release`."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle: int | None = handle

    @property
    def held(self) -> bool:
        """Whether the lock file is still the one that was locked: somebody may delete it."""
        if self._handle is None:
            return False
        try:
            return os.path.samestat(os.fstat(self._handle), self._path.stat())
        except OSError:
            return False

    def release(self) -> None:
        """Let others in; idempotent."""
        if self._handle is None:
            return
        if sys.platform == "win32":
            os.close(self._handle)  # an open file cannot be removed there
        with suppress(OSError):
            if sys.platform == "win32" or self.held:
                self._path.unlink()
        if sys.platform != "win32":
            os.close(self._handle)
        self._handle = None


def lock_path(project: Path) -> Path:
    """Return where the lock of a project file is."""
    return project.parent / f"{project.name}.lock"


def read_holder(project: Path) -> Holder | None:
    """Return who the lock file beside `project` names; None without one that says it."""
    try:
        facts = json.loads(lock_path(project).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(facts, dict):
        return None
    kinds = {key: type(value) for key, value in asdict(Holder()).items()}
    known = {key: facts[key] for key, kind in kinds.items() if isinstance(facts.get(key), kind)}
    return Holder(**known) if known.get("host") else None


def acquire(project: Path, *, take_over: bool = False) -> Lock:
    """Lock the project file `project` for writing.

    ProjectFileError `locked` (facts: `path`, `holder`) while a living process of this machine has
    it, or any process of another one, unless `take_over` (which never ousts a living process of
    this machine); `no-permission` and the like where no lock file can be made.
    """
    path = lock_path(project)
    try:
        while True:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | BINARY | NO_LINKS, 0o666)
            lock = Lock(path, handle)
            try:
                _claim(handle, project, take_over=take_over)
            except BaseException:
                os.close(handle)
                raise
            if lock.held:
                return lock
            os.close(handle)  # its holder removed it in between: what was locked is no lock
    except OSError as error:
        failed = failure(error, project)
        holder = read_holder(project)
        if failed.case == "no-permission" and holder is not None:
            failed = ProjectFileError("locked", path=project, holder=holder)
        raise failed from error


def _claim(handle: int, project: Path, *, take_over: bool) -> None:
    certain = _lock(handle, project)
    holder = read_holder(project)
    if holder is not None and not take_over and not _is_stale(holder, certain=certain):
        raise ProjectFileError("locked", path=project, holder=holder)
    with suppress(OSError):  # a full disk: locked all the same, only without a name
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        write_all(handle, json.dumps(asdict(_myself())).encode())


def _lock(handle: int, project: Path) -> bool:
    """Take the system's lock; False where there is none to be had; `locked` when it is taken."""
    try:
        if sys.platform == "win32":
            os.lseek(handle, _BEYOND, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _HELD:
            holder = read_holder(project) or Holder()
            raise ProjectFileError("locked", path=project, holder=holder) from error
        return False
    return True


def _is_stale(holder: Holder, *, certain: bool) -> bool:
    """Say whether the holder is of this machine and gone; `certain`: the system's lock says so."""
    if holder.is_elsewhere:
        return False
    return certain or holder.start != _start_of(holder.pid)


def _myself() -> Holder:
    try:
        name = getuser()
    except (OSError, KeyError):  # no such user, as in some containers
        name = ""
    pid = os.getpid()
    return Holder(name=name, host=platform.node(), pid=pid, since=now(), start=_start_of(pid) or "")


def _start_of(pid: int) -> str | None:
    """Return what tells a living process from others that had its number; None: it is dead."""
    start: str | None = ""  # the locks of Windows always work: nobody asks there
    if sys.platform == "linux":
        try:
            status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
            boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
            start = f"{boot} {status.rpartition(')')[2].split()[19]}"
        except OSError:
            start = None
    elif sys.platform == "darwin":
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            start = None
        except PermissionError:
            start = ""
    return start
