"""The whole window as a person has it: for journeys, pictures and tests of its parts."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSize
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from pressmark.store.glimpse import glimpse
from pressmark.ui.desk import Desk
from pressmark.ui.furnishing import furnish
from pressmark.ui.languages.speaking import speak
from pressmark.ui.main_window import MainWindow
from pressmark.ui.start import open_first

SIZE = QSize(1440, 900)
_MANY = 20
"""How many windows may wait for the collector."""
_NUMBERS = count(1)


@contextmanager
def opened(qtbot: QtBot, asked: Path | None = None, size: QSize = SIZE) -> Iterator[Desk]:
    """Start as the program does, on a project or without; quit as a person does."""
    if QLocale().language() == QLocale.Language.C:
        speak("en")
    window = MainWindow(glimpse())
    window.resize(size)
    with qtbot.waitActive(window):  # keys go to active windows only
        window.show()
        window.activateWindow()
    desk = furnish(window)
    _let_go_of_earlier_windows()
    open_first(desk, asked)
    desk.view.setFocus()
    try:
        yield desk
    finally:
        window.close()
        window.put_away()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _let_go_of_earlier_windows() -> None:
    """Have this one be the first of its program, at times; else each would look for what is left.

    A program has one window. Where there was one, opening goes over all that was ever loaded.
    """
    gc.unfreeze()
    if next(_NUMBERS) % _MANY == 0:
        gc.collect()


def action(desk: Desk, action_id: str) -> QAction:
    """Return what the menus and keys have for a row of the table of actions."""
    found = desk.window.findChild(QAction, action_id)
    assert found is not None
    return found
