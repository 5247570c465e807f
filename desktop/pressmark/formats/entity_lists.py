"""Lists of entities: FollowTheMoney JSON, an entity a line or in one array, or a CSV table."""

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence

import regex

from pressmark.errors import FormatError, RecordError
from pressmark.model.ids import is_id
from pressmark.model.json import Json
from pressmark.model.records import Entity
from pressmark.store.strict_json import read_json

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "entity_id"),
    "name": ("name", "caption", "title"),
    "type": ("type", "schema"),
    "aliases": ("aliases", "alias", "weakalias", "also known as", "aka"),
    "country": ("country", "countries", "jurisdiction", "nationality"),
}
"""What a column may be called, in any letter case."""
_PARTED = regex.compile(r"\s*[;|]\s*")


def read_entities(data: bytes) -> tuple[Entity, ...]:
    """Return the entities of a list, in its order; what has no name is passed over.

    FormatError: `empty`, `bad-line` (`line` from 1), or `no-names` for a table in which no column
    is called so.
    """
    if not data.strip():
        raise FormatError("empty")
    found = _json(data) if data.lstrip()[:1] in (b"{", b"[") else _table(data)
    return tuple(one for one in found if one.name)


def _json(data: bytes) -> Iterator[Entity]:
    if data.lstrip().startswith(b"["):
        whole = _read(data, 1)
        for number, one in enumerate(whole if isinstance(whole, list) else (), start=1):
            yield _followed(one, number)
        return
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            yield _followed(_read(line, number), number)


def _read(data: bytes, number: int) -> Json:
    try:
        return read_json(data)
    except RecordError as error:
        raise FormatError("bad-line", line=number, reason=error.case) from error


def _followed(value: Json, number: int) -> Entity:
    """Return one FollowTheMoney entity: a schema, and properties with several values each."""
    if not isinstance(value, dict):
        raise FormatError("bad-line", line=number, reason="not-an-object")
    held = value.get("properties")
    properties = held if isinstance(held, dict) else {}
    caption = value.get("caption") or value.get("name")
    all_names = [*_texts(caption), *_texts(properties.get("name"))]
    countries = [*_texts(properties.get("country")), *_texts(properties.get("jurisdiction"))]
    return _entity(
        str(value.get("id") or ""),
        [*all_names, *_texts(properties.get("alias")), *_texts(value.get("aliases"))],
        next(iter(_texts(value.get("schema") or value.get("type"))), None),
        next(iter([*countries, *_texts(value.get("country"))]), None),
    )


def _texts(value: Json) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [one.strip() for one in values if isinstance(one, str) and one.strip()]


def _table(data: bytes) -> Iterator[Entity]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FormatError("bad-line", line=data[: error.start].count(b"\n") + 1) from error
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = [one.strip().casefold() for one in next(rows, [])]
    places = {key: _place(columns, called) for key, called in _COLUMNS.items()}
    if places["name"] is None:
        raise FormatError("no-names")
    for row in rows:
        cells = {key: _cell(row, place) for key, place in places.items()}
        aliases = [one for one in _PARTED.split(cells["aliases"]) if one]
        names = [*filter(None, [cells["name"]]), *aliases]
        yield _entity(cells["id"], names, cells["type"] or None, cells["country"] or None)


def _place(columns: Sequence[str], called: Sequence[str]) -> int | None:
    return next((columns.index(name) for name in called if name in columns), None)


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place].strip() if place is not None and place < len(row) else ""


def _entity(given_id: str, names: Sequence[str], type_: str | None, country: str | None) -> Entity:
    """Return an entity; one without a fitting id gets one that its name and type decide."""
    name, *aliases = dict.fromkeys(names) or [""]
    made = hashlib.sha256(f"{type_}\n{name.casefold()}".encode()).hexdigest()[:16]
    return Entity(
        id=given_id if is_id(given_id) else f"e-{made}",
        name=name,
        type=type_,
        aliases=tuple(aliases),
        country=country.lower() if country else None,
    )
