"""Every step that is known of a project: those its history tells, and those since."""

from collections.abc import Iterable, Sequence
from typing import overload

from pressmark.edits.edit import Stamp
from pressmark.edits.transaction import Transaction
from pressmark.store.bases import Side
from pressmark.store.history_file import Step, history_lines, step_of
from pressmark.store.save import real

_OPEN = 2000
"""How many steps that were read stay so."""
_UNDO = b'"origin": "undo"'
_UNREADABLE = Transaction("", (), Stamp("", ""))


class Past(Sequence[Step]):
    """Steps, oldest first, each read from its line when it is asked for; more can be added."""

    def __init__(self, lines: Iterable[bytes] = (), steps: Iterable[Step] = ()) -> None:
        self._lines: list[bytes | Step] = [*lines, *steps]
        self._read: dict[int, Step] = {}

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, place: int) -> Step: ...
    @overload
    def __getitem__(self, place: slice) -> "Sequence[Step]": ...
    def __getitem__(self, place: int | slice) -> "Step | Sequence[Step]":
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        held = self._lines[place]
        if isinstance(held, Step):
            return held
        step = self._read.get(place)
        if step is None:
            step = step_of(held) or Step(0, _UNREADABLE, (), left_out=1)
            if len(self._read) >= _OPEN:
                self._read.clear()
            self._read[place] = step
        return step

    def add(self, step: Step) -> None:
        """Add the step that was just done."""
        self._lines.append(step)

    def is_undo(self, place: int) -> bool:
        """Say whether a step undid another; reads none for that."""
        held = self._lines[place]
        return held.transaction.origin == "undo" if isinstance(held, Step) else _UNDO in held

    def follow(self, standing: list[int], place: int) -> None:
        """Take a step in among those that stand: it may undo the last of them.

        Done for one place after the other, what is left are the places of `standing` steps.
        """
        last = standing[-1] if standing else None
        edits = self[place].transaction.edits if last is not None and self.is_undo(place) else None
        if last is not None and edits is not None and self[last].inverses == edits:
            standing.pop()
        else:
            standing.append(place)


def past(side: Side) -> Past:
    """Return the steps of a project; one that a save just told of is there once.

    ProjectFileError where there is a history that cannot be read.
    """
    lines = history_lines(real(side.path))
    return Past(lines.values(), (step for step in side.steps if step.seq not in lines))
