"""A history that remembers every step, to be taken back from anywhere."""

from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.history import Done, History
from pressmark.edits.reverting import builders, reverting
from pressmark.edits.transaction import Transaction
from pressmark.model.project import Project

LATER = Stamp("bo", "2025-01-01T00:00:00Z")


def at(minute: int) -> Stamp:
    return Stamp("anna", f"2024-05-31T12:{minute // 60 % 60:02}:{minute % 60:02}Z")


class Told:
    """A history that remembers every step, as the file beside a project does."""

    def __repr__(self) -> str:
        return "\n".join(repr(step.transaction.edits) for step in self.steps)

    def __init__(self, project: Project) -> None:
        self.first = project
        self.history = History(project)
        self.steps: list[Done] = []

    @property
    def project(self) -> Project:
        return self.history.project

    def do(self, *edits: Edit, origin: str = "user") -> int:
        stamp = at(len(self.steps))
        change = self.history.commit(Transaction("Step", edits, stamp, origin))
        self.steps.append(change.done)
        return len(self.steps) - 1

    def undo(self) -> None:
        self.steps.append(self.history.undo(at(len(self.steps))).done)

    def without(self, places: set[int]) -> Project:
        """Return what comes of all steps but those."""
        anew = History(self.first)
        for place, step in enumerate(self.steps):
            if place not in places:
                anew.commit(step.transaction)
        return anew.project

    def builders(self, place: int) -> set[int]:
        return {place + one for one in builders(self.steps[place:])}

    def revert(self, place: int) -> Project:
        """Take a step back with all that builds on it, and return the project then."""
        all_along = {0, *builders(self.steps[place:])}
        edits = reverting(self.project, self.steps[place:], all_along, LATER)
        return History(self.project).commit(Transaction("Revert", edits, LATER)).after
