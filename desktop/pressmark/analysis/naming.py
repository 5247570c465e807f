"""Which annotations name which entities, by their attributes and relations."""

from collections import Counter
from collections.abc import Iterable, Iterator

from pressmark.errors import PressmarkError
from pressmark.model.annotation import Annotation
from pressmark.model.attribute import anchors
from pressmark.model.project import Project


def named_by(project: Project, annotation: Annotation) -> frozenset[str]:
    """Return the ids of the entities that an annotation names or is related to."""
    found = {
        entity
        for value in annotation.attributes.values()
        for anchor in anchors(value)
        for entity in anchor.entities
    }
    related = (one.entity for one in project.relations.touching(annotation.id))
    return frozenset(found.union(entity for entity in related if entity is not None))


def naming_counts(project: Project) -> Counter[str]:
    """Return how many annotations name each entity; damaged articles count for nothing."""
    return Counter(
        entity for annotation in _annotations(project) for entity in named_by(project, annotation)
    )


def first_namings(annotations: Iterable[Annotation], project: Project) -> dict[str, Annotation]:
    """Return the annotation that names each entity first, by the entity's id."""
    first: dict[str, Annotation] = {}
    for annotation in annotations:
        for entity in named_by(project, annotation):
            first.setdefault(entity, annotation)
    return first


def _annotations(project: Project) -> Iterator[Annotation]:
    for shelved in project.shelf():
        try:
            yield from shelved.open().annotations
        except PressmarkError:
            continue
