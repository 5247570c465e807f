"""How much reading one file may cost, and how the child is held to it.

POSIX systems hold a process to limits of its own: memory (Linux alone does), no files written, no
dump of a crash, and an alarm that ends it where nobody else is left to. Windows has job objects for
that (`job`). Time and output are watched from the program, everywhere.
"""

import contextlib
import os
import sys
from functools import lru_cache

MEMORY = 1024 * 1024 * 1024
"""Bytes that reading a file may take beyond what the child has taken when it begins."""
OUTPUT = 128 * 1024 * 1024
"""Bytes that the child may answer for a file."""
_SWOLLEN = MEMORY // 2
"""Bytes that a child may keep and still read another file."""
IDLE = 60.0
"""Seconds that a child waits for another file."""
OUT_OF_MEMORY = 71
"""How a child ends that has no memory left to say so."""
_SECONDS = 30
_SECONDS_A_MEGABYTE = 10
_GRACE = 5
_NICE = 5


def seconds_for(size: int) -> int:
    """Return how many seconds reading a file of `size` bytes may take."""
    return _SECONDS + _SECONDS_A_MEGABYTE * size // 2**20


if sys.platform == "win32":

    def limit_this_process(_lifeline: int) -> None:
        """Do nothing: the job that the program puts the child into holds it (`job`)."""

    def end_after(seconds: int) -> None:
        """Do nothing: the program watches the time, and the job ends with the program."""

    def wait_for_work(_requests: int) -> bool:
        """Say at once that there is work: reading waits for it."""
        return True

    def is_swollen() -> bool:
        """Return False: how much memory the child has taken is not known."""
        return False

else:
    import fcntl
    import resource
    import select
    import signal

    def limit_this_process(lifeline: int) -> None:
        """Hold this process to its limits for good.

        `lifeline` is a pipe that nothing goes through and whose other end the program holds. When
        it is gone, however it ended, the system sends a signal that ends this process too,
        whatever a parser is busy with.
        """
        _cap(resource.RLIMIT_CORE, 0)
        _cap(resource.RLIMIT_FSIZE, 0)
        taken = _address_space()
        if taken:
            _cap(resource.RLIMIT_AS, taken + MEMORY)
        with contextlib.suppress(OSError):
            os.nice(_NICE)  # the window goes first
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is the program's to end the child
        with contextlib.suppress(OSError):
            fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
            how = fcntl.fcntl(lifeline, fcntl.F_GETFL)
            fcntl.fcntl(lifeline, fcntl.F_SETFL, how | os.O_ASYNC)

    def end_after(seconds: int) -> None:
        """Have the system end this process some time after `seconds`, unless it is told anew.

        The program does so in time; this is for where it does not. 0 takes it back.
        """
        signal.alarm(seconds and seconds + _GRACE)

    def wait_for_work(requests: int) -> bool:
        """Wait until there is something to read; False where nothing came in `IDLE` seconds."""
        return bool(select.select([requests], [], [], IDLE)[0])

    def is_swollen() -> bool:
        """Say whether this process keeps so much memory that a new one is better."""
        return _address_space() > _SWOLLEN

    def _cap(limit: int, most: int) -> None:
        with contextlib.suppress(ValueError, OSError):  # a lower one is there already
            resource.setrlimit(limit, (most, most))

    @lru_cache
    def _statistics() -> int | None:
        """Return a descriptor of where Linux tells how large this process is: kept open."""
        try:
            return os.open("/proc/self/statm", os.O_RDONLY)
        except OSError:
            return None

    def _address_space() -> int:
        """Return how many bytes of addresses this process has, 0 where that is not told."""
        told = _statistics()
        if told is None:
            return 0
        return int(os.pread(told, 100, 0).split()[0]) * resource.getpagesize()
