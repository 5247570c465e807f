"""What happens once the window is on the screen: its parts, a project, and care for both."""

import logging
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from pressmark import __version__
from pressmark.errors import PressmarkError, ProjectFileError
from pressmark.log import start_log
from pressmark.ui.desk import Desk
from pressmark.ui.excepthook import ExceptionHook
from pressmark.ui.furnishing import furnish
from pressmark.ui.main_window import MainWindow
from pressmark.ui.opened_by_system import OpenedBySystem
from pressmark.ui.quitting import Quitting
from pressmark.ui.raising import Raising

_log = logging.getLogger(__name__)


def begin(window: MainWindow, asked: Path | None) -> Desk:
    """Furnish the window and open a project in it: see `open_first`."""
    start_log()
    _log.info("Pressmark %s", __version__)
    desk = furnish(window)
    hook = ExceptionHook(window)
    hook.raised.connect(
        lambda kind: desk.session.refused.emit(PressmarkError("unexpected", kind=kind))
    )
    hook.install()
    Quitting(lambda: _end(window), window)
    Raising(desk.session, window)
    if sys.platform == "darwin":  # elsewhere it would look at every event in vain
        OpenedBySystem(desk.session, window)
    open_first(desk, asked)
    desk.view.setFocus()
    desk.tour.greet()
    return desk


def open_first(desk: Desk, asked: Path | None) -> None:
    """Open what was asked for, or what was open last, or else the example.

    What was asked for and cannot be opened leaves the window without a project, and a sentence
    in it: another project in its place would mislead.
    """
    if asked is not None:
        desk.files.open_path(asked)
        return
    kept = desk.preferences.state.last if desk.preferences.settings.reopen else ""
    last = Path(kept) if kept else None
    if last is not None and last.exists() and desk.files.open_path(last):
        return
    if desk.tasks.is_busy:  # it is broken, and what is intact in it will be there in a moment
        return
    desk.files.open_example()
    if last is not None and not last.exists():
        desk.session.refused.emit(ProjectFileError("missing", path=last))


def _end(window: MainWindow) -> None:
    window.put_away()
    QApplication.quit()
