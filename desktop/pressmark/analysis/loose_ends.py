"""Annotations that ask for a relation and have none: denials of nothing, claims undenied."""

from typing import NamedTuple

from pressmark.model.annotation import Annotation
from pressmark.model.label_set import LabelSet
from pressmark.model.project import Project


def leads_nowhere(project: Project, annotation: Annotation, type_id: str) -> bool:
    """Say whether a relation of that type may start at an annotation, and none does."""
    kind = project.label_set.relation_type(type_id)
    asked = kind is not None and annotation.label in kind.from_
    return asked and not any(
        one.type == type_id and one.from_ == annotation.id
        for one in project.relations.touching(annotation.id)
    )


def is_led_to_by_none(project: Project, annotation: Annotation, type_id: str) -> bool:
    """Say whether a relation of that type may end at an annotation, and none does."""
    kind = project.label_set.relation_type(type_id)
    asked = kind is not None and annotation.label in kind.to
    return asked and not any(
        one.type == type_id and one.to == annotation.id
        for one in project.relations.touching(annotation.id)
    )


class LooseEnd(NamedTuple):
    """One way to lack a relation: with this label, and none of this type starts (or ends) there."""

    type: str
    label: str
    starts: bool

    def is_of(self, project: Project, annotation: Annotation) -> bool:
        """Say whether an annotation is one of these."""
        if annotation.label != self.label:
            return False
        if self.starts:
            return leads_nowhere(project, annotation, self.type)
        return is_led_to_by_none(project, annotation, self.type)


def loose_ends(labels: LabelSet) -> tuple[LooseEnd, ...]:
    """Return the ways to lack a relation that mean something, by type: where it starts first.

    Left out are types that join any labels, and those that may end at entities: attributes
    state these already.
    """
    telling = (one for one in labels.relations if one.from_ and one.to and not one.entity)
    return tuple(
        LooseEnd(one.id, label, starts=starts)
        for one in telling
        for starts, ends in ((True, one.from_), (False, one.to))
        for label in ends
    )
