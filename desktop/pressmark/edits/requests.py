"""What can be asked for by ids: tag, move, relabel, remove, set, relate; each makes its edits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from pressmark.edits.additions import addition
from pressmark.edits.annotations import MoveAnnotation, RelabelAnnotation, SetAttributes, SetNote
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.relations import AddRelation
from pressmark.edits.removals import removal
from pressmark.errors import EditError
from pressmark.model.attribute import Value, accepts
from pressmark.model.ids import is_id, new_id
from pressmark.model.project import Project
from pressmark.model.records import Relation
from pressmark.model.span import Span

Edits: TypeAlias = tuple[str, tuple[Edit, ...]]
"""The id to acknowledge, and the edits that a request asks for."""

_NOTHING: Mapping[str, Value] = MappingProxyType({})
_UNSAID = "(not in the request)"
"""The note of a request that names none: told from one that says null by identity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Add:
    """Tag fragments with a label."""

    article: str
    label: str
    fragments: tuple[Span, ...]
    attributes: Mapping[str, Value] = field(default_factory=lambda: _NOTHING)
    note: str | None = None
    id: str | None = None

    def edits(self, project: Project, stamp: Stamp) -> Edits:
        """Make the annotation whole."""
        if self.id is not None and not is_id(self.id):
            raise EditError("bad-id", id=self.id)
        edit = addition(
            project,
            self.article,
            self.label,
            self.fragments,
            stamp,
            annotation_id=self.id,
            attributes=_values(project, self.label, self.attributes),
            note=self.note,
        )
        return edit.annotation.id, (edit,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Give an annotation other fragments."""

    annotation: str
    fragments: tuple[Span, ...]

    def edits(self, project: Project, stamp: Stamp) -> Edits:
        """Take the fragments exactly as given."""
        del stamp
        place = _place(project, self.annotation)
        return self.annotation, (MoveAnnotation(place, self.annotation, self.fragments),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relabel:
    """Give an annotation another label."""

    annotation: str
    label: str

    def edits(self, project: Project, stamp: Stamp) -> Edits:
        """Keep everything but the label."""
        del stamp
        place = _place(project, self.annotation)
        return self.annotation, (RelabelAnnotation(place, self.annotation, self.label),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remove:
    """Remove an annotation, and its relations with it."""

    annotation: str

    def edits(self, project: Project, stamp: Stamp) -> Edits:
        """Take the relations along."""
        del stamp
        _place(project, self.annotation)
        return self.annotation, removal(project, self.annotation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """Set attributes (null removes one) and, where it is named, the note."""

    annotation: str
    attributes: Mapping[str, Value] = field(default_factory=lambda: _NOTHING)
    note: str | None = field(default_factory=lambda: _UNSAID)

    def edits(self, project: Project, stamp: Stamp) -> Edits:
        """Touch only what the request names."""
        del stamp
        place = _place(project, self.annotation)
        edits: list[Edit] = []
        if self.attributes:
            label = project.annotation(self.annotation).label
            values = _values(project, label, self.attributes)
            edits.append(SetAttributes(place, self.annotation, values))
        if self.note is not _UNSAID:
            edits.append(SetNote(place, self.annotation, self.note))
        if not edits:
            raise EditError("nothing-to-set", id=self.annotation)
        return self.annotation, tuple(edits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relate:
    """Join an annotation to another, or to an entity."""

    type: str
    from_: str
    to: str | None = None
    entity: str | None = None
    inferred: bool = False
    match: str | None = None
    note: str | None = None
    id: str | None = None

    def edits(self, project: Project, stamp: Stamp) -> Edits:
        """Refuse a type that the label set lacks or that does not fit the labels at the ends."""
        relation = Relation(
            id=self.id or new_id(),
            type=self.type,
            from_=self.from_,
            to=self.to,
            entity=self.entity,
            inferred=self.inferred,
            match=self.match,
            note=self.note,
            annotator=stamp.annotator,
            created=stamp.time,
        )
        edit = AddRelation(relation)
        edit.apply(project, stamp)  # its own refusals name the end that is missing
        start = project.annotation(self.from_).label
        end = project.annotation(self.to).label if self.to else None
        if not project.label_set.allows(relation, start, end):
            raise EditError("relation-does-not-fit", type=self.type)
        return relation.id, (edit,)


Asked: TypeAlias = Add | Move | Relabel | Remove | Set | Relate
"""A request."""

TITLES: Mapping[type, str] = MappingProxyType(
    {
        Add: "Tag",
        Move: "Move annotation",
        Relabel: "Relabel",
        Remove: "Delete annotation",
        Set: "Set attributes",
        Relate: "Add relation",
    }
)
"""What the undo step of each is called."""


def _place(project: Project, annotation_id: str) -> str:
    place = project.places.get(annotation_id)
    if place is None:
        raise EditError("no-annotation", id=annotation_id)
    return place


def _values(project: Project, label_id: str, values: Mapping[str, Value]) -> Mapping[str, Value]:
    """Return attribute values; those that the label declares must have the declared shape."""
    label = project.label_set.label(label_id)
    for name, value in values.items():
        declared = label.attribute(name) if label else None
        if value is not None and declared is not None and not accepts(declared, value):
            raise EditError("bad-value", attribute=name, kind=declared.kind)
    return values
