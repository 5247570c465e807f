"""The window in which somebody has opened a project before; asked for before there is another."""

import ctypes
import os
import sys
from pathlib import Path

from pressmark.store.calling import call, is_open_here

TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 -- the name under which a desktop gives one
_ANY_PROCESS = -1


def raised_elsewhere(project: Path) -> bool:
    """Bring the window to the front that has a project open; return whether there is one."""
    if not is_open_here(project):
        return False
    if sys.platform == "win32":  # only who is in front may pass that on
        ctypes.windll.user32.AllowSetForegroundWindow(_ANY_PROCESS)
    return call(project, os.environ.get(TOKEN, ""))
