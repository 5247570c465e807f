"""Rows of a Hugging Face dataset: one an article, every column of one type. Both ways.

A row is a line of Pressmark JSONL with its attributes typed and its rare fields in `more`, as
JSON: so that a table can hold it, and nothing is lost. Offsets: code points, end-exclusive.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from pressmark.errors import RecordError
from pressmark.model.json import Json

Row = dict[str, Any]
Shape = Mapping[str, Any]
"""The columns of a row: "string", "int64", "float64" or "bool"; [one] for a list, or a Shape."""

TEXT, WHOLE, FLAG = "string", "int64", "bool"

_ATTRIBUTE: Shape = MappingProxyType(
    {
        "name": TEXT,
        "kind": TEXT,
        "several": FLAG,
        "value": TEXT,
        "number": "float64",
        "flag": FLAG,
        "start": WHOLE,
        "end": WHOLE,
        "text": TEXT,
        "entities": [TEXT],
        "implicit": FLAG,
    }
)
_SPAN: Shape = MappingProxyType(
    {
        "id": TEXT,
        "start": WHOLE,
        "end": WHOLE,
        "label": TEXT,
        "text": TEXT,
        "fragments": [{"start": WHOLE, "end": WHOLE, "text": TEXT}],
        "attributes": [_ATTRIBUTE],
        "note": TEXT,
        "confidence": TEXT,
        "flag": FLAG,
        "annotator": TEXT,
        "created": TEXT,
        "changed": TEXT,
        "more": TEXT,
    }
)
_RELATION: Shape = MappingProxyType(
    {
        "id": TEXT,
        "type": TEXT,
        "from": TEXT,
        "to": TEXT,
        "entity": TEXT,
        "inferred": FLAG,
        "match": TEXT,
        "note": TEXT,
        "annotator": TEXT,
        "created": TEXT,
        "more": TEXT,
    }
)
_ENTITY: Shape = MappingProxyType(
    {
        "id": TEXT,
        "name": TEXT,
        "type": TEXT,
        "aliases": [TEXT],
        "country": TEXT,
        "more": TEXT,
    }
)
SHAPE: Shape = MappingProxyType(
    {
        "id": TEXT,
        "title": TEXT,
        "text": TEXT,
        "byline": TEXT,
        "source": TEXT,
        "published": TEXT,
        "url": TEXT,
        "language": TEXT,
        "grade": TEXT,
        "keywords": [TEXT],
        "zones": [{"start": WHOLE, "end": WHOLE, "kind": TEXT, "more": TEXT}],
        "states": [{"annotator": TEXT, "state": TEXT}],
        "spans": [_SPAN],
        "relations": [_RELATION],
        "entities": [_ENTITY],
        "annotators": [{"id": TEXT, "name": TEXT, "more": TEXT}],
        "more": TEXT,
    }
)
_ANCHOR = frozenset({"start", "end", "text", "entities", "implicit"})


def row_of(line: Mapping[str, Any]) -> Row:
    """Return the row of an article, of a line as `article_lines` makes it."""
    told = {
        **line,
        "states": [{"annotator": who, "state": one} for who, one in line["states"].items()],
        "zones": [_shaped(one, SHAPE["zones"][0]) for one in line["zones"]],
        "spans": [_span(one, line["text"]) for one in line["annotations"]],
        "relations": [_shaped(one, _RELATION) for one in line["relations"]],
        "entities": [_shaped(one, _ENTITY) for one in line["entities"]],
        "annotators": [_shaped(one, SHAPE["annotators"][0]) for one in line["annotators"]],
    }
    del told["annotations"]
    return _shaped(told, SHAPE)


def line_of(row: Mapping[str, Any]) -> dict[str, Json]:
    """Return the line that a row was made of; of a foreign row as much of one as it has.

    The text of a span says whether its offsets are what they seem: it stays with it.
    RecordError where a column holds what it cannot.
    """
    try:
        return _line(row)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise RecordError(where="row", reason="not-an-object") from error


def _line(row: Mapping[str, Any]) -> dict[str, Json]:
    line: dict[str, Any] = _opened(row)
    spans = _list(line.pop("spans", None))
    line["annotations"] = [_annotation(one) for one in spans]
    states = line.pop("states", None)
    if isinstance(states, list):
        states = {
            one["annotator"]: one["state"] for one in states if {"annotator", "state"} <= one.keys()
        }
    line["states"] = states or {}
    for name in ("zones", "relations", "entities", "annotators"):
        line[name] = [_opened(one) for one in _list(line.get(name))]
    return line


def _shaped(record: Mapping[str, Any], shape: Shape) -> Row:
    """Return a record with the columns of a shape; what is none of them goes into `more`."""
    row = {name: record.get(name, [] if isinstance(shape[name], list) else None) for name in shape}
    rest = {name: held for name, held in record.items() if name not in shape or name == "more"}
    row["more"] = json.dumps(rest, ensure_ascii=False, sort_keys=True) if rest else None
    return row


def _opened(row: Any) -> dict[str, Any]:  # noqa: ANN401 -- it may be anybody's
    """Return the record that a row was made of; columns without a value were not there."""
    if not isinstance(row, dict):
        return {}
    more = row.get("more")
    rest = json.loads(more) if isinstance(more, str) else None
    kept = {name: held for name, held in row.items() if name != "more" and held is not None}
    return {**kept, **rest} if isinstance(rest, dict) else kept


def _span(annotation: Mapping[str, Any], text: str) -> Row:
    told = dict(annotation)
    fragments = told.pop("fragments")
    for made in ("prefix", "suffix", "text"):  # the row's own text says all three again
        told.pop(made, None)
    start, end = fragments[0][0], fragments[-1][1]
    span = {
        **told,
        "start": start,
        "end": end,
        "text": text[start:end],
        "fragments": [
            {"start": one, "end": other, "text": text[one:other]} for one, other in fragments
        ],
        "attributes": [
            row
            for name, value in annotation.get("attributes", {}).items()
            for row in _attributes(name, value)
        ],
    }
    return _shaped(span, _SPAN)


def _annotation(span: Mapping[str, Any]) -> dict[str, Any]:
    told = _opened(span)
    fragments = _list(told.pop("fragments", None))
    if fragments:
        told["fragments"] = [[one.get("start"), one.get("end")] for one in fragments]
        told["text"] = [one.get("text") for one in fragments]
        told.pop("start", None)
        told.pop("end", None)
    attributes = told.pop("attributes", None)
    if isinstance(attributes, list):
        told["attributes"] = _values(attributes)
    return told


def _attributes(name: str, value: Any) -> Iterable[Row]:  # noqa: ANN401 -- any value
    several = isinstance(value, list) and len(value) > 0
    rows = [_typed(one) for one in (value if several else [value])]
    if any(row is None for row in rows):
        rows, several = [{"kind": "json", "value": json.dumps(value, ensure_ascii=False)}], False
    for row in rows:
        yield {
            column: {"name": name, "several": several, "entities": [], **(row or {})}.get(column)
            for column in _ATTRIBUTE
        }


def _typed(value: Any) -> Row | None:  # noqa: ANN401 -- any value
    """Return the columns of one value; None where it has no type of its own."""
    if isinstance(value, bool):
        return {"kind": "flag", "flag": value}
    if isinstance(value, str):
        return {"kind": "text", "value": value}
    if isinstance(value, int | float) and float(value) == value and abs(value) < 2**53:
        return {"kind": "number", "number": float(value), "value": json.dumps(value)}
    if isinstance(value, dict) and value.keys() <= _ANCHOR:
        return {"kind": "anchored", **value}
    return None


def _anchor(row: Row) -> dict[str, Any]:
    anchor = {name: row[name] for name in sorted(_ANCHOR) if row.get(name) not in (None, [])}
    return anchor or {"entities": []}


_VALUES: Mapping[str, Callable[[Row], Any]] = MappingProxyType(
    {
        "flag": lambda row: row.get("flag"),
        "text": lambda row: row.get("value"),
        "number": lambda row: json.loads(row.get("value") or json.dumps(row.get("number"))),
        "json": lambda row: json.loads(row.get("value") or "null"),
        "anchored": _anchor,
    }
)


def _values(rows: list[Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for row in rows:
        name, value = row["name"], _VALUES[row["kind"]](row)
        if row.get("several"):
            values.setdefault(name, []).append(value)
        else:
            values[name] = value
    return values


def _list(value: Any) -> list[Any]:  # noqa: ANN401 -- it may be anybody's
    return value if isinstance(value, list) else []
