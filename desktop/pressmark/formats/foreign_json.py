"""What foreign JSON may leave out or say in other ways, brought to what records expect."""

from collections.abc import Mapping
from dataclasses import fields

from pressmark.errors import RecordError
from pressmark.model.json import Json


def given_id(raw: Mapping[str, Json], key: str = "id") -> str | None:
    """Return an id as text: foreign ones may be numbers."""
    value = raw.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) and value else None


def given_list(raw: Mapping[str, Json], key: str, where: str = "") -> list[Json]:
    """Return the list under `key`, empty where there is none; RecordError where it is no list."""
    value = raw.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise RecordError(where=f"{where}.{key}".lstrip("."), reason="not-a-list")
    return value


def without_nulls(raw: Mapping[str, Json], kind: type) -> dict[str, Json]:
    """Return an object without its nulls for fields of `kind` that cannot be null."""
    never_null = {one.name.rstrip("_") for one in fields(kind) if one.default is not None}
    never_null.discard("unknown")  # no key of the record's, so a key like any other
    return {key: held for key, held in raw.items() if held is not None or key not in never_null}
