"""Asking the window that has a project open to come to the front: a small file that it takes.

A file does this everywhere, without a connection of any kind, and whoever is asked cannot be made
to do anything else by it.
"""

import hashlib
import os
import platform
import time
from contextlib import suppress
from pathlib import Path

from pressmark.paths import state_folder
from pressmark.store.lock import read_holder

_LONGEST = 4096
_ANSWER = 1.5
"""Seconds that a window may take to answer: longer, and one is better off with a window."""
_LOOK = 0.02


def calls_folder() -> Path:
    """Return the folder that windows watch for calls; it is made where it is not there yet."""
    folder = state_folder() / "calls"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def is_open_here(project: Path) -> bool:
    """Say whether another process of this machine seems to have the project open."""
    holder = read_holder(project)
    return holder is not None and holder.host == platform.node() and holder.pid != os.getpid()


def call(project: Path, token: str = "") -> bool:
    """Ask for the window of a project; return whether one answered.

    `token` is what the desktop wants to see of whoever comes to the front (Wayland).
    """
    try:
        path = _path(project)
        begun = path.with_suffix(f".{os.getpid()}")
        begun.write_bytes(token[:_LONGEST].encode())
        begun.replace(path)  # it may be taken at once; nobody needs it after that
    except OSError:
        return False
    end = time.monotonic() + _ANSWER
    while time.monotonic() < end:
        if not path.exists():
            return True
        time.sleep(_LOOK)
    with suppress(OSError):
        path.unlink()
        return False
    return True  # it was taken in the last moment


def answer(project: Path) -> str | None:
    """Take the call for a project and return its token; None where nobody called."""
    try:
        path = _path(project)
        token = path.read_bytes()[:_LONGEST].decode(errors="replace")
        path.unlink()
    except OSError:
        return None
    return token


def _path(project: Path) -> Path:
    name = os.path.normcase(project.resolve())
    return calls_folder() / f"{hashlib.sha256(os.fsencode(name)).hexdigest()[:32]}.call"
