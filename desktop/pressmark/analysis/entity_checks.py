"""Checks of entities, each told once: at the first annotation that names the entity."""

from collections.abc import Iterator, Mapping

from pressmark.analysis.finding import Finding
from pressmark.analysis.naming import first_namings
from pressmark.model.annotation import Annotation
from pressmark.model.project import Project
from pressmark.model.records import Entity

SAME_NAME = "same-name"
_NO_TYPE = "entity-without-type"
OF_ENTITIES = frozenset({SAME_NAME, _NO_TYPE})
"""The codes of findings whose record is an entity."""


def check_entities(project: Project) -> Iterator[Finding]:
    """Yield entities without a type, and those of one name; what nothing names does no harm."""
    if any_odd(project):
        annotations = (one for article in project.opened() for one in article.annotations)
        yield from odd_entities(project, first_namings(annotations, project))


def odd_entities(project: Project, named: Mapping[str, Annotation]) -> Iterator[Finding]:
    """Yield the same, knowing which annotation names each entity first."""
    for entity in sorted(project.entities.values(), key=lambda one: one.id):
        if not entity.type and entity.id in named:
            place = _place(project, named[entity.id])
            yield Finding(_NO_TYPE, *place, entity.name, entity.id)
    for kept, gone in _doubles(project):
        if gone.id in named or kept.id in named:
            place = _place(project, named.get(gone.id) or named[kept.id])
            yield Finding(SAME_NAME, *place, gone.name, gone.id)


def any_odd(project: Project) -> bool:
    """Say whether there may be anything to yield, without opening an article."""
    untyped = any(not one.type for one in project.entities.values())
    return untyped or next(_doubles(project), None) is not None


def namesake(project: Project, entity_id: str) -> str | None:
    """Return the id of the entity that another one of its name would be merged into."""
    return next((kept.id for kept, gone in _doubles(project) if gone.id == entity_id), None)


def _doubles(project: Project) -> Iterator[tuple[Entity, Entity]]:
    """Yield each entity whose name an earlier one has that may be the same."""
    by_name: dict[str, list[Entity]] = {}
    for entity in sorted(project.entities.values(), key=lambda one: one.id):
        earlier = by_name.setdefault(" ".join(entity.name.casefold().split()), [])
        kept = next((one for one in earlier if _may_be_one(one, entity)), None)
        if kept is not None:
            yield kept, entity
        earlier.append(entity)


def _may_be_one(one: Entity, other: Entity) -> bool:
    pairs = ((one.type, other.type), (one.country, other.country))
    return all(a == b or not a or not b for a, b in pairs)


def _place(project: Project, annotation: Annotation) -> tuple[str, str]:
    return project.places[annotation.id], annotation.id
