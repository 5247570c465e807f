"""An article: one news item, its frozen text, and what is known of it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal, Protocol

from pressmark.model.annotations import Annotations
from pressmark.model.json import Unknown, nothing
from pressmark.model.span import Span

State = Literal["new", "in-progress", "done", "flagged"]
STATES: tuple[State, ...] = ("new", "in-progress", "done", "flagged")


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A stretch that is not the article's content: code points, end-exclusive; `kind` an id."""

    start: int
    end: int
    kind: str
    unknown: Unknown = field(default_factory=nothing)

    @property
    def span(self) -> Span:
        """The stretch."""
        return Span(self.start, self.end)


CORRECTION = "correction-of"
"""The type of the link from a corrected text to the earlier one, which it stands for."""
NEW_VERSION = "new-version-of"
"""The type of the link from what a source published later to what it had published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLink:
    """How this article relates to another, by its id.

    "reprint-of", "new-version-of", "translation-of", or "correction-of" an earlier text.
    """

    type: str
    to: str
    unknown: Unknown = field(default_factory=nothing)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleHead:
    """What is known of an article besides its text and annotations.

    `byline` says who wrote it, as printed. `published` is a date or time as far as it is known
    (`2024`, `2024-05`, ...), `language` a BCP 47 tag, `grade` the source's Admiralty letter.
    `states` maps an annotator's id to the state of that annotator's layer. `raw_sha256` records
    the file the text came from; `added` is the ISO 8601 time (UTC) the article came in.
    """

    id: str
    title: str | None = None
    byline: str | None = None
    source: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    keywords: tuple[str, ...] = ()
    grade: str | None = None
    links: tuple[ArticleLink, ...] = ()
    zones: tuple[Zone, ...] = ()
    states: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    added: str = ""
    raw_sha256: str | None = None
    unknown: Unknown = field(default_factory=nothing)

    @property
    def order(self) -> tuple[str, str]:
        """The canonical order: by time added, then id."""
        return self.added, self.id


@dataclass(frozen=True, slots=True)
class Article:
    """A head, the frozen text (offsets are code points into it), and the annotations."""

    head: ArticleHead
    text: str
    annotations: Annotations = field(default_factory=Annotations)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many annotations carry each label id."""
        return Counter(annotation.label for annotation in self.annotations)

    def annotation_ids(self) -> Iterable[str]:
        """Return the ids of the annotations."""
        return self.annotations.ids()

    def is_zone(self, span: Span) -> bool:
        """Say whether a stretch lies wholly in a zone: it is none of the article's content."""
        return any(zone.span.contains(span) for zone in self.head.zones)

    def open(self) -> "Article":
        """Return the article itself: it is open already."""
        return self

    def with_head(self, head: ArticleHead) -> "Article":
        """Return the article with another head."""
        return replace(self, head=head)


class Shelved(Protocol):
    """What a project holds for an article: its head at once, the article itself when asked."""

    @property
    def head(self) -> ArticleHead:
        """What is known of the article."""

    @property
    def counts(self) -> Mapping[str, int]:
        """How many annotations carry each label id."""

    def annotation_ids(self) -> Iterable[str]:
        """Return the ids of the annotations, opened only if they are not known otherwise."""

    def open(self) -> Article:
        """Return the article, parsed and verified; ProjectFileError where its record is damaged."""

    def with_head(self, head: ArticleHead) -> "Shelved":
        """Return it with another head, closed if it is; ProjectFileError where it is damaged."""
