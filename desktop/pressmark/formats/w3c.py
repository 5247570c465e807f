"""W3C Web Annotation: for each article its text and an AnnotationPage of JSON-LD.

Every fragment is a target of its own, with its place and its words. Offsets: code points,
end-exclusive. Model: https://www.w3.org/TR/annotation-model/
"""

import json
from collections.abc import Iterator
from typing import Any

from pressmark.formats import along
from pressmark.formats.article_lines import article_lines
from pressmark.formats.file_names import file_names
from pressmark.formats.format import EVERYTHING, Format, NoOptions, Piece
from pressmark.formats.selection import Selection
from pressmark.formats.w3c_reading import (
    ANNOTATION,
    ANNOTATOR,
    CONTEXT,
    ENTITY,
    RELATION,
    claims,
    claims_bundle,
    read_w3c,
)
from pressmark.model.annotation import CONTEXT as NEAR

_NATIVE = frozenset({"id", "label", "note", "created", "changed", "text", "fragments"})


def _write(selection: Selection, options: NoOptions) -> Iterator[Piece]:
    del options
    selection = selection.complete()
    names = file_names(one.head.id for one in selection.shelf())
    annotators = {key: one.name for key, one in selection.annotators_by_id().items()}
    for _, line in article_lines(selection):
        name = names[line["id"]]
        yield Piece(f"{name}.txt", line["text"].encode())
        page = json.dumps(_page(line, f"{name}.txt", annotators), ensure_ascii=True, indent=1)
        yield Piece(f"{name}.jsonld", f"{page}\n".encode())


def _page(line: dict[str, Any], source: str, annotators: dict[str, str]) -> dict[str, Any]:
    items = [_annotation(one, line["text"], source) for one in line["annotations"]]
    items += [_relation(one) for one in line["relations"]]
    for item in items:
        _name(item, annotators)
    left = {"text", "annotations", "relations"}
    return {
        "@context": CONTEXT,
        "type": "AnnotationPage",
        "items": items,
        along.KEY: {key: held for key, held in line.items() if key not in left},
    }


def _annotation(one: dict[str, Any], text: str, source: str) -> dict[str, Any]:
    bodies = [_body("tagging", one["label"])]
    if one.get("note"):
        bodies.append(_body("commenting", one["note"]))
    if one.get("attributes"):
        said = json.dumps(one["attributes"], ensure_ascii=False)
        bodies.append({**_body("describing", said), "format": "application/json"})
    rest = along.of_annotation(one)
    return {
        "id": f"{ANNOTATION}{one['id']}",
        "type": "Annotation",
        "motivation": "tagging",
        "creator": one.get("annotator"),
        "created": one.get("created"),
        "modified": one.get("changed"),
        "body": bodies,
        "target": [_target(start, end, text, source) for start, end in one["fragments"]],
        along.KEY: {key: held for key, held in rest.items() if key not in _NATIVE},
    }


def _target(start: int, end: int, text: str, source: str) -> dict[str, Any]:
    return {
        "source": source,
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - NEAR) : start],
                "suffix": text[end : end + NEAR],
            },
        ],
    }


def _relation(one: dict[str, Any]) -> dict[str, Any]:
    end = f"{ANNOTATION}{one['to']}" if one.get("to") else f"{ENTITY}{one['entity']}"
    return {
        "id": f"{RELATION}{one['id']}",
        "type": "Annotation",
        "motivation": "linking",
        "creator": one.get("annotator"),
        "created": one.get("created"),
        "body": [
            {"type": "SpecificResource", "purpose": "linking", "source": end},
            _body("tagging", one["type"]),
        ],
        "target": f"{ANNOTATION}{one['from']}",
        along.KEY: one,
    }


def _body(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _name(item: dict[str, Any], annotators: dict[str, str]) -> None:
    """Say who made it by name, where that is known; leave out what is empty."""
    own = item["creator"]
    person = {"id": f"{ANNOTATOR}{own}", "type": "Person", "name": annotators.get(own)}
    item["creator"] = {key: held for key, held in person.items() if held} if own else None
    for key in [key for key, held in item.items() if held in (None, "")]:
        del item[key]


W3C = Format(
    id="w3c",
    name="W3C Web Annotation",
    about="JSON-LD with the text of each article. Every span says its place and its words.",
    suffix=".zip",
    group="exchange",
    holds=EVERYTHING,
    options=NoOptions,
    write_files=_write,
    read=read_w3c,
    claims=claims,
    claims_bundle=claims_bundle,
)
