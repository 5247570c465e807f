"""Edits of relations."""

from dataclasses import dataclass, replace

from pressmark.edits.edit import Applied, Stamp, Touched
from pressmark.errors import EditError
from pressmark.model.ids import is_id
from pressmark.model.project import Project
from pressmark.model.records import Relation


@dataclass(frozen=True, slots=True)
class AddRelation:
    """Add a relation between annotations, or from an annotation to an entity."""

    relation: Relation

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse a bad or taken id, an end that is not there, a type that does not fit."""
        del stamp
        if not is_id(self.relation.id):
            raise EditError("bad-id", id=self.relation.id)
        if self.relation.id in project.relations:
            raise EditError("id-taken", id=self.relation.id)
        _verify(project, self.relation)
        changed = replace(project, relations=project.relations.with_(self.relation))
        return Applied(changed, RemoveRelation(self.relation.id))

    def touches(self) -> Touched:
        """Name the relation and the annotations at its ends."""
        return _touched(self.relation)


@dataclass(frozen=True, slots=True)
class ReplaceRelation:
    """Put a whole relation in the place of the one with its id."""

    relation: Relation

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse an id that is not there, an end that is not there, a type that does not fit."""
        del stamp
        before = project.relations.get(self.relation.id)
        if before is None:
            raise EditError("no-relation", id=self.relation.id)
        _verify(project, self.relation)
        changed = replace(project, relations=project.relations.with_(self.relation))
        return Applied(changed, ReplaceRelation(before))

    def touches(self) -> Touched:
        """Name the relation and the annotations at its ends."""
        return _touched(self.relation)


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
        return Applied(changed, AddRelation(gone))

    def touches(self) -> Touched:
        """Name the relation."""
        return Touched(relations=(self.relation,))


def _touched(relation: Relation) -> Touched:
    ends = tuple(end for end in (relation.from_, relation.to) if end is not None)
    return Touched(annotations=ends, relations=(relation.id,))


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
