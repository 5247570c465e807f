"""What a process says that it did to a project, and whether that can be found there."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from pressmark.errors import PressmarkError
from pressmark.store.open_project import read_project
from tests.crash.loss import Lost

State: TypeAlias = dict[str, str | None]
"""The annotations of a project: ids and notes."""
Change: TypeAlias = tuple[str, str | None] | str
"""An annotation that came, with its note, or the id of one that went."""


def state_of(path: Path) -> State:
    """Return what the project holds, as anybody would read it."""
    try:
        reading = read_project(path)
    except PressmarkError as error:
        raise Lost(f"cannot be read: {error}") from error
    opening = reading.opening
    if opening.conflicts or opening.journal_damaged or opening.foreign_journal or opening.findings:
        raise Lost(f"opens with {opening}")
    articles = [shelved.open() for shelved in reading.project.articles.values()]
    return {one.id: one.note for article in articles for one in article.annotations}


@dataclass
class Account:
    """What one process said that it did, and how many of these steps it said were kept."""

    before: State
    steps: list[Change] = field(default_factory=list)
    kept: int = 0

    def check(self, found: State) -> None:
        """Find the state after all steps that were kept, and any number of further ones."""
        states = [self.before]
        for step in self.steps:
            states.append(_after(states[-1], step))
        allowed = states[min(self.kept, len(self.steps)) :]
        if found in allowed:
            return
        # The window does a step before it can say which.
        unsaid = found.keys() ^ allowed[-1].keys()
        if len(unsaid) == 1 and all(
            found[one] == allowed[-1][one] for one in found.keys() - unsaid
        ):
            return
        missing = [one for one in allowed[0] if one not in found]
        raise Lost(f"lost {missing} of {len(self.steps)} steps, {self.kept} of them kept")


def _after(state: State, step: Change) -> State:
    if isinstance(step, str):
        return {one: note for one, note in state.items() if one != step}
    return {**state, step[0]: step[1]}
