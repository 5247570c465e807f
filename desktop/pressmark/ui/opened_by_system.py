"""Projects that macOS asks the program to open while it runs: it sends no second program."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QProcess
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QWidget

from pressmark.ui.restarting import program
from pressmark.ui.session import Session


class OpenedBySystem(QObject):
    """Has a project that the system asks for opened by a program, and window, of its own."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take what asks for a file, and nothing else."""
        if not isinstance(event, QFileOpenEvent):
            return False
        asked = Path(event.file())
        file = self._session.file
        if file is None or not _is_same(file.path, asked):
            QProcess.startDetached(*program(asked))
        return True


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
