"""Edits of relations."""

from dataclasses import dataclass, replace
from typing import Self

from pressmark.edits.edit import Applied, Stamp, Touched
from pressmark.errors import EditError
from pressmark.model.ids import is_id
from pressmark.model.project import Project
from pressmark.model.records import Relation


@dataclass(frozen=True, slots=True)
class _WithRelation:
    """An edit that brings a whole relation in.

    `as_found`: it may lead into another article though its type keeps to one, for it was so
    before. A label set can change, and each step with such a relation must lead back.
    """

    relation: Relation
    as_found: bool = False

    @classmethod
    def as_it_stands(cls, project: Project, relation: Relation) -> Self:
        """Return the edit for a relation that exists already, in a project that has its ends."""
        return cls(relation, as_found=project.reaches_too_far(relation))

    def touches(self) -> Touched:
        """Name the relation and the annotations at its ends."""
        ends = (self.relation.from_, self.relation.to)
        return Touched(annotations=tuple(filter(None, ends)), relations=(self.relation.id,))


@dataclass(frozen=True, slots=True)
class AddRelation(_WithRelation):
    """Add a relation between annotations, or from an annotation to an entity."""

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse a bad or taken id, an end that is not there, a type that does not fit."""
        del stamp
        if not is_id(self.relation.id):
            raise EditError("bad-id", id=self.relation.id)
        if self.relation.id in project.relations:
            raise EditError("id-taken", id=self.relation.id)
        _verify(project, self.relation)
        if not self.as_found:
            _verify_reach(project, self.relation)
        changed = replace(project, relations=project.relations.with_(self.relation))
        return Applied(changed, RemoveRelation(self.relation.id))


@dataclass(frozen=True, slots=True)
class ReplaceRelation(_WithRelation):
    """Put a whole relation in the place of the one with its id."""

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse an id that is not there, an end that is not there, a type that does not fit."""
        del stamp
        before = project.relations.get(self.relation.id)
        if before is None:
            raise EditError("no-relation", id=self.relation.id)
        _verify(project, self.relation)
        if not self.as_found and before.joins != self.relation.joins:
            _verify_reach(project, self.relation)
        changed = replace(project, relations=project.relations.with_(self.relation))
        return Applied(changed, ReplaceRelation.as_it_stands(project, before))


@dataclass(frozen=True, slots=True)
class RemoveRelation:
    """Remove a relation."""

    relation: str

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse one that is not there."""
        del stamp
        gone = project.relations.get(self.relation)
        if gone is None:
            raise EditError("no-relation", id=self.relation)
        changed = replace(project, relations=project.relations.without(self.relation))
        return Applied(changed, AddRelation.as_it_stands(project, gone))

    def touches(self) -> Touched:
        """Name the relation."""
        return Touched(relations=(self.relation,))


def _verify(project: Project, relation: Relation) -> None:
    if (relation.to is None) == (relation.entity is None):
        raise EditError("one-end", id=relation.id)
    for end in (relation.from_, relation.to):
        if end is not None and end not in project.places:
            raise EditError("no-annotation", id=end)
    if relation.entity is not None and relation.entity not in project.entities:
        raise EditError("no-entity", id=relation.entity)
    if relation.to == relation.from_:
        raise EditError("relation-to-itself", id=relation.from_)


def _verify_reach(project: Project, relation: Relation) -> None:
    kind = project.label_set.relation_type(relation.type)
    if kind is not None and project.reaches_too_far(relation):
        raise EditError("relation-too-far", type=kind.title)
