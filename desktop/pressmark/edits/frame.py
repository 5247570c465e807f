"""Edits of what a project's articles share: title, label set, annotators, entities, disputes."""

from dataclasses import dataclass, replace

from pressmark.edits.edit import Applied, Stamp, Touched
from pressmark.errors import EditError
from pressmark.model.attribute import anchors
from pressmark.model.ids import is_id
from pressmark.model.json import Unknown
from pressmark.model.label_set import LabelSet
from pressmark.model.project import Project
from pressmark.model.records import Annotator, Dispute, Entity


class _OfFrame:
    """An edit of what all articles share."""

    __slots__ = ()

    def touches(self) -> Touched:
        """Name the frame."""
        return Touched(frame=True)


@dataclass(frozen=True, slots=True)
class RenameProject(_OfFrame):
    """Give the project another title."""

    title: str

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Set the title."""
        del stamp
        return Applied(replace(project, title=self.title), RenameProject(project.title))


@dataclass(frozen=True, slots=True)
class SetHandling(_OfFrame):
    """Set or clear (None) the project's handling marking."""

    handling: str | None

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Set the marking."""
        del stamp
        return Applied(replace(project, handling=self.handling), SetHandling(project.handling))


@dataclass(frozen=True, slots=True)
class SetLabelSet(_OfFrame):
    """Give the project another label set, whole."""

    label_set: LabelSet

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Set it; annotations keep their label ids, known to the new set or not."""
        del stamp
        changed = replace(project, label_set=self.label_set)
        return Applied(changed, SetLabelSet(project.label_set))


@dataclass(frozen=True, slots=True)
class SetUnknown(_OfFrame):
    """Set the keys of the project that this version does not know, all of them."""

    keys: Unknown

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Set them."""
        del stamp
        return Applied(replace(project, unknown=self.keys), SetUnknown(project.unknown))


@dataclass(frozen=True, slots=True)
class PutAnnotator(_OfFrame):
    """Add an annotator, or put the record in the place of the one with its id."""

    annotator: Annotator

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse a bad id."""
        del stamp
        key = self.annotator.id
        if not is_id(key):
            raise EditError("bad-id", id=key)
        before = project.annotators.get(key)
        changed = replace(project, annotators=project.annotators.set(key, self.annotator))
        return Applied(changed, PutAnnotator(before) if before else RemoveAnnotator(key))


@dataclass(frozen=True, slots=True)
class RemoveAnnotator(_OfFrame):
    """Remove an annotator's record."""

    annotator: str

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse one that is not there."""
        del stamp
        gone = project.annotators.get(self.annotator)
        if gone is None:
            raise EditError("no-annotator", id=self.annotator)
        changed = replace(project, annotators=project.annotators.delete(self.annotator))
        return Applied(changed, PutAnnotator(gone))


@dataclass(frozen=True, slots=True)
class PutEntity(_OfFrame):
    """Add an entity, or put the record in the place of the one with its id."""

    entity: Entity

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse a bad id."""
        del stamp
        key = self.entity.id
        if not is_id(key):
            raise EditError("bad-id", id=key)
        before = project.entities.get(key)
        changed = replace(project, entities=project.entities.set(key, self.entity))
        return Applied(changed, PutEntity(before) if before else RemoveEntity(key))


@dataclass(frozen=True, slots=True)
class RemoveEntity(_OfFrame):
    """Remove an entity that nothing points at."""

    entity: str

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse one that is not there, or that a relation or an attribute names."""
        del stamp
        gone = project.entities.get(self.entity)
        if gone is None:
            raise EditError("no-entity", id=self.entity)
        if project.relations.touching(self.entity) or _is_named(project, self.entity):
            raise EditError("entity-in-use", id=self.entity)
        changed = replace(project, entities=project.entities.delete(self.entity))
        return Applied(changed, PutEntity(gone))


@dataclass(frozen=True, slots=True)
class PutDispute(_OfFrame):
    """Add a dispute, or put the record in the place of the one with its id."""

    dispute: Dispute

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse a bad id."""
        del stamp
        key = self.dispute.id
        if not is_id(key):
            raise EditError("bad-id", id=key)
        before = project.disputes.get(key)
        changed = replace(project, disputes=project.disputes.set(key, self.dispute))
        return Applied(changed, PutDispute(before) if before else RemoveDispute(key))


@dataclass(frozen=True, slots=True)
class RemoveDispute(_OfFrame):
    """Remove a dispute, as if there had never been one."""

    dispute: str

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse one that is not there."""
        del stamp
        gone = project.disputes.get(self.dispute)
        if gone is None:
            raise EditError("no-dispute", id=self.dispute)
        changed = replace(project, disputes=project.disputes.delete(self.dispute))
        return Applied(changed, PutDispute(gone))


def _is_named(project: Project, entity_id: str) -> bool:
    return any(
        entity_id in anchor.entities
        for article in project.opened()
        for annotation in article.annotations
        for value in annotation.attributes.values()
        for anchor in anchors(value)
    )
