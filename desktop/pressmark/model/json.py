"""The type of JSON values, as records keep them for keys that this version does not know."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Unknown: TypeAlias = Mapping[str, Json]

NOTHING: Unknown = MappingProxyType({})
"""The empty mapping, shared: a record without unknown keys."""
