"""The documents of a JSON file, one a line or in one list, each with the place where it stands."""

import io
import json
import re
from collections.abc import Callable, Iterator
from itertools import count
from typing import TypeAlias, TypeVar

from pressmark.errors import FormatError, RecordError
from pressmark.model.json import Json
from pressmark.store.strict_json import read_json

T = TypeVar("T")

Place: TypeAlias = int | str
"""A line, counted from 1, or the path of keys that leads to a document."""

_BOM = b"\xef\xbb\xbf"
_GAP = re.compile(r"[ \t\r\n]*")
_LOOSE = json.JSONDecoder()


def json_documents(data: bytes) -> Iterator[tuple[Place, Json]]:
    """Yield the documents; FormatError `empty`, or `bad-line` where one is malformed."""
    data = data.removeprefix(_BOM)
    if not data or data.isspace():
        raise FormatError("empty")
    if data.lstrip().startswith(b"["):
        yield from _listed(data)
        return
    for number, line in enumerate(io.BytesIO(data), start=1):
        if line.strip():
            try:
                yield number, read_json(line)
            except RecordError as error:
                if number == 1 and (whole := _whole(data)) is not None:
                    yield "", whole
                    return
                raise refused(error, number) from error


def first_document(data: bytes) -> dict[str, Json] | None:
    """Return the first document if it is an object; None where there is none, or no JSON."""
    try:
        _, first = next(json_documents(data), ("", None))
    except FormatError:
        return None
    return first if isinstance(first, dict) else None


def _listed(data: bytes) -> Iterator[tuple[Place, Json]]:
    """Yield the elements of a list one after the other: together they may be very large."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise FormatError("bad-line", reason="encoding") from error
    at = _end(_GAP, text, text.index("[") + 1)
    more = not text.startswith("]", at)
    for number in count():
        if not more:
            break
        try:
            end = _LOOSE.raw_decode(text, at)[1]
            yield str(number), read_json(text[at:end].encode())
        except RecordError as error:
            raise refused(error, str(number)) from error
        except (ValueError, RecursionError) as error:
            raise _malformed(text, getattr(error, "pos", at)) from error
        comma = _end(_GAP, text, end)
        more = text.startswith(",", comma)
        at = _end(_GAP, text, comma + 1) if more else comma
    if not text.startswith("]", at) or text[at + 1 :].strip():
        raise _malformed(text, at)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return at if found is None else found.end()


def _malformed(text: str, at: int) -> FormatError:
    line = text.count("\n", 0, at) + 1
    reason = "ends-early" if not text[at:].strip() else "syntax"
    return FormatError("bad-line", line=line, column=at - text.rfind("\n", 0, at), reason=reason)


def _whole(data: bytes) -> Json:
    """Return the only document of a file, over many lines; None where it is none."""
    try:
        return read_json(data)
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
