"""The documents of a JSON file, one a line or in one list, each with the place where it stands."""

import json
from collections.abc import Callable, Iterator
from typing import TypeAlias, TypeVar

from pressmark.errors import FormatError, RecordError
from pressmark.model.json import Json
from pressmark.store.strict_json import read_json

T = TypeVar("T")

Place: TypeAlias = int | str
"""A line, counted from 1, or the path of keys that leads to a document."""

_BOM = b"\xef\xbb\xbf"
_LIST = b"["


def json_documents(data: bytes) -> Iterator[tuple[Place, Json]]:
    """Yield the documents; FormatError `empty`, or `bad-line` where one is malformed."""
    data = data.removeprefix(_BOM)
    if not data.strip():
        raise FormatError("empty")
    if data.lstrip().startswith(_LIST):
        whole = _read(data)
        yield from (
            (str(at), one) for at, one in enumerate(whole if isinstance(whole, list) else ())
        )
        return
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            yield number, _read(line, number)


def first_document(data: bytes) -> dict[str, Json] | None:
    """Return the first document if it is an object; None where there is none, or no JSON."""
    try:
        _, first = next(json_documents(data), (1, None))
    except FormatError:
        return None
    return first if isinstance(first, dict) else None


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
    where = ".".join(filter(None, (place, str(facts.get("where") or ""))))
    return FormatError("bad-line", **{**facts, "where": where})


def ascii_line(value: Json) -> bytes:
    """Return a value as one line of plain ASCII, which no program takes for another encoding."""
    return json.dumps(value, allow_nan=False).encode("ascii") + b"\n"


def _read(data: bytes, line: int | None = None) -> Json:
    try:
        return read_json(data)
    except RecordError as error:
        if line is not None:
            raise refused(error, line) from error
        raise FormatError("bad-line", **error.facts) from error
