"""Uniting the records of one kind of two projects, by id."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Generic, TypeVar

from pressmark.edits.three_way import Decide, Rules, merged, undecided

R = TypeVar("R")

PLAIN = Rules(settled=MappingProxyType({"created": min, "annotator": min}))
"""Field by field; it does not matter who made a record that both made."""


@dataclass(slots=True)
class Union(Generic[R]):
    """Records of one kind by id; for ids in conflict also the version that lost.

    `kept` are ids that one side deleted and the other changed.
    """

    records: dict[str, R] = field(default_factory=dict)
    losers: dict[str, R] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)


def union(
    sides: Sequence[Mapping[str, R]],
    rules: Rules = PLAIN,
    decide: Callable[[str], Decide] = lambda _id: undecided,
) -> Union[R]:
    """Unite the records of base, ours and theirs; `decide` is asked for each id."""
    result: Union[R] = Union()
    known, mine, yours = sides
    for key in sorted({*mine, *yours}):
        before, one, other = known.get(key), mine.get(key), yours.get(key)
        if one is not None and other is not None:
            versions = merged(before, one, other, rules, decide(key))
            result.records[key] = versions.first
            if versions.second is not None:
                result.losers[key] = versions.second
            continue
        left = one if one is not None else other
        if left is None or left == before:
            continue  # deleted on one side, untouched on the other
        result.records[key] = left
        if before is not None:
            result.kept.append(key)
    return result
