"""doccano: one article a line. Offsets: code points to train on, UTF-16 for doccano's screen.

doccano keeps offsets as they are given; its importer counts nothing, its screen draws JavaScript's
units. A file that comes from it carries no words, so that where words end has to tell.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

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
from pressmark.formats.counting import UTF_16, Counting
from pressmark.formats.doccano_reading import from_doccano, is_doccano
from pressmark.formats.foreign_sets import take_foreign
from pressmark.formats.format import EVERYTHING, Format, ReadRequest, ReadSet
from pressmark.formats.json_documents import (
    Place,
    ascii_line,
    first_document,
    json_documents,
    read_at,
)
from pressmark.formats.selection import Selection
from pressmark.model.json import Json
from pressmark.model.offset_map import OffsetMap

_HOLDS = EVERYTHING - {"fragments"}


@dataclass(frozen=True, slots=True)
class DoccanoOptions:
    """Which of doccano's two layouts to write."""

    layout: Literal["labels", "relations"] = field(
        default="labels",
        metadata={"about": "made for projects that tag"},
    )


def _write(selection: Selection, options: DoccanoOptions, *, utf_16: bool) -> Iterator[bytes]:
    for _, line in article_lines(selection):
        if line["text"]:  # doccano refuses an empty one
            yield ascii_line(_document(line, options.layout, utf_16=utf_16))


def _document(line: dict[str, Json], layout: str, *, utf_16: bool) -> Json:
    offsets = OffsetMap(str(line["text"])) if utf_16 else None
    annotations = [of_annotation(one) for one in objects(line["annotations"])]
    if offsets is not None:
        for one in annotations:
            one["fragments"] = [list(map(offsets.outside, pair)) for pair in fragments(one)]
    native = _with_relations if layout == "relations" else _with_labels
    along: dict[str, Json] = {
        **of_article(line),
        "annotations": [*annotations],
        "relations": line["relations"],
    }
    return {
        "doc_id": line["id"],
        "text": line["text"],
        **native(annotations, objects(line["relations"])),
        **{key: line.get(key) for key in SHOWN},  # on every line, for doccano makes a table of it
        KEY: along,
    }


def _with_labels(annotations: list[dict[str, Json]], _relations: object) -> dict[str, Json]:
    return {"label": [[*pair, one["label"]] for one in annotations for pair in fragments(one)]}


def _with_relations(
    annotations: list[dict[str, Json]], relations: list[dict[str, Json]]
) -> dict[str, Json]:
    pieces = [(one, pair) for one in annotations for pair in fragments(one)]
    numbers: dict[Json, int] = {}
    for number, (one, _) in enumerate(pieces):
        numbers.setdefault(str(one["id"]), number)
    return {
        "entities": [
            {"id": number, "label": one["label"], "start_offset": start, "end_offset": end}
            for number, (one, (start, end)) in enumerate(pieces)
        ],
        "relations": [
            {"id": number, "from_id": numbers[one["from"]], "to_id": numbers[one["to"]]}
            | {"type": one["type"]}
            for number, one in enumerate(relations)
            if one.get("to") in numbers
        ],
    }


def _read(request: ReadRequest, counting: Counting | None) -> ReadSet:
    def documents(left: Counter[str]) -> Iterator[tuple[Place, dict[str, Json]]]:
        del left  # doccano has no answers to leave out
        for place, value in json_documents(request.data):
            yield place, read_at(place, from_doccano, value)

    return take_foreign(request, documents, counting)


def _claims(_name: str, data: bytes) -> bool:
    first = first_document(data)
    return first is not None and is_doccano(first)


DOCCANO = Format(
    id="doccano",
    name="doccano JSONL",
    about="For training, and for doccano where articles have no emoji. Tick “Allow overlapping”.",
    suffix=".jsonl",
    group="training",
    holds=_HOLDS,
    options=DoccanoOptions,
    find_lost=find_cut,
    write=partial(_write, utf_16=False),
    read=partial(_read, counting=None),
    claims=_claims,
)

DOCCANO_SCREEN = Format(
    id="doccano-screen",
    name="doccano JSONL for its screen",
    about="For tagging on in doccano: it counts emoji as two. Tick “Allow overlapping”.",
    suffix=".jsonl",
    group="exchange",
    holds=_HOLDS,
    options=DoccanoOptions,
    find_lost=find_cut,
    write=partial(_write, utf_16=True),
    read=partial(_read, counting=UTF_16),
)
