"""Looking in the background at what would be written and lost: one look after the other."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from pressmark.formats.format import Format, Losses
from pressmark.formats.selection import Selection
from pressmark.ui.tasks import Task, TaskRunner


@dataclass(frozen=True, slots=True)
class Found:
    """What goes in, how many annotations that is, and what of them a format loses."""

    form: Format[Any]
    options: Any
    selection: Selection
    total: int
    losses: Losses

    @property
    def kept(self) -> int:
        """How many annotations are written."""
        return self.total - len(self.losses.gone)


class LossLook(QObject):
    """Answers the last question; another one stops the look that is under way."""

    found = Signal(object)
    """A Found."""
    failed = Signal(object)
    """A PressmarkError."""

    def __init__(self, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task: Task | None = None
        self._asked: Callable[[Task], Found] | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._task is not None and self._asked is not None

    def ask(self, form: Format[Any], options: object, selection: Selection) -> None:
        """Ask what a format would lose; `found` or `failed` answers."""

        def work(task: Task) -> Found:
            watched = replace(selection, stopped=task.is_cancelled).narrowed()
            total, losses = len(watched.annotation_ids()), form.losses(watched, options)
            narrowed = replace(watched, stopped=selection.stopped)
            return Found(form, options, narrowed, total, losses)

        self.forget()
        self._asked = work
        if self._task is None:
            self._start(work)

    def forget(self) -> None:
        """Answer nothing of what was asked."""
        self._asked = None
        if self._task is not None:
            self._task.cancel()

    def _start(self, work: Callable[[Task], Found]) -> None:
        self._task = self._tasks.run(
            work,
            lambda found: self._end(work, lambda: self.found.emit(found)),
            lambda error: self._end(work, lambda: self.failed.emit(error)),
        )

    def _end(self, work: Callable[[Task], Found], tell: Callable[[], None]) -> None:
        """Tell the answer, unless something else was asked since."""
        self._task = None
        if self._asked is work:
            tell()
        elif self._asked is not None:
            self._start(self._asked)
