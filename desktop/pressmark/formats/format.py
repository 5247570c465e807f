"""What a format is: its name, what it can hold, and how it is written and read."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from pressmark.edits.edit import Edit, Stamp
from pressmark.formats.selection import Selection
from pressmark.model.project import Project

Group = Literal["training", "exchange", "reading"]
Part = Literal[
    "text", "overlap", "fragments", "attributes", "relations", "entities", "notes", "zones"
]
EVERYTHING: frozenset[Part] = frozenset(
    ("text", "overlap", "fragments", "attributes", "relations", "entities", "notes", "zones")
)


@dataclass(frozen=True, slots=True)
class Lost:
    """An annotation of the selection that a format would miss, cut or move, and why."""

    article: str
    annotation: str
    why: str


@dataclass(frozen=True, slots=True)
class Losses:
    """What a format loses of a selection: annotations, and how many of what it has no place for.

    Only lost annotations ask for leave (`--allow-loss`); the rest is said as a note.
    """

    annotations: tuple[Lost, ...] = ()
    unheld: Mapping[Part, int] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class NoOptions:
    """The options of a format that has none."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something of a source that did not come in, and why (a code with its fact)."""

    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSet:
    """An annotation set as the edits that bring it into a project, and what there is to say.

    `articles` are the ids of the articles it is about, new or there before; `annotations` counts
    those that come in or change.
    """

    edits: tuple[Edit, ...]
    articles: tuple[str, ...]
    annotations: int
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRequest:
    """A source to read into a project: its bytes and name, whose work it is, labels to rename."""

    data: bytes
    name: str
    project: Project
    stamp: Stamp
    labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One interchange format.

    `write` yields the bytes of a selection with options of class `options`; `read` makes edits
    of a source (FormatError with the `line` that is wrong); `claims` says by content whether a
    source is of this format. `losses` looks before anything is written.
    """

    id: str
    name: str
    about: str
    suffix: str
    group: Group
    holds: frozenset[Part]
    write: Callable[[Selection, Any], Iterator[bytes]] | None = None
    read: Callable[[ReadRequest], ReadSet] | None = None
    claims: Callable[[str, bytes], bool] = lambda _name, _data: False
    options: type = NoOptions
    find_lost: Callable[[Selection], tuple[Lost, ...]] = lambda _selection: ()

    @property
    def lossless(self) -> bool:
        """Whether reading it back gives everything that was written."""
        return self.holds == EVERYTHING and self.read is not None

    def losses(self, selection: Selection) -> Losses:
        """Say what this format would lose of a selection."""
        counts = _counted(selection) if self.holds != EVERYTHING else {}
        unheld = {part: count for part, count in counts.items() if part not in self.holds and count}
        return Losses(self.find_lost(selection), MappingProxyType(unheld))


def _counted(selection: Selection) -> dict[Part, int]:
    attributes = notes = zones = 0
    for article in selection.opened():
        zones += len(article.head.zones)
        attributes += sum(len(one.attributes) for one in article.annotations)
        notes += sum(one.note is not None for one in article.annotations)
    return {
        "attributes": attributes,
        "notes": notes,
        "zones": zones,
        "relations": len(selection.relations()),
        "entities": len(selection.project.entities),
        "text": len(selection.shelf()),
    }
