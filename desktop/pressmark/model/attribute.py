"""Attributes: the kinds a label set can declare, and the values that annotations carry."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, TypeAlias

from pressmark.model.json import Json, Unknown, nothing
from pressmark.model.span import Span

Kind = Literal["anchored", "entity", "choice", "text", "number", "date", "flag"]
KINDS: tuple[Kind, ...] = ("anchored", "entity", "choice", "text", "number", "date", "flag")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """One attribute that a label offers, as its label set declares it.

    `entity` says that an anchored value may name entities; `several` that there may be more than
    one value; `values` are a choice's ids, `value_titles` what those are called that their ids do
    not say well enough, `max_length` a text's limit in code points.
    """

    id: str
    title: str
    kind: str
    entity: bool = False
    several: bool = False
    values: tuple[str, ...] = ()
    value_titles: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    max_length: int | None = None
    guidance: str | None = None
    unknown: Unknown = field(default_factory=nothing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What an anchored or entity attribute points at: a stretch of the article, entities, or both.

    `start` and `end` are code points, end-exclusive, in the annotation's own article, and `text`
    is exactly that slice; all three are None where the text does not name the actor (`implicit`)
    or the attribute takes entities only. `entities` are ids.
    """

    start: int | None = None
    end: int | None = None
    text: str | None = None
    entities: tuple[str, ...] = ()
    implicit: bool = False
    unknown: Unknown = field(default_factory=nothing)

    @property
    def span(self) -> Span | None:
        """The stretch, where there is one."""
        if self.start is None or self.end is None:
            return None
        return Span(self.start, self.end)


_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")

Value: TypeAlias = "Anchor | tuple[Anchor, ...] | tuple[str, ...] | Json"
"""An attribute's value: anchored and entity values as `Anchor`, several of them as a tuple of
anchors, several choices as a tuple of ids, and the rest as the plain value. What a file holds for
an attribute that nobody knows stays the JSON it was."""


def anchors(value: Value) -> tuple[Anchor, ...]:
    """Return the anchors in an attribute's value: none, one or several."""
    if isinstance(value, Anchor):
        return (value,)
    if isinstance(value, tuple):
        return tuple(item for item in value if isinstance(item, Anchor))
    return ()


def accepts(attribute: Attribute, value: Value) -> bool:
    """Say whether `value` has the shape that the attribute's kind asks for, choices included."""
    if isinstance(value, tuple | list):
        return attribute.several and all(_accepts_one(attribute, one) for one in value)
    return _accepts_one(attribute, value)


def _accepts_one(attribute: Attribute, value: Value) -> bool:
    text = value if isinstance(value, str) else None
    limit = attribute.max_length
    fitting = {
        "anchored": isinstance(value, Anchor) and (value.span is not None or bool(value.entities)),
        "entity": isinstance(value, Anchor) and bool(value.entities),
        "choice": text in attribute.values,
        "text": text is not None and (limit is None or len(text) <= limit),
        "number": isinstance(value, int | float) and not isinstance(value, bool),
        "date": text is not None and _DATE.fullmatch(text) is not None,
        "flag": isinstance(value, bool),
    }
    return fitting.get(attribute.kind, True)
