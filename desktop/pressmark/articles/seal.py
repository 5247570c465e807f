"""What the kernel refuses the child on Linux, for parsers in C, which no hook of Python's sees.

A seccomp filter: no connection, no other program or process, no file written, moved or removed.
Where the kernel has no such filters, or on another system or processor, `guard` holds alone.
"""

import ctypes
import errno
import os
import sys
from collections.abc import Iterator, Mapping

_Instruction = tuple[int, int, int, int]
"""Code, how far to jump where it is so and where it is not, and a number, as BPF has it."""

_LOAD, _EQUAL, _ANY_BIT, _AT_LEAST, _RETURN = 0x20, 0x15, 0x45, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000
_NUMBER, _PROCESSOR, _FIRST, _SECOND, _THIRD = 0, 4, 16, 24, 32
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_THREAD = 0x10000
_FOREIGN = 0x40000000
"""Where the calls of the x32 interface begin."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC if sys.platform == "linux" else 0

_X86_64: Mapping[str, tuple[int, ...]] = {
    "processor": (0xC000003E,),
    "refused": (
        *(41, 42, 43, 44, 46, 49, 50, 53, 288, 307),  # sockets: made, connected, sent through
        *(57, 58, 59, 322, 62, 200, 234, 101, 310, 311),  # processes: made, signalled, looked into
        *(76, 82, 83, 84, 85, 86, 87, 88, 90, 92, 133),  # files by path: moved, made, removed
        *(258, 259, 260, 263, 264, 265, 266, 268, 316),  # the same, seen from a folder
        *(165, 272, 308, 321, 323, 425, 426, 427, 437),  # namespaces, kernel programs, io_uring
    ),
    "open": (2,),
    "openat": (257,),
    "clone": (56,),
    "clone3": (435,),
}
_ARM_64: Mapping[str, tuple[int, ...]] = {
    "processor": (0xC00000B7,),
    "refused": (
        *(198, 199, 200, 201, 202, 203, 206, 211, 242, 269),
        *(221, 281, 117, 129, 130, 131, 270, 271),
        *(33, 34, 35, 36, 37, 38, 45, 53, 54, 276),
        *(40, 97, 268, 280, 282, 425, 426, 427, 437),
    ),
    "open": (),
    "openat": (56,),
    "clone": (220,),
    "clone3": (435,),
}
CALLS = {"x86_64": _X86_64, "aarch64": _ARM_64}
"""The numbers of system calls of Linux by processor."""


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def seal() -> bool:
    """Have the kernel refuse this process what it has no business with, for good.

    Say whether it does.
    """
    calls = CALLS.get(os.uname().machine) if sys.platform == "linux" else None
    if calls is None or sys.maxsize < 2**32:
        return False
    code = b"".join(
        number.to_bytes(2, "little") + bytes((yes, no)) + value.to_bytes(4, "little")
        for number, yes, no, value in _instructions(calls)
    )
    held = ctypes.create_string_buffer(code)
    program = _Program(len(code) // 8, ctypes.cast(held, ctypes.c_void_p))
    control = ctypes.CDLL(None).prctl
    control.argtypes = (
        ctypes.c_int,
        ctypes.c_ulong,
        ctypes.c_void_p,
        ctypes.c_ulong,
        ctypes.c_ulong,
    )
    if control(_NO_NEW_PRIVILEGES, 1, None, 0, 0):
        return False
    return not control(_SECCOMP, _FILTER, ctypes.byref(program), 0, 0)


def _instructions(calls: Mapping[str, tuple[int, ...]]) -> Iterator[_Instruction]:
    refuse, allow = (_RETURN, 0, 0, _REFUSE | errno.EPERM), (_RETURN, 0, 0, _ALLOW)
    yield (_LOAD, 0, 0, _PROCESSOR)
    yield (_EQUAL, 1, 0, calls["processor"][0])
    yield refuse
    yield (_LOAD, 0, 0, _NUMBER)
    yield (_AT_LEAST, 0, 1, _FOREIGN)
    yield refuse
    for number in calls["refused"]:
        yield (_EQUAL, 0, 1, number)
        yield refuse
    for number in calls["clone3"]:  # the C library takes `clone` then, which can be looked into
        yield (_EQUAL, 0, 1, number)
        yield (_RETURN, 0, 0, _REFUSE | errno.ENOSYS)
    for name, argument in (("open", _SECOND), ("openat", _THIRD)):
        for number in calls[name]:
            yield (_EQUAL, 0, 4, number)
            yield (_LOAD, 0, 0, argument)
            yield (_ANY_BIT, 0, 1, _WRITING)
            yield refuse
            yield allow
    for number in calls["clone"]:
        yield (_EQUAL, 0, 4, number)
        yield (_LOAD, 0, 0, _FIRST)
        yield (_ANY_BIT, 1, 0, _THREAD)
        yield refuse
        yield allow
    yield allow
