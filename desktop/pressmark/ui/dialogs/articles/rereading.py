"""Reading a file again in another way, beside the window: what is wished last is what counts."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from pressmark.articles.extract import Wishes
from pressmark.articles.tables.asking import TableColumns
from pressmark.errors import CancelledError, PressmarkError
from pressmark.ui.dialogs.articles.newcomer import Newcomer
from pressmark.ui.tasks import Task, TaskRunner

ReadAgain = Callable[[Newcomer, Wishes, Task], Sequence[Newcomer]]
"""Returns what there is of a newcomer's file when it is read so; runs beside the window."""
ColumnsOf = Callable[[Newcomer, Task], TableColumns]
"""Returns the columns of a newcomer's file where it is a table; runs beside the window."""


class Rereading(QObject):
    """Does one thing at a time; what another thing follows is dropped."""

    read = Signal(object, object)
    """A newcomer, and those that its file holds now."""
    columns_found = Signal(object, object)
    """A newcomer, and the TableColumns of its file."""
    failed = Signal(object)
    """The PressmarkError for which nothing was read."""

    def __init__(
        self, read_again: ReadAgain, columns_of: ColumnsOf, tasks: TaskRunner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._read_again, self._columns_of = read_again, columns_of
        self._tasks = tasks
        self._task: Task | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being read."""
        return self._task is not None

    def begin(self, newcomer: Newcomer, wishes: Wishes) -> None:
        """Read a newcomer's file as somebody wishes."""

        def work(task: Task) -> Sequence[Newcomer]:
            return self._read_again(newcomer, wishes, task)

        self._run(work, lambda found: self.read.emit(newcomer, found))

    def look_up_columns(self, newcomer: Newcomer) -> None:
        """Find out which columns a newcomer's table has."""

        def work(task: Task) -> TableColumns:
            return self._columns_of(newcomer, task)

        self._run(work, lambda found: self.columns_found.emit(newcomer, found))

    def forget(self) -> None:
        """Let go of what is under way."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _run(self, work: Callable[[Task], object], follow: Callable[[object], None]) -> None:
        self.forget()

        def done(found: object) -> None:
            if self._task is task:
                self._task = None
                follow(found)

        def refuse(error: PressmarkError) -> None:
            if self._task is task:
                self._task = None
                if not isinstance(error, CancelledError):
                    self.failed.emit(error)

        self._task = task = self._tasks.run(work, done, refuse)
