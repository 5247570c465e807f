"""One window for a project: opening it a second time brings the first one to the front."""

import os

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt
from PySide6.QtWidgets import QWidget

from pressmark.store.calling import answer, calls_folder
from pressmark.ui.session import Session
from pressmark.ui.window_elsewhere import TOKEN


class Raising(QObject):
    """Brings a window to the front when somebody opens the project that it has open."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._watcher = QFileSystemWatcher(self)
        try:
            self._watcher.addPath(str(calls_folder()))
        except OSError:
            return  # no folder of one's own: a second window opens, and may read
        self._watcher.directoryChanged.connect(self._look)

    def _look(self) -> None:
        file = self._session.file
        token = answer(file.path) if file is not None else None
        if token is None:
            return
        if token:
            os.environ[TOKEN] = token
        self._window.setWindowState(
            self._window.windowState() & ~Qt.WindowState.WindowMinimized
            | Qt.WindowState.WindowActive
        )
        self._window.raise_()
        self._window.activateWindow()
