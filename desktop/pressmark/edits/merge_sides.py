"""What the parts of a merge tell one another: its sides, and what they disagree on."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias, TypeVar

from pressmark.edits.record_union import Union
from pressmark.model.project import Project

R = TypeVar("R")
Lost: TypeAlias = tuple[str, str, object, object]
"""Kind and id of a record, what it holds, and the version that lost."""


class Conflict(NamedTuple):
    """Two people changed one thing differently: the record's id, and the copy's where one is kept.

    `kind` is "annotation", "article", "entity", ...; of a record without a copy `lost` is the
    version that it does not have, which the project keeps as disputes.
    """

    kind: str
    id: str
    copy: str | None = None
    lost: object = None


class Sides(NamedTuple):
    """The three projects of a merge, articles aligned."""

    base: Project | None
    ours: Project
    theirs: Project

    def of(self, records: Callable[[Project], Mapping[str, R]]) -> list[Mapping[str, R]]:
        """Return what each holds of one kind of record."""
        return [records(side) if side else {} for side in self]


def lost_in(kind: str, found: Union[R]) -> list[Lost]:
    """Return what was lost of a kind of record."""
    return [(kind, key, found.records[key], other) for key, other in found.losers.items()]
