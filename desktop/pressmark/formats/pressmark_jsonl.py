"""Pressmark JSONL: everything, one article a line. Offsets: code points, end-exclusive."""

import json
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from pressmark.errors import CancelledError, FormatError, RecordError
from pressmark.formats.format import EVERYTHING, Format, NoOptions, ReadRequest, ReadSet
from pressmark.formats.incoming import Incoming
from pressmark.formats.selection import Selection
from pressmark.model.article import Article
from pressmark.model.attribute import anchors
from pressmark.model.json import Json
from pressmark.model.records import Relation
from pressmark.store.records import to_json
from pressmark.store.strict_json import json_bytes, read_json

_BOM = b"\xef\xbb\xbf"
_NAP = 0.0005
_LINES_A_NAP = 8

T = TypeVar("T")


def _write(selection: Selection, options: NoOptions) -> Iterator[bytes]:
    del options
    if selection.whole:  # nothing is lost: what stayed with an earlier text goes out as well
        selection = replace(selection, earlier=True)
    relations = selection.relations()
    entities = dict(selection.project.entities)
    annotators = selection.annotators_by_id()
    unnamed = _unnamed(selection, entities, annotators)
    for article in selection.opened():
        own = [
            relation
            for annotation in article.annotations
            for relation in relations.touching(annotation.id)
            if relation.from_ == annotation.id
        ]
        named = chain(_entities(article, own), _annotators(article, own), unnamed)
        unnamed = set()
        yield json_bytes(_line(article, own, set(named), entities, annotators)) + b"\n"


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


def _read(request: ReadRequest) -> ReadSet:
    incoming = Incoming(request)
    number = 0
    for number, line in _lines(request.data):
        try:
            incoming.take(read_json(line))
        except RecordError as error:
            raise FormatError("bad-line", **{**error.facts, "line": number}) from error
        if request.cancelled():
            raise CancelledError
        if number % _LINES_A_NAP == 0:
            time.sleep(_NAP)  # a thread that only computes stalls the window's
    if not number:
        raise FormatError("empty")
    return incoming.result()


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that are not blank, numbered from 1."""
    for number, line in enumerate(data.removeprefix(_BOM).split(b"\n"), start=1):
        if line.strip():
            yield number, line


def _claims(name: str, data: bytes) -> bool:
    """Say whether the first line is an object with a text, or begins like one in a .jsonl."""
    first = next((line for _, line in _lines(data[: 1 << 20])), b"").lstrip()
    if not first.startswith(b"{"):
        return False
    try:
        line = json.loads(first)
    except ValueError:
        return name.lower().endswith(".jsonl") or b'"text"' in first
    return isinstance(line, dict) and "text" in line and ("id" in line or "title" in line)


PRESSMARK_JSONL = Format(
    id="pressmark-jsonl",
    name="Pressmark JSONL",
    about="Everything, one article a line. The lossless way out and in.",
    suffix=".jsonl",
    group="training",
    holds=EVERYTHING,
    options=NoOptions,
    write=_write,
    read=_read,
    claims=_claims,
)
