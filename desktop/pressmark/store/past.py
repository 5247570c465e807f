"""Every step that is known of a project: those its history tells, and those since."""

from pressmark.store.bases import Side
from pressmark.store.history_file import Step, read_history
from pressmark.store.save import real


def past(side: Side) -> tuple[Step, ...]:
    """Return the steps of a project, oldest first; one that a save just told of is there once.

    ProjectFileError where there is a history that cannot be read.
    """
    told = tuple(read_history(real(side.path)))
    last = {_name(step) for step in told[-len(side.steps) :]} if side.steps else set()
    return (*told, *(step for step in side.steps if _name(step) not in last))


def _name(step: Step) -> tuple[int, str, str]:
    return step.seq, step.transaction.stamp.time, step.transaction.title
