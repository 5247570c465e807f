"""What an edit is, and what it says about itself."""

from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from pressmark.model.project import Project


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who changes the project, and when: an annotator's id and an ISO 8601 time in UTC."""

    annotator: str
    time: str


@dataclass(frozen=True, slots=True)
class Touched:
    """Which articles and annotations edits concern, by id; in the order they were touched.

    `frame` says that something shared changed: title, label set, annotators, entities.
    """

    articles: tuple[str, ...] = ()
    annotations: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    frame: bool = field(default=False)


class Applied(NamedTuple):
    """What an edit makes of a project: the new project, and the edit that takes it back."""

    project: Project
    inverse: "Edit"


class Edit(Protocol):
    """A frozen value that changes a project in one way.

    `apply` raises EditError where the edit does not fit, and then nothing has happened: the
    project is immutable. Applying the inverse gives back an equal project, to the byte.
    """

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Return the changed project and the inverse edit."""

    def touches(self) -> Touched:
        """Say what this edit concerns."""
