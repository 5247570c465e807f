"""The whole window as a person has it: for journeys, pictures and tests of its parts."""

from collections.abc import Iterator
from contextlib import contextmanager
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
    open_first(desk, asked)
    desk.view.setFocus()
    try:
        yield desk
    finally:
        window.close()
        window.put_away()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def action(desk: Desk, action_id: str) -> QAction:
    """Return what the menus and keys have for a row of the table of actions."""
    found = desk.window.findChild(QAction, action_id)
    assert found is not None
    return found
