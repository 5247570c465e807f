"""A selection as one JSON object an article: the lines of Pressmark JSONL, for others as well.

Each line has the head of its article, its text, annotations and relations, and the entities and
annotators that these name. Offsets: code points, end-exclusive.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import Any, TypeVar

from pressmark.formats.selection import Selection
from pressmark.model.article import Article
from pressmark.model.attribute import anchors
from pressmark.model.json import Json
from pressmark.model.records import Relation
from pressmark.store.records import to_json

T = TypeVar("T")

ALL: Mapping[str, frozenset[str] | None] = MappingProxyType({"": None})
"""One part that has all articles."""


def article_lines(
    selection: Selection, parts: Mapping[str, frozenset[str] | None] = ALL
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the name of a part and the line of an article in it, part after part.

    Of a whole project the entities and annotators that nothing names go with the first line.
    """
    relations = selection.relations()
    entities = dict(selection.project.entities)
    annotators = selection.annotators_by_id()
    unnamed = _unnamed(selection, entities, annotators)
    for part, ids in parts.items():
        for article in selection.opened(ids):
            own = [
                relation
                for annotation in article.annotations
                for relation in relations.touching(annotation.id)
                if relation.from_ == annotation.id
            ]
            named = chain(_entities(article, own), _annotators(article, own), unnamed)
            unnamed = set()
            yield part, _line(article, own, set(named), entities, annotators)


def _line(
    article: Article,
    relations: Iterable[Relation],
    named: set[str],
    entities: Mapping[str, object],
    annotators: Mapping[str, object],
) -> dict[str, Json]:
    head: dict[str, Json] = to_json(article.head)
    return {
        "id": head.pop("id"),
        "title": head.pop("title"),
        "text": article.text,
        **head,
        "entities": to_json(_picked(entities, named)),
        "annotators": to_json(_picked(annotators, named)),
        "annotations": to_json(article.annotations),
        "relations": to_json(sorted(relations, key=lambda one: one.id)),
    }


def _picked(records: Mapping[str, T], named: set[str]) -> list[T]:
    return [records[key] for key in sorted(named & records.keys())]


def _unnamed(
    selection: Selection, entities: Mapping[str, object], annotators: Mapping[str, object]
) -> set[str]:
    """Return what no line would bring along: of a whole project, that goes with the first."""
    if not selection.whole:
        return set()
    left = {*entities, *annotators}
    for article in selection.opened():
        if not left:
            break
        own = [one for id_ in article.annotations.ids() for one in _from(selection, id_)]
        left.difference_update(_entities(article, own), _annotators(article, own))
    return left


def _from(selection: Selection, annotation_id: str) -> Iterator[Relation]:
    touching = selection.project.relations.touching(annotation_id)
    return (one for one in touching if one.from_ == annotation_id)


def _entities(article: Article, relations: Iterable[Relation]) -> Iterator[str]:
    """Yield the ids of the entities that annotations and relations name."""
    for annotation in article.annotations:
        for value in annotation.attributes.values():
            for anchor in anchors(value):
                yield from anchor.entities
    yield from (one.entity for one in relations if one.entity is not None)


def _annotators(article: Article, relations: Iterable[Relation]) -> Iterator[str]:
    yield from article.head.states
    yield from (one.annotator for one in article.annotations)
    yield from (one.annotator for one in relations)
