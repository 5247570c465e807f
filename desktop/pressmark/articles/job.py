"""Holding a child to its limits on Windows: a job object, as POSIX systems have limits.

The job allows no process in it more than `limits.MEMORY` beyond a start, and ends them all when the
program's last handle of it is closed, which is when the program ends, however it does. Where
Windows grants no job (a program in a job that forbids it), time and output are still watched, and
the child ends by itself once it waits for a request that nobody can make. Wine ends the child with
the program too, but does not keep it to its memory.
"""

import subprocess
import sys

from pressmark.articles.limits import MEMORY

_START = 128 * 1024 * 1024

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _EXTENDED_LIMITS = 9
    _SET_QUOTA, _TERMINATE = 0x100, 0x1
    _PROCESS_MEMORY, _DIE_ON_ERROR, _KILL_ON_CLOSE = 0x100, 0x400, 0x2000

    class _Basic(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _Basic),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    class _Handle:
        """What the system gave, closed with the last reference to it."""

        def __init__(self, kernel: ctypes.WinDLL, number: int | None) -> None:
            self._kernel = kernel
            self.handle = wintypes.HANDLE(number)

        def __del__(self) -> None:
            self._kernel.CloseHandle(self.handle)

    def hold(process: "subprocess.Popen[bytes]") -> object:
        """Put a process into a job of its own, which lasts as long as what is returned."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        for function in (kernel.CreateJobObjectW, kernel.OpenProcess):
            function.restype = wintypes.HANDLE
        job = _Handle(kernel, kernel.CreateJobObjectW(None, None))
        limits = _Extended()
        limits.BasicLimitInformation.LimitFlags = _PROCESS_MEMORY | _DIE_ON_ERROR | _KILL_ON_CLOSE
        limits.ProcessMemoryLimit = _START + MEMORY
        size = ctypes.sizeof(limits)
        kernel.SetInformationJobObject(job.handle, _EXTENDED_LIMITS, ctypes.byref(limits), size)
        member = _Handle(kernel, kernel.OpenProcess(_SET_QUOTA | _TERMINATE, 0, process.pid))
        kernel.AssignProcessToJobObject(job.handle, member.handle)
        return job

else:

    def hold(process: "subprocess.Popen[bytes]") -> object:  # noqa: ARG001 -- as on Windows
        """Do nothing: here a process holds itself to its limits."""
        return None
