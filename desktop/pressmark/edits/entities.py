"""Making one entity of two, and taking in a list of entities without doubles."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pressmark.edits.annotations import SetAttributes
from pressmark.edits.edit import Edit
from pressmark.edits.frame import PutEntity, RemoveEntity
from pressmark.edits.relations import ReplaceRelation
from pressmark.errors import EditError
from pressmark.model.annotation import Annotation
from pressmark.model.attribute import Anchor, Value, anchors
from pressmark.model.project import Project
from pressmark.model.records import Entity


def entity_merge(project: Project, kept: str, gone: str) -> tuple[Edit, ...]:
    """Return the edits that make the entity `kept` of both, with the names of both as aliases.

    Whatever named `gone` names `kept` then. EditError `no-entity`, `same-entity`.
    """
    if kept == gone:
        raise EditError("same-entity", id=kept)
    for one in (kept, gone):
        if one not in project.entities:
            raise EditError("no-entity", id=one)
    return (
        PutEntity(united(project.entities[kept], project.entities[gone])),
        *_renamed_attributes(project, gone, kept),
        *(
            ReplaceRelation(replace(relation, entity=kept))
            for relation in project.relations.touching(gone)
            if relation.entity == gone
        ),
        RemoveEntity(gone),
    )


def entity_additions(project: Project, entities: Iterable[Entity]) -> tuple[PutEntity, ...]:
    """Return the edits that bring in `entities`: one that is there by id or name gains by it."""
    held = dict(project.entities)
    named = {_key(name): one.id for one in held.values() for name in names(one)}
    changed: dict[str, Entity] = {}
    for one in entities:
        same = one.id if one.id in held else next(filter(None, map(named.get, _keys(one))), None)
        entity = united(held[same], one) if same else one
        if entity != held.get(entity.id):
            changed[entity.id] = held[entity.id] = entity
        named |= {key: entity.id for key in _keys(entity) if key not in named}
    return tuple(PutEntity(one) for one in changed.values())


def united(kept: Entity, other: Entity) -> Entity:
    """Return `kept` with what it lacks of `other`, and the names of both."""
    aliases: dict[str, str] = {}
    for name in (*kept.aliases, *names(other)):
        aliases.setdefault(_key(name), name)
    aliases.pop(_key(kept.name), None)
    return replace(
        kept,
        type=kept.type or other.type,
        country=kept.country or other.country,
        aliases=tuple(aliases.values()),
        unknown={**other.unknown, **kept.unknown},
    )


def names(entity: Entity) -> tuple[str, ...]:
    """Return all names of an entity, its own first."""
    return entity.name, *entity.aliases


def _keys(entity: Entity) -> list[str]:
    return [_key(name) for name in names(entity)]


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _renamed_attributes(project: Project, gone: str, kept: str) -> Iterator[SetAttributes]:
    for article in project.opened():
        for annotation in article.annotations:
            values = _renamed(annotation, gone, kept)
            if values:
                yield SetAttributes(article.head.id, annotation.id, values)


def _renamed(annotation: Annotation, gone: str, kept: str) -> Mapping[str, Value]:
    """Return those attributes of an annotation that named `gone`, naming `kept`."""
    return {
        name: _with_name(value, gone, kept)
        for name, value in annotation.attributes.items()
        if any(gone in anchor.entities for anchor in anchors(value))
    }


def _with_name(value: Value, gone: str, kept: str) -> Value:
    found = tuple(_named(anchor, gone, kept) for anchor in anchors(value))
    return found if isinstance(value, tuple) else found[0]


def _named(anchor: Anchor, gone: str, kept: str) -> Anchor:
    ids = [kept if one == gone else one for one in anchor.entities]
    return replace(anchor, entities=tuple(dict.fromkeys(ids)))
