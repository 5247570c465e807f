"""JSON as a table: lines of objects, or one list of them."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from pressmark.articles.decoding import decode
from pressmark.articles.extract import Remark, Wishes
from pressmark.articles.tables.headers import names_text
from pressmark.articles.tables.table import SAMPLE, Row, Table
from pressmark.errors import ArticleFileError
from pressmark.model.json import Json

_DEEPEST = 3
"""How many objects deep what lies in an object is a column of its own."""


@dataclass(frozen=True, slots=True)
class _Record:
    place: str
    cells: dict[str, str]
    repeated: tuple[str, ...] = ()
    fault: str = ""


class _Object(dict[str, Json]):
    """An object, and the keys that stand in it twice: the last one counts."""

    repeated: tuple[str, ...] = ()


def read_table(data: bytes, wishes: Wishes) -> Table:
    """Return the objects in a file as rows; what lies in one is named with a dot.

    A line that is no object is a row with a fault. ArticleFileError `damaged` where a file is no
    JSON, `no-article` where it is JSON of something else, and those of `decode`.
    """
    decoded = decode(data, wishes.encoding or None)
    records = _records(decoded.text)
    first = list(islice(records, SAMPLE))
    if not any(record.cells for record in first):
        raise ArticleFileError(next((one.fault for one in first if one.fault), "no-article"))
    header = tuple(dict.fromkeys(chain.from_iterable(record.cells for record in first)))
    sample = tuple(_row(record, header) for record in first)
    later = (_row(record, header) for record in records)
    return Table(header=header, sample=sample, rows=chain(sample, later), encoding=decoded)


def _row(record: _Record, header: Sequence[str]) -> Row:
    repeated = ", ".join(record.repeated)
    return Row(
        place=record.place,
        cells=tuple(record.cells.get(name, "") for name in header),
        remarks=(Remark(code="repeated-key", fact=repeated[:80]),) if repeated else (),
        fault=record.fault,
    )


def _records(text: str) -> Iterator[_Record]:
    whole = _whole(text)
    if whole is not None:
        for at, value in enumerate(whole, start=1):
            yield _record(value, f"item {at}")
        return
    for at, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                yield _record(_read(line), f"row {at}")
            except ArticleFileError as error:
                yield _Record(f"row {at}", {}, fault=error.case)


def _whole(text: str) -> Sequence[Json] | None:
    """Return the list that a file is, or that the one object in it holds; None: it is lines."""
    begun = text.lstrip()
    if not begun.startswith(("[", "{")):
        raise ArticleFileError("damaged")
    if begun.startswith("{") and _is_json(begun.split("\n", 1)[0]) and "\n" in begun.rstrip():
        return None
    try:
        value = _read(text)
    except ArticleFileError:
        if begun.startswith("{"):
            return None
        raise
    if isinstance(value, dict):
        is_article = any(isinstance(value[name], str) for name in value if names_text(name))
        return [value] if is_article else _list_in(value, _DEEPEST) or [value]
    return value if isinstance(value, list) else [value]


def _list_in(value: dict[str, Json], depth: int) -> list[Json] | None:
    """Return the list of objects that lies least deep in an object."""
    for held in value.values():
        if isinstance(held, list) and held and isinstance(held[0], dict):
            return held
    inner = (held for held in value.values() if isinstance(held, dict) and depth)
    return next((found for one in inner if (found := _list_in(one, depth - 1))), None)


def _is_json(line: str) -> bool:
    try:
        _read(line)
    except ArticleFileError:
        return False
    return True


def _read(text: str) -> Json:
    """Return a value; ArticleFileError `damaged`, `too-deep`. NaN, which is common, is nothing."""
    try:
        value: Json = json.loads(text, object_pairs_hook=_object, parse_constant=lambda _: None)
    except RecursionError:
        raise ArticleFileError("too-deep") from None
    except ValueError:
        raise ArticleFileError("damaged") from None
    return value


def _object(pairs: list[tuple[str, Json]]) -> _Object:
    found = _Object(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        found.repeated = tuple(name for name in found if names.count(name) > 1)
    return found


def _record(value: Json, place: str) -> _Record:
    if not isinstance(value, dict):
        return _Record(place, {}, fault="damaged")
    repeated = value.repeated if isinstance(value, _Object) else ()
    return _Record(place, dict(_cells(value)), repeated)


def _cells(
    value: dict[str, Json], within: str = "", depth: int = _DEEPEST
) -> Iterator[tuple[str, str]]:
    for name, held in value.items():
        if isinstance(held, dict) and depth:
            yield from _cells(held, f"{within}{name}.", depth - 1)
        else:
            yield f"{within}{name}", _cell(held)


def _cell(value: Json) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case list() if all(isinstance(one, str) for one in value):
            return "; ".join(map(str, value))
        case list() if value and all(isinstance(one, dict) and "name" in one for one in value):
            return "; ".join(str(one["name"]) for one in value if isinstance(one, dict))
    return json.dumps(value, ensure_ascii=False)
