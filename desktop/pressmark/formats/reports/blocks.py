"""What a report is made of: blocks, which every kind of file sets in its own way.

Blocks hold plain words only, never markup of any kind; whoever sets them escapes them. Targets
and anchors are ids within the report.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pressmark.formats.plots.drawing import Drawing
from pressmark.model.article import Article

Role = Literal["", "strong", "muted", "tag"]


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words: how it is set, in which mark (an id), and where it leads.

    `target` is an anchor within the report, `url` an address outside it (http or https only).
    """

    text: str
    role: Role = ""
    mark: str = ""
    target: str = ""
    url: str = ""


Line: TypeAlias = tuple[Words, ...]


def line(*parts: "Words | str") -> Line:
    """Return a line of words; plain text has no role, and what is empty falls away."""
    words = (Words(part) if isinstance(part, str) else part for part in parts)
    return tuple(one for one in words if one.text)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the `level` 1 to 3."""

    level: int
    words: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: the text of the report, its `lead`, or a `muted` remark."""

    words: Line
    role: Literal["", "lead", "muted"] = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A title and what there is under it."""

    title: str
    words: Line


@dataclass(frozen=True, slots=True)
class Facts:
    """Titles with what belongs to them, as a record has them."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement: what is judged, how likely, apart from it how sure, and what it rests on."""

    number: int
    statement: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of an article under the tag of their annotation, with where they stand.

    `anchor` is set where this is the record of the annotation, which tags lead to.
    """

    tag: Words
    text: str
    source: Line
    facts: tuple[Fact, ...] = ()
    language: str = ""
    note: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """Quotations on the left, and on the right what they are about."""

    titles: tuple[str, str]
    left: tuple[Quotation, ...]
    right: tuple[Quotation, ...]
    instead: str = ""
    """What is said where the right side is empty."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its title, and which share of the width it takes."""

    title: str
    share: float


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of lines under titled columns; the head is repeated on every page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Line, ...], ...]
    caption: str = ""


def table(columns: Sequence[Column], rows: Sequence[tuple[Line, ...]]) -> Table:
    """Return a table without the columns in which no row has anything."""
    kept = [at for at in range(len(columns)) if any(row[at] for row in rows)]
    return Table(
        tuple(columns[at] for at in kept), tuple(tuple(row[at] for at in kept) for row in rows)
    )


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with its title, in words what it shows, and a remark below it."""

    title: str
    drawing: Drawing
    description: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A label: its mark (an id), title, how many there are, definition, and examples (or none)."""

    mark: str
    title: str
    count: str
    definition: str = ""
    examples: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Legend:
    """What the marks mean."""

    entries: tuple[LegendEntry, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """An article with its marks, what is known of it, and the records of its annotations.

    `caption` says how many records there are.
    """

    article: Article
    title: str
    about: Line
    caption: str
    records: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """What stands first, and what is repeated on every page: the handling marking."""

    title: str
    subtitle: str
    handling: str = ""


Block: TypeAlias = (
    Title
    | Heading
    | Paragraph
    | Facts
    | Judged
    | Quotation
    | Beside
    | Table
    | Chart
    | Legend
    | Marked
)
