"""What was done to the project, from its first day on, as the window knows it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from pressmark.edits.history import Change
from pressmark.errors import PressmarkError
from pressmark.store.history_file import Step
from pressmark.store.open_project import OpenProject
from pressmark.store.past import Past, past
from pressmark.ui.crew import Tools, Worker
from pressmark.ui.tasks import Task

_OFTEN = 500
"""After how many steps the window gets its turn while the past is read."""


class Chronicle(Worker):
    """Reads the past of the project once somebody asks for it, and then goes along."""

    read = Signal()
    """All steps are new: another project, or its past was read."""
    grew = Signal()
    """One more step was done."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._steps = Past()
        self._standing: list[int] = []
        self._stands: set[int] = set()
        self._file: OpenProject | None = None
        self._missed: list[Step] | None = None
        tools.session.project_replaced.connect(self._forget)
        tools.session.stepped.connect(self._go_along)

    @property
    def steps(self) -> Sequence[Step]:
        """The steps, oldest first; none before they were asked for."""
        return self._steps

    @property
    def is_read(self) -> bool:
        """Whether the past of the project that is open was read."""
        return self._file is not None and self._missed is None

    def stands(self, place: int) -> bool:
        """Say whether the step at a place was not undone, and undoes none."""
        return place in self._stands

    def standing_since(self, place: int) -> Sequence[int]:
        """Return the places of the steps that stand, from one of them on."""
        return self._standing[self._standing.index(place) :]

    def ask(self) -> None:
        """Read the past of the project that is open, unless that was done."""
        file = self._session.file
        if file is None or file is self._file:
            return
        self._file, self._missed = file, []
        side = file.side

        def work(task: Task) -> tuple[Past, list[int]]:
            steps, standing = past(side), list[int]()
            for place in range(len(steps)):
                steps.follow(standing, place)
                if place % _OFTEN == 0:
                    task.step(place, len(steps))
            return steps, standing

        def take(found: tuple[Past, list[int]]) -> None:
            if self._file is file:
                missed, self._missed = self._missed or [], None
                self._steps, self._standing = found
                self._stands = set(self._standing)
                for step in missed:
                    self._add(step)
                self.read.emit()

        def fail(error: PressmarkError) -> None:
            take((Past(steps=side.steps), list(range(len(side.steps)))))
            self._session.refused.emit(error)

        self._tasks.run(work, take, fail)

    def _forget(self) -> None:
        self._file, self._missed = None, None
        self._steps, self._standing, self._stands = Past(), [], set()
        self.read.emit()

    def _go_along(self, change: Change) -> None:
        file = self._session.file
        if file is None or file is not self._file:
            return
        step = Step(file.seq, change.transaction, change.inverses)
        if self._missed is not None:
            self._missed.append(step)
        else:
            self._add(step)
            self.grew.emit()

    def _add(self, step: Step) -> None:
        """Take in a step; one that undoes the last that stands takes it away."""
        before = self._standing[-1:]
        self._steps.add(step)
        self._steps.follow(self._standing, len(self._steps) - 1)
        self._stands.difference_update(before)
        self._stands.update(self._standing[-2:])
