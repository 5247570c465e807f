"""The whole window, as a person has it before them: for journeys, pictures and the shell's tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from pytestqt.qtbot import QtBot

from pressmark.store.glimpse import glimpse
from pressmark.ui.desk import Desk
from pressmark.ui.furnishing import furnish
from pressmark.ui.main_window import MainWindow
from pressmark.ui.start import open_first

SIZE = QSize(1440, 900)


@contextmanager
def opened(qtbot: QtBot, asked: Path | None = None, size: QSize = SIZE) -> Iterator[Desk]:
    """Start as the program does, on a project or without; quit as a person does."""
    window = MainWindow(glimpse())
    window.resize(size)
    window.show()
    desk = furnish(window)
    open_first(desk, asked)
    window.activateWindow()
    desk.view.setFocus()
    qtbot.waitExposed(window)
    try:
        yield desk
    finally:
        window.close()
        window.put_away()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
