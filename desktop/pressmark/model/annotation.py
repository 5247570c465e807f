"""An annotation: fragments of an article under one label, with attributes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from pressmark.model.attribute import Value
from pressmark.model.json import Unknown, nothing
from pressmark.model.span import Span, hull

Confidence = Literal["low", "moderate", "high"]
CONFIDENCES: tuple[Confidence, ...] = ("low", "moderate", "high")

CONTEXT = 32
"""How many code points of the text before and after an annotation it keeps, to be found again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Who worked on one side of a merge, and when last, as an ISO 8601 time in UTC or ""."""

    annotator: str
    time: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an annotation came from: `by` is "hand", "suggestion", "import" or "copy".

    `source` names the file, the rule or the article, `id` the id it had there, `conflict_of` the
    annotation that this one is the other version of; `held_by` and `other_by` are then the hands
    that that one and this come from, where they are known.
    """

    by: str = "hand"
    source: str | None = None
    id: str | None = None
    conflict_of: str | None = None
    held_by: Hand | None = None
    other_by: Hand | None = None
    unknown: Unknown = field(default_factory=nothing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """Fragments + label + attributes, by one annotator.

    `fragments` are code point ranges of the article, end-exclusive, ascending, not overlapping;
    `text` holds exactly the slice of each, `prefix` and `suffix` the text around them. `label`,
    `annotator` and the keys of `attributes` are ids. `waived` names, sorted, what checks found and
    somebody lets be (see `analysis.finding`). Times are ISO 8601 in UTC, to the second.
    """

    id: str
    label: str
    fragments: tuple[Span, ...]
    text: tuple[str, ...]
    prefix: str = ""
    suffix: str = ""
    attributes: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    note: str | None = None
    confidence: str | None = None
    flag: bool = False
    waived: tuple[str, ...] = ()
    annotator: str = ""
    created: str = ""
    changed: str = ""
    origin: Origin = field(default=Origin())
    unknown: Unknown = field(default_factory=nothing)

    @property
    def span(self) -> Span:
        """The outer borders of the fragments."""
        return Span(self.fragments[0].start, self.fragments[-1].end)

    @property
    def order(self) -> tuple[int, int, str]:
        """The canonical order: by start, longest first, then id."""
        outer = self.span
        return outer.start, -outer.end, self.id

    def holds(self, position: int) -> bool:
        """Say whether one of the fragments has the code point at `position`."""
        return any(fragment.holds(position) for fragment in self.fragments)


def quoted(text: str, fragments: tuple[Span, ...]) -> tuple[tuple[str, ...], str, str]:
    """Return what an annotation of `text` stores of it: each fragment's text, prefix and suffix."""
    outer = hull(fragments)
    pieces = tuple(text[start:end] for start, end in fragments)
    before = text[max(0, outer.start - CONTEXT) : outer.start]
    return pieces, before, text[outer.end : outer.end + CONTEXT]
