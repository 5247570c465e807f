"""The last look before a save: whether annotations would go that nobody deleted."""

from collections.abc import Iterable
from pathlib import Path

from pressmark.edits.history import Done
from pressmark.errors import EditError, ProjectFileError
from pressmark.model.project import Project

TOLERATED = 0.1
"""Which part of a file's annotations a save may lose without a word."""


def refuse_loss(path: Path, held: Project, project: Project, steps: Iterable[Done]) -> None:
    """Raise a ProjectFileError `would-lose` where too many annotations would go unexplained.

    `held` is what the file at `path` holds, `project` what it is to hold after `steps`. Facts:
    `lost`, how many would go without a step that deletes them, of how many (`count`).
    """
    count = len(held.places)
    lost = [one for one in held.places if one not in project.places]
    if len(lost) <= count * TOLERATED:
        return
    expected = _after(held, steps)
    unexplained = sum(one in expected.places for one in lost)
    if unexplained > count * TOLERATED:
        raise ProjectFileError("would-lose", path=path, lost=unexplained, count=count)


def _after(project: Project, steps: Iterable[Done]) -> Project:
    """Return the project after all edits of the steps that can be done to it."""
    for step in steps:
        for edit in step.transaction.edits:
            try:
                project, _ = edit.apply(project, step.transaction.stamp)
            except EditError:
                continue
    return project
