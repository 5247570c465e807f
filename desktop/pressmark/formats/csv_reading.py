"""Reading a CSV table of annotations back: into the articles that the project has, by their ids.

Saved by a spreadsheet it may have other separators, and the apostrophes that kept it harmless.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from pressmark.errors import FormatError, RecordError
from pressmark.formats.annotation_table import BETWEEN
from pressmark.formats.foreign_annotators import annotator_named
from pressmark.formats.foreign_sets import take_foreign
from pressmark.formats.format import ReadRequest, ReadSet
from pressmark.formats.json_documents import Place
from pressmark.model.json import Json
from pressmark.model.project import Project
from pressmark.store.strict_json import read_json

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""What a cell may not begin with in a spreadsheet."""

T = TypeVar("T")

_NEEDED = frozenset({"doc_id", "label", "start", "end"})
_PLAIN = ("note", "confidence", "created", "changed")
_LONGEST_CELL = 1 << 27
_WIDEST_HEADER = 1 << 14
_SEPARATORS = ",;\t"
_WANTED: Mapping[Any, str] = {int: "int_type"}
_LINE_END = re.compile(r"[\r\n]")
_WHICH = re.compile(r"(\d+)\.annotations\.(\d+)(?:\.|$)")


class _Row(NamedTuple):
    line: int
    cells: Mapping[str, str]


def disarmed(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.lstrip("'").startswith(DANGEROUS) else cell


def _armed(cell: str) -> str:
    """Return what a cell was before it was disarmed."""
    return cell[1:] if cell.startswith("'") and disarmed(cell[1:]) == cell else cell


def claims(_name: str, data: bytes) -> bool:
    """Say whether the first line names the columns that annotations need."""
    first = _first_line(_decoded(data[:_WIDEST_HEADER], "replace"))
    return any(set(_header(first, one)) >= _NEEDED for one in _SEPARATORS)


def read_csv(request: ReadRequest) -> ReadSet:
    """Read a table; FormatError where a row does not fit, with its line."""
    by_article = _by_article(request.whole)
    names = list(by_article)

    def documents(left: Counter[str]) -> Iterator[tuple[Place, dict[str, Json]]]:
        for number, name in enumerate(names):
            shelved = request.project.articles.get(name)
            if shelved is None:
                left["no-article"] += len(by_article[name])
                continue
            text = shelved.open().text
            yield str(number), _document(name, text, by_article[name], request.project)

    try:
        return take_foreign(request, documents)
    except FormatError as error:
        which = _WHICH.match(str(error.facts.get("where", "")))
        if which is None:
            raise
        line = by_article[names[int(which[1])]][int(which[2])].line
        raise FormatError(error.case, **{**error.facts, "line": line}) from error


def _by_article(data: bytes) -> dict[str, list[_Row]]:
    rows: dict[str, list[_Row]] = {}
    for row in _rows(data):
        rows.setdefault(row.cells["doc_id"], []).append(row)
    return rows


def _rows(data: bytes) -> Iterator[_Row]:
    text = _decoded(data)
    first = _first_line(text)
    separator = max(_SEPARATORS, key=lambda one: len(_NEEDED & set(_header(first, one))))
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        header = next(reader, [])
        if not set(header) >= _NEEDED:
            raise FormatError("bad-line", line=1, where="doc_id", reason="missing")
        lines = [reader.line_num + 1]
        rows = []
        for cells in reader:
            rows.append(cells)
            lines.append(reader.line_num + 1)
    except csv.Error as error:
        raise FormatError("bad-line", line=reader.line_num, reason="table") from error
    # Where one cell could be a formula, none was kept from being one.
    raw = any(cell.startswith(DANGEROUS) for cells in rows for cell in cells)
    for line, cells in zip(lines, rows, strict=False):
        if any(cells):
            said = cells if raw else map(_armed, cells)
            yield _Row(line, dict(zip(header, said, strict=False)))


def _first_line(text: str) -> str:
    return _LINE_END.split(text, maxsplit=1)[0]


def _header(first: str, separator: str) -> list[str]:
    return next(csv.reader([first], delimiter=separator), [])


def _decoded(data: bytes, errors: str = "strict") -> str:
    utf_16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if utf_16 else "utf-8-sig", errors)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FormatError("bad-line", line=line, reason="encoding") from error


def _document(name: str, text: str, rows: list[_Row], project: Project) -> dict[str, Json]:
    annotators = {
        who: annotator_named(who, project) for row in rows if (who := row.cells.get("annotator"))
    }
    return {
        "id": name,
        "text": text,
        "annotators": [*annotators.values()],
        "annotations": [_annotation(row, annotators) for row in rows],
    }


def _annotation(row: _Row, annotators: Mapping[str, dict[str, Json]]) -> Json:
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


def _cell(row: _Row, name: str, kind: Callable[[str], T]) -> T:
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


def _json(row: _Row, name: str, kind: type[T]) -> T | None:
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
