"""Paths as they are shown: short, and without the name of the person whose home it is."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

_ISOLATED, _AS_BEFORE = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def shown_path(path: Path) -> str:
    """Return `path` with the home folder as `~`; in order where one reads from the right, too."""
    try:
        shown = str(Path("~") / path.relative_to(Path.home()))
    except (ValueError, RuntimeError):  # elsewhere, or nobody's home
        shown = str(path)
    if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return f"{_ISOLATED}{shown}{_AS_BEFORE}"
    return shown
