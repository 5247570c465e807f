"""The type of JSON values, as records keep them for keys that this version does not know."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Unknown: TypeAlias = Mapping[str, Json]

_NOTHING: Unknown = MappingProxyType({})


def nothing() -> Unknown:
    """Return the empty mapping, always the same one: a record without unknown keys."""
    return _NOTHING
