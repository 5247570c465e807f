"""Long work beside the window: one runner of threads, with progress and a way to stop."""

import logging
import sys
import time
from collections.abc import Callable
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from pressmark.errors import CancelledError, PressmarkError

_log = logging.getLogger(__name__)

Result = TypeVar("Result")

_BREATH = 0.0005
"""Seconds that work naps at each step, so that the window gets its turn in between."""


_TURN = 0.0005
"""Seconds that a thread may compute before another one, the window's before all, gets its turn."""


class Task(QObject):
    """A piece of work under way: the work says how far it is, the window may ask it to stop."""

    progressed = Signal(int, int)
    """Done, and of how many."""
    came_to = Signal(str)
    """What is being worked on now, such as the name of a file, or what kind of work begins."""
    ended = Signal()
    """It is over, whichever way; what follows from it, a question perhaps, comes next."""

    _over = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._over.connect(self._conclude)

    def cancel(self) -> None:
        """Ask the work to stop at its next step; it then fails with a CancelledError."""
        self._stop.set()

    def is_cancelled(self) -> bool:
        """Say, from within the work, whether somebody asked it to stop."""
        return self._stop.is_set()

    def step(self, done: int, total: int) -> None:
        """Say, from within the work, that `done` of `total` are done.

        CancelledError where somebody asked to stop.
        """
        if self.is_cancelled():
            raise CancelledError
        self.progressed.emit(done, total)
        time.sleep(_BREATH)

    def perform(
        self,
        work: Callable[["Task"], Result],
        on_done: Callable[[Result], None],
        on_failed: Callable[[PressmarkError], None],
    ) -> None:
        """Do the work in this thread, and what follows from it in the thread of the window."""
        try:
            result = work(self)
        except PressmarkError as error:
            known = error
            self._over.emit(lambda: on_failed(known))
        except Exception as error:  # noqa: BLE001 -- the task runner: nothing may get lost in a thread
            _log.exception("a task failed")
            unknown = PressmarkError("unexpected", kind=type(error).__name__)
            self._over.emit(lambda: on_failed(unknown))
        else:
            self._over.emit(lambda: on_done(result))

    def _conclude(self, follow: Callable[[], None]) -> None:
        self.ended.emit()
        self.deleteLater()
        follow()


class TaskRunner(QObject):
    """Runs tasks in two threads of its own: a long import does not hold up a save."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_TURN)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)

    def run(
        self,
        work: Callable[[Task], Result],
        on_done: Callable[[Result], None],
        on_failed: Callable[[PressmarkError], None],
    ) -> Task:
        """Start `work` in a thread; then call one of the others in the thread of the window.

        Where that one runs, `work`'s result is no longer touched by anybody else.
        """
        task = Task(self)
        self._pool.start(lambda: task.perform(work, on_done, on_failed))
        return task

    @property
    def is_busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self.findChildren(Task))

    def stop(self) -> None:
        """Ask every task to stop and wait until all have."""
        for task in self.findChildren(Task):
            task.cancel()
        self._pool.waitForDone()
