"""The documents of a JSON file, one a line or in one list, each with the place where it stands."""

import json
from collections.abc import Callable, Iterator
from itertools import chain
from typing import TypeAlias, TypeVar

from pressmark.errors import FormatError, RecordError
from pressmark.formats.json_elements import Element, elements
from pressmark.formats.long_file import LongFile
from pressmark.model.json import Json
from pressmark.store.strict_json import read_json

T = TypeVar("T")

Place: TypeAlias = int | str
"""A line, counted from 1, or the path of keys that leads to a document."""

_BOM = b"\xef\xbb\xbf"


def json_documents(source: bytes | LongFile) -> Iterator[tuple[Place, Json]]:
    """Yield the documents; FormatError `empty`, or `bad-line` where one is malformed."""
    file = source if isinstance(source, LongFile) else LongFile.of(source)
    lines = _without_bom(file.lines())
    line, number = next(((line, at) for at, line in enumerate(lines, 1) if line.strip()), (b"", 0))
    if not line:
        raise FormatError("empty")
    if line.lstrip().startswith(b"["):
        yield from _listed(file)
        return
    for at, one in enumerate(chain([line], lines), start=number):
        if one.strip():
            try:
                value = read_json(one)
            except RecordError as error:
                if at == number and (whole := _whole(file)) is not None:
                    yield "", whole
                    return
                raise refused(error, at) from error
            yield at, value


def named_documents(name: str, file: LongFile) -> Iterator[tuple[Place, Json]]:
    """Yield the documents of one of several files, whose name goes before their places."""
    try:
        for place, value in json_documents(file):
            yield f"{name} {place}".rstrip(), value
    except FormatError as error:
        where = f"{name} {error.facts.get('where') or ''}".rstrip()
        raise FormatError(error.case, **{**error.facts, "where": where}) from error


def first_document(data: bytes) -> dict[str, Json] | None:
    """Return the first document if it is an object; None where there is none, or no JSON."""
    try:
        _, first = next(json_documents(data), ("", None))
    except FormatError:
        return None
    return first if isinstance(first, dict) else None


def _without_bom(pieces: Iterator[bytes]) -> Iterator[bytes]:
    yield next(pieces, b"").removeprefix(_BOM)
    yield from pieces


def _listed(file: LongFile) -> Iterator[tuple[Place, Json]]:
    """Yield the elements of a list one after the other: together they may be very large."""
    for number, element in enumerate(elements(_without_bom(file.chunks()))):
        try:
            value = read_json(element.data)
        except RecordError as error:
            raise _moved(refused(error, str(number)), error, element) from error
        yield str(number), value


def _moved(refusal: FormatError, error: RecordError, element: Element) -> FormatError:
    """Return the error of an element with the line and column in the file."""
    line, column = error.facts.get("line"), error.facts.get("column")
    if not isinstance(line, int) or not isinstance(column, int):
        return refusal
    if line == 1:
        column += element.column - 1
    place = {"line": element.line + line - 1, "column": column}
    return FormatError(refusal.case, **{**refusal.facts, **place})


def _whole(file: LongFile) -> Json:
    """Return the only document of a file, over many lines; None where it is none."""
    try:
        return read_json(file.whole())
    except RecordError:
        return None


def read_at(place: Place, read: Callable[[dict[str, Json]], T], value: Json) -> T:
    """Return what `read` makes of a document, which must be an object; errors name its place."""
    if not isinstance(value, dict):
        raise refused(RecordError(reason="not-an-object"), place)
    try:
        return read(value)
    except RecordError as error:
        raise refused(error, place) from error


def refused(error: RecordError, place: Place) -> FormatError:
    """Return the error of a set for that of one of its documents."""
    facts = dict(error.facts)
    if isinstance(place, int):
        return FormatError("bad-line", **{**facts, "line": place})
    if place:  # lines would be those of the document alone
        facts = {name: held for name, held in facts.items() if name not in {"line", "column"}}
    where = ".".join(filter(None, (place, str(facts.get("where") or ""))))
    return FormatError("bad-line", **{**facts, "where": where})


def ascii_line(value: Json) -> bytes:
    """Return a value as one line of plain ASCII, which no program takes for another encoding."""
    return json.dumps(value, allow_nan=False).encode("ascii") + b"\n"
