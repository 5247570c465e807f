"""What the child may do: read from its pipe, write to its pipe, and load its own program.

Python tells a hook of everything that reaches out of it, and what the hook refuses is not done,
whichever library asks. A hook cannot be taken away again.
"""

import os
import sys
from typing import BinaryIO

_REACHING_OUT = (
    *("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system"),
    *("os.startfile", "os.kill", "pty.", "http.", "urllib.", "ftplib.", "smtplib.", "webbrowser."),
    *("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate"),
    *("os.chmod", "os.chown", "os.utime", "os.setxattr", "os.removexattr", "shutil.", "tempfile."),
    *("sqlite3.", "_winapi.", "fcntl.", "signal.", "winreg.Create", "winreg.Delete"),
    *("winreg.Load", "winreg.Save", "winreg.Set"),
)
"""How the names of audit events begin that a reader of files has no business with."""
_LOOKING = frozenset({"open", "os.listdir", "os.scandir"})
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def own_pipes() -> tuple[BinaryIO, BinaryIO, int]:
    """Return what requests come through, what answers go through, and the program's lifeline.

    These were stdin, stdout and stderr. Whatever prints, in Python or below it, prints to nowhere
    from now on.
    """
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    lifeline = os.dup(2)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.close(nowhere)
    return requests, answers, lifeline


def stay_inside() -> None:
    """Let this process open no file but its own program's, no connection, and start no program.

    PermissionError for whoever tries.
    """
    bundle = getattr(sys, "_MEIPASS", "")  # where the program is one file with all it needs
    folders = tuple(_folder(place) for place in [*sys.path, bundle, sys.executable] if place)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(_REACHING_OUT):
            raise PermissionError(event)
        if event in _LOOKING and not _is_own(*arguments, folders=folders):
            raise PermissionError(event)
        if event == "ctypes.dlopen" and not _is_library(arguments[0], folders):
            raise PermissionError(event)

    sys.addaudithook(hook)


def _is_own(
    path: object, _mode: object = "", flags: object = 0, *, folders: tuple[str, ...]
) -> bool:
    """Say whether something is only looked at, and belongs to this program."""
    if isinstance(flags, int) and flags & _WRITING:
        return False
    if isinstance(path, bytes):
        path = os.fsdecode(path)
    return _folder(path).startswith(folders) if isinstance(path, str) else isinstance(path, int)


def _is_library(name: object, folders: tuple[str, ...]) -> bool:
    """Say whether this is the program itself, a library of the system by its name, or an own."""
    if not isinstance(name, str) or ("/" not in name and "\\" not in name):
        return True
    return _folder(name).startswith(folders)


def _folder(path: str) -> str:
    """Return a path so that it begins like the folder it is in."""
    whole = os.path.abspath(path)  # noqa: PTH100 -- quicker than a Path, and a hook is asked often
    return os.path.normcase(f"{whole.rstrip(os.sep)}{os.sep}")
