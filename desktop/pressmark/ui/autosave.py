"""The project file follows the work at calm moments."""

from PySide6.QtCore import QObject, QTimer

from pressmark.errors import PressmarkError
from pressmark.ui.session import Session
from pressmark.ui.tasks import TaskRunner

LONGEST = 30_000
"""Milliseconds after an edit within which the project file holds it."""


class Autosave(QObject):
    """Saves in the background: a while after an edit, and when somebody says it is a good moment.

    Where saving fails, the session's `refused` says why, once until it works again; it is tried
    again after a while.
    """

    def __init__(self, session: Session, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._saving = self._wanted_again = False
        self._told = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LONGEST)
        self._timer.timeout.connect(self.save)
        session.keeping_changed.connect(self._plan)

    def save(self) -> None:
        """Bring the project file up to date, in a thread; nothing happens where it is."""
        file = self._session.file
        self._timer.stop()
        self._wanted_again = self._saving
        if file is None or file.saved or self._saving:
            return
        self._saving = True
        self._tasks.run(lambda _task: file.save(), self._saved, self._failed)

    def stop(self) -> None:
        """Plan no more saves, until the next edit."""
        self._timer.stop()

    def _plan(self) -> None:
        file = self._session.file
        if file is None or file.saved:
            self._timer.stop()
        elif not self._timer.isActive() and not self._saving:
            self._timer.start()

    def _saved(self, _nothing: None) -> None:
        self._told = ""
        self._end()

    def _failed(self, error: PressmarkError) -> None:
        if error.case != self._told:
            self._told = error.case
            self._session.refused.emit(error)
        self._end()

    def _end(self) -> None:
        self._saving = False
        self._session.keeping_changed.emit()
        if self._wanted_again:
            self.save()
