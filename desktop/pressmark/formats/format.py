"""What a format is: its name, what it can hold, and how it is written and read."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Generic, Literal, TypeVar, get_args

from pressmark.edits.edit import Edit, Stamp
from pressmark.formats.selection import Selection
from pressmark.model.project import Project

Group = Literal["training", "exchange", "reading"]
Part = Literal[
    "text", "overlap", "fragments", "attributes", "relations", "entities", "notes", "zones"
]
EVERYTHING: frozenset[Part] = frozenset(get_args(Part))

OptionsT = TypeVar("OptionsT")


@dataclass(frozen=True, slots=True)
class NoOptions:
    """The options of a format that has none."""


@dataclass(frozen=True, slots=True)
class Lost:
    """An annotation of the selection that a format would miss, cut or move, and why (a code)."""

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
class Remark:
    """Something to say of a source that was read: a code, what it is about, and one more fact.

    Left out: `twice-in-set` (an article), `end-missing` (a relation, the end it lacks), `older`
    (an annotation or relation that was changed here since). To be known: `new-label` (a label),
    `new-id` (an id that could not be kept, the one in its place), `same-text` (an article, the
    one that has its text already).
    """

    code: str
    what: str
    fact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSet:
    """An annotation set as the edits that bring it into a project, and what there is to say.

    `articles` are the ids of the articles it is about, new or there before; `annotations` counts
    those that come in or change.
    """

    edits: tuple[Edit, ...]
    articles: tuple[str, ...]
    annotations: int
    skipped: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRequest:
    """A source to read into a project: its bytes and name, whose work it is, labels to rename.

    Reading ends in a CancelledError soon after `cancelled` says so.
    """

    data: bytes
    name: str
    project: Project
    stamp: Stamp
    labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    cancelled: Callable[[], bool] = lambda: False


@dataclass(frozen=True, slots=True, kw_only=True)
class Format(Generic[OptionsT]):
    """One interchange format.

    `write` yields the bytes of a selection, about a chunk an article, with options of class
    `options`; `read` makes edits of a source (FormatError with the `line` that is wrong);
    `claims` says by name and content whether a source is of this format; `find_lost` looks for
    annotations that it cannot hold before anything is written.
    """

    id: str
    name: str
    about: str
    suffix: str
    group: Group
    holds: frozenset[Part]
    options: type[OptionsT]
    write: Callable[[Selection, OptionsT], Iterator[bytes]] | None = None
    read: Callable[[ReadRequest], ReadSet] | None = None
    claims: Callable[[str, bytes], bool] = lambda _name, _data: False
    find_lost: Callable[[Selection], tuple[Lost, ...]] = lambda _selection: ()

    @property
    def lossless(self) -> bool:
        """Whether reading it back gives everything that was written."""
        return self.read is not None and self.holds == EVERYTHING

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
