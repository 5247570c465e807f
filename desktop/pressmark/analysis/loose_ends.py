"""Annotations that ask for a relation and have none: denials of nothing, claims undenied."""

from pressmark.model.annotation import Annotation
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
