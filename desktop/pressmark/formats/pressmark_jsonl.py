"""Pressmark JSONL: everything, one article a line. Offsets: code points, end-exclusive."""

import json
from collections.abc import Iterator

from pressmark.formats.format import EVERYTHING, Format, NoOptions
from pressmark.formats.jsonl_reading import read_lines
from pressmark.formats.selection import Selection
from pressmark.model.article import Article
from pressmark.model.attribute import anchors
from pressmark.model.json import Json
from pressmark.model.relations import Relations
from pressmark.store.records import to_json
from pressmark.store.strict_json import json_bytes


def _write(selection: Selection, options: NoOptions) -> Iterator[bytes]:
    del options
    relations = selection.relations()
    loose = set(selection.project.entities) if selection.whole else set[str]()
    loose -= {entity for article in selection.opened() for entity in _entities(article, relations)}
    for article in selection.opened():
        yield json_bytes(_line(selection, article, relations, loose)) + b"\n"
        loose = set()  # entities that no article names travel with the first


def _line(
    selection: Selection, article: Article, relations: Relations, loose: set[str]
) -> dict[str, Json]:
    entities, annotators = selection.project.entities, selection.annotators_by_id()
    own = [
        relation
        for annotation in article.annotations
        for relation in relations.touching(annotation.id)
        if relation.from_ == annotation.id
    ]
    named = _entities(article, relations) | loose
    who = {one.annotator for one in article.annotations} | set(article.head.states)
    head: dict[str, Json] = to_json(article.head)
    return {
        "id": head.pop("id"),
        "title": head.pop("title"),
        "text": article.text,
        **head,
        "entities": [to_json(entities[key]) for key in sorted(named) if key in entities],
        "annotators": [to_json(annotators[key]) for key in sorted(who) if key in annotators],
        "annotations": [to_json(one) for one in article.annotations],
        "relations": [to_json(one) for one in sorted(own, key=lambda one: one.id)],
    }


def _entities(article: Article, relations: Relations) -> set[str]:
    """Return the ids of the entities that an article's annotations and relations name."""
    named = {
        entity
        for annotation in article.annotations
        for value in annotation.attributes.values()
        for anchor in anchors(value)
        for entity in anchor.entities
    }
    return named | {
        relation.entity
        for annotation in article.annotations
        for relation in relations.touching(annotation.id)
        if relation.entity is not None
    }


def _claims(name: str, data: bytes) -> bool:
    """Say whether the first line is a JSON object with a text."""
    del name
    first = data.removeprefix(b"\xef\xbb\xbf").lstrip()[: 1 << 20].split(b"\n", 1)[0]
    if not first.startswith(b"{"):
        return False
    try:
        line = json.loads(first)
    except ValueError:
        return b'"text"' in first and b'"id"' in first
    return isinstance(line, dict) and "text" in line and ("id" in line or "title" in line)


PRESSMARK_JSONL = Format(
    id="pressmark-jsonl",
    name="Pressmark JSONL",
    about="Everything, one article a line. The lossless way out and in.",
    suffix=".jsonl",
    group="training",
    holds=EVERYTHING,
    write=_write,
    read=read_lines,
    claims=_claims,
)
