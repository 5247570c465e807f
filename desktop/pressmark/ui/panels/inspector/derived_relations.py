"""Relations to entities that attributes state already: shown, never asked for or stored."""

from collections.abc import Iterator
from typing import NamedTuple

from pressmark.model.annotation import Annotation
from pressmark.model.attribute import anchors
from pressmark.model.project import Project


class Derived(NamedTuple):
    """A relation type's id, and the id of the entity that an attribute names."""

    type: str
    entity: str


_STATED_BY = {
    "claimant": "attributed-to",
    "speaker": "attributed-to",
    "issuer": "attributed-to",
    "denier": "attributed-to",
    "target": "targets",
}
"""Which relation an attribute of the default label set states, by their ids."""


def derived_relations(project: Project, annotation: Annotation) -> tuple[Derived, ...]:
    """Return what the attributes of an annotation state and no stored relation repeats."""
    stored = {
        Derived(relation.type, relation.entity)
        for relation in project.relations.touching(annotation.id)
        if relation.entity is not None
    }
    return tuple(dict.fromkeys(one for one in _stated(project, annotation) if one not in stored))


def _stated(project: Project, annotation: Annotation) -> Iterator[Derived]:
    for attribute, relation_type in _STATED_BY.items():
        kind = project.label_set.relation_type(relation_type)
        if kind is None or not kind.entity:
            continue
        for anchor in anchors(annotation.attributes.get(attribute)):
            for entity in anchor.entities:
                if entity in project.entities:
                    yield Derived(relation_type, entity)
