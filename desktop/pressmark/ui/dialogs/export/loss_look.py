"""Looking in the background at what would be written and lost: one look after the other."""

from collections.abc import Callable
from dataclasses import dataclass
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
    """Answers the last question; those that came while it was busy are passed over."""

    found = Signal(object)
    """A Found."""
    failed = Signal(object)
    """A PressmarkError."""

    def __init__(self, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._is_busy = False
        self._asked: Callable[[Task], Found] | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._is_busy and self._asked is not None

    def ask(self, form: Format[Any], options: object, selection: Selection) -> None:
        """Ask what a format would lose; `found` or `failed` answers."""

        def work(_task: Task) -> Found:
            narrowed = selection.narrowed()
            total = len(narrowed.annotation_ids())
            return Found(form, options, narrowed, total, form.losses(narrowed, options))

        self._asked = work
        if not self._is_busy:
            self._start(work)

    def forget(self) -> None:
        """Answer nothing of what was asked."""
        self._asked = None

    def _start(self, work: Callable[[Task], Found]) -> None:
        self._is_busy = True
        self._tasks.run(
            work,
            lambda found: self._end(work, lambda: self.found.emit(found)),
            lambda error: self._end(work, lambda: self.failed.emit(error)),
        )

    def _end(self, work: Callable[[Task], Found], tell: Callable[[], None]) -> None:
        """Tell the answer, unless something else was asked since."""
        self._is_busy = False
        if self._asked is work:
            tell()
        elif self._asked is not None:
            self._start(self._asked)
