"""Reading a CSV table of annotations back: into the articles that the project has, by their ids.

Saved by a spreadsheet it may have other separators, and the apostrophes that kept it harmless.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from pressmark.errors import FormatError, RecordError
from pressmark.formats.annotation_table import BETWEEN
from pressmark.formats.csv_table import CsvTable, Row
from pressmark.formats.foreign_annotators import annotator_named
from pressmark.formats.foreign_sets import take_foreign
from pressmark.formats.format import ReadRequest, ReadSet
from pressmark.formats.json_documents import Place
from pressmark.model.json import Json
from pressmark.model.project import Project
from pressmark.store.strict_json import read_json

T = TypeVar("T")

_PLAIN = ("note", "confidence", "created", "changed")
_WANTED: Mapping[Any, str] = {int: "int_type"}
_WHICH = re.compile(r"(\d+)\.annotations\.(\d+)(?:\.|$)")


def read_csv(request: ReadRequest) -> ReadSet:
    """Read a table; FormatError where a row does not fit, with its line."""
    with CsvTable(request) as table:
        names = table.articles

        def documents(left: Counter[str]) -> Iterator[tuple[Place, dict[str, Json]]]:
            for number, name in enumerate(names):
                shelved = request.project.articles.get(name)
                if shelved is None:
                    left["no-article"] += table.count(name)
                    continue
                text = shelved.open().text
                yield str(number), _document(name, text, table.rows(name), request.project)

        try:
            return take_foreign(request, documents)
        except FormatError as error:
            which = _WHICH.match(str(error.facts.get("where", "")))
            if which is None:
                raise
            line = table.rows(names[int(which[1])])[int(which[2])].line
            raise FormatError(error.case, **{**error.facts, "line": line}) from error


def _document(name: str, text: str, rows: list[Row], project: Project) -> dict[str, Json]:
    annotators = {
        who: annotator_named(who, project) for row in rows if (who := row.cells.get("annotator"))
    }
    return {
        "id": name,
        "text": text,
        "annotators": [*annotators.values()],
        "annotations": [_annotation(row, annotators) for row in rows],
    }


def _annotation(row: Row, annotators: Mapping[str, dict[str, Json]]) -> Json:
    cells = row.cells
    fragments = _json(row, "fragments", list) or []
    made: dict[str, Json] = {
        "label": _cell(row, "label", _some),
        "fragments": fragments or [[_cell(row, "start", int), _cell(row, "end", int)]],
        "attributes": _json(row, "attributes", dict) or {},
        "flag": cells.get("flag", "").lower() in {"yes", "true", "1"},
        **{key: cells[key] for key in _PLAIN if cells.get(key)},
    }
    if cells.get("annotation"):
        made["id"] = cells["annotation"]
    if cells.get("annotator"):
        made["annotator"] = annotators[cells["annotator"]]["id"]
    if cells.get("text"):
        pieces = cells["text"].split(BETWEEN) if len(fragments) > 1 else [cells["text"]]
        made["text"] = [*pieces]
    return made


def _cell(row: Row, name: str, kind: Callable[[str], T]) -> T:
    try:
        return kind(row.cells[name])
    except (KeyError, ValueError) as error:
        raise FormatError(
            "bad-line", line=row.line, where=name, reason=_WANTED.get(kind, "missing")
        ) from error


def _some(cell: str) -> str:
    if not cell:
        raise ValueError
    return cell


def _json(row: Row, name: str, kind: type[T]) -> T | None:
    """Return the JSON of a cell; None where there is none."""
    cell = row.cells.get(name)
    if not cell:
        return None
    try:
        value = read_json(cell.encode())
    except RecordError as error:
        raise FormatError("bad-line", line=row.line, where=name, reason="syntax") from error
    if not isinstance(value, kind):
        raise FormatError("bad-line", line=row.line, where=name, reason="shape")
    return value
