"""Prodigy: one article a line, with the tokens that its screen shows. Offsets: code points.

`token_end` is the last token of a span, not the one after it. Spans may overlap in spans_manual.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from functools import partial

from pressmark.formats.along import (
    KEY,
    SHOWN,
    find_cut,
    fragments,
    objects,
    of_annotation,
    of_article,
)
from pressmark.formats.article_lines import article_lines
from pressmark.formats.foreign_sets import take_foreign
from pressmark.formats.format import EVERYTHING, Format, NoOptions, ReadRequest, ReadSet
from pressmark.formats.json_documents import (
    Place,
    ascii_line,
    first_document,
    json_documents,
    read_at,
)
from pressmark.formats.prodigy_reading import answer_left, from_prodigy, is_prodigy, several, united
from pressmark.formats.selection import Selection
from pressmark.formats.spaced_tokens import tokens
from pressmark.model.json import Json
from pressmark.model.span import Span
from pressmark.store.strict_json import json_bytes

_OWN = frozenset({"label", "fragments", "text"})
_SPAN = ("start", "end", "token_start", "token_end", "label")


def _write(selection: Selection, options: NoOptions) -> Iterator[bytes]:
    del options
    for _, line in article_lines(selection):
        yield ascii_line(_task(line))


def _task(line: dict[str, Json]) -> Json:
    text = str(line["text"])
    annotations = objects(line["annotations"])
    pieces = [fragments(one) for one in annotations]
    grid = _Grid(text, [span for each in pieces for span in each])
    spans = [
        {**grid.span(span), "label": one["label"], "text": text[slice(*span)], **_details(one)}
        for one, each in zip(annotations, pieces, strict=True)
        for span in each
    ]
    relations = objects(line["relations"])
    first = {str(one["id"]): one for one in reversed(spans)}
    native = [one for one in relations if one.get("to") in first]
    others: list[Json] = [one for one in relations if one not in native]
    task: dict[str, Json] = {
        "text": text,
        "tokens": grid.tokens(),
        "spans": [*spans],
        "relations": [_relation(one, first) for one in native],
        "meta": {"doc_id": line["id"], **{key: line[key] for key in SHOWN if line.get(key)}},
        "answer": "accept",
        "_input_hash": _hash(text),
        "_view_id": "spans_manual",
        KEY: {**of_article(line), "relations": others},
    }
    return {**task, "_task_hash": _hash([text, *spans])}


def _details(annotation: dict[str, Json]) -> dict[str, Json]:
    return {key: held for key, held in of_annotation(annotation).items() if key not in _OWN}


def _relation(relation: dict[str, Json], spans: dict[str, dict[str, Json]]) -> Json:
    head, child = spans[str(relation["from"])], spans[str(relation["to"])]
    return {
        "head": head["token_end"],
        "child": child["token_end"],
        "head_span": {key: head[key] for key in _SPAN},
        "child_span": {key: child[key] for key in _SPAN},
        "label": relation["type"],
        **{key: held for key, held in relation.items() if key != "type"},
    }


def _hash(value: Json) -> int:
    """Return a number of 32 bits, as Prodigy has them, that is the same for the same value."""
    return int.from_bytes(hashlib.sha256(json_bytes(value)).digest()[:4], "big", signed=True)


class _Grid:
    """The tokens of a text, and spans in them."""

    def __init__(self, text: str, spans: list[Span]) -> None:
        self._text = text
        self._tokens = list(tokens(text, spans))
        self._first = {one.start: number for number, one in enumerate(self._tokens)}
        self._last = {one.end: number for number, one in enumerate(self._tokens)}

    def tokens(self) -> list[Json]:
        """Return the tokens as Prodigy has them."""
        return [
            {
                "text": self._text[one.start : one.end],
                "start": one.start,
                "end": one.end,
                "id": number,
                "ws": one.ws,
            }
            for number, one in enumerate(self._tokens)
        ]

    def span(self, span: Span) -> dict[str, Json]:
        """Return where a span is, in code points and in tokens."""
        return {
            "start": span.start,
            "end": span.end,
            "token_start": self._first[span.start],
            "token_end": self._last[span.end],
        }


def _read(request: ReadRequest) -> ReadSet:
    def lines(left: Counter[str]) -> Iterator[tuple[Place, dict[str, Json], bool]]:
        for place, value in json_documents(request.data):
            if (answer := answer_left(value)) is not None:
                left[answer] += 1
            else:
                line = read_at(place, partial(from_prodigy, project=request.project), value)
                yield place, line, isinstance(value, dict) and KEY in value

    shared = several(lines(Counter()))
    return take_foreign(request, lambda left: united(lines(left), shared))


def _claims(_name: str, data: bytes) -> bool:
    first = first_document(data)
    return first is not None and is_prodigy(first)


PRODIGY = Format(
    id="prodigy",
    name="Prodigy JSONL",
    about="For Prodigy's spans_manual, with tokens that every span fits.",
    suffix=".jsonl",
    group="training",
    holds=EVERYTHING - {"fragments"},
    options=NoOptions,
    find_lost=find_cut,
    write=_write,
    read=_read,
    passes=3,
    claims=_claims,
)
