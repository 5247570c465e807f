"""An undo step: edits that happen together or not at all."""

from dataclasses import dataclass

from pressmark.edits.edit import Edit, Stamp, Touched
from pressmark.model.project import Project


@dataclass(frozen=True, slots=True)
class Transaction:
    """A titled tuple of edits, with who made them, when, and how they came about.

    `origin` is "user", "import", "suggestion", "merge", "undo", "redo", "revert" or "restore". The
    title names the step in the menu and in the history; it holds no text of articles.
    """

    title: str
    edits: tuple[Edit, ...]
    stamp: Stamp
    origin: str = "user"

    def touches(self) -> Touched:
        """Say what its edits concern together, each id once."""
        touched = [edit.touches() for edit in self.edits]
        return Touched(
            tuple(dict.fromkeys(one for each in touched for one in each.articles)),
            tuple(dict.fromkeys(one for each in touched for one in each.annotations)),
            tuple(dict.fromkeys(one for each in touched for one in each.relations)),
            any(each.frame for each in touched),
        )


def apply(project: Project, transaction: Transaction) -> tuple[Project, tuple[Edit, ...]]:
    """Return the project after all edits, and the inverse edits in the order that takes them back.

    EditError of any edit leaves nothing changed.
    """
    inverses: list[Edit] = []
    for edit in transaction.edits:
        project, inverse = edit.apply(project, transaction.stamp)
        inverses.append(inverse)
    return project, tuple(reversed(inverses))
