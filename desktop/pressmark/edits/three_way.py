"""Three-way merging of single records, field by field, whichever side is called ours."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from types import MappingProxyType
from typing import Any, Final, Generic, Literal, TypeAlias, TypeVar

T = TypeVar("T")
Side: TypeAlias = Literal["ours", "theirs"]
Decide: TypeAlias = Callable[[str, object, object], Side | None]
"""Says whose value stands of a field that both changed, where that was decided before.

It is asked with the field's name (an attribute's is ".name") and both values, None for absent.
"""


class _Absent:
    def __repr__(self) -> str:
        return "absent"


ABSENT: Final = _Absent()
"""What a side holds for a key that it does not have."""


@dataclass(frozen=True, slots=True)
class Versions(Generic[T]):
    """What became of a record: one version, or two where both sides changed one field.

    `first` wins (the side changed later, then by content: never by side); `second` is the whole
    record as the other side would have it, or None.
    """

    first: T
    second: T | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """How a kind of record merges.

    `together` are fields that only make sense from one side; `settled` are fields where two
    values are no conflict, and how one is made of them. `reconciled` are fields where one is made
    of base, ours and theirs if both sides changed it.
    """

    together: tuple[str, ...] = ()
    settled: Mapping[str, Callable[[Any, Any], Any]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    reconciled: Mapping[str, Callable[[Any, Any, Any], Any]] = field(
        default_factory=lambda: MappingProxyType({})
    )


def undecided(_name: str, _ours: object, _theirs: object) -> None:
    """Say that nothing was decided."""


def fingerprint(value: object) -> str:
    """Return a digest of a record's content: equal records have equal ones, on any machine."""
    written = json.dumps(plain(value), sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(written.encode()).hexdigest()


def merged(
    base: T | None, ours: T, theirs: T, rules: Rules, decide: Decide = undecided
) -> Versions[T]:
    """Merge two versions of one record (dataclass) that grew from `base` (None: not known)."""
    if ours == theirs:
        return Versions(ours)
    mine: dict[str, Any] = {}
    yours: dict[str, Any] = {}
    for names in _units(ours, rules):
        unit = tuple(_get(base, name) for name in names)
        one, other = (tuple(_get(side, name) for name in names) for side in (ours, theirs))
        settled = _field(names, (unit, one, other), rules, decide)
        for name, a, b in zip(names, *settled, strict=True):
            mine[name], yours[name] = a, b
    first, second = _with(ours, mine), _with(theirs, yours)
    if first == second:
        return Versions(first)
    if (_time(theirs), fingerprint(second)) > (_time(ours), fingerprint(first)):
        first, second = second, first
    return Versions(first, second)


def _units(record: object, rules: Rules) -> list[tuple[str, ...]]:
    names = [each.name for each in fields(record)]  # type: ignore[arg-type]  # T is a dataclass
    alone: list[tuple[str, ...]] = [(name,) for name in names if name not in rules.together]
    return [*alone, rules.together] if rules.together else alone


def _field(
    names: tuple[str, ...], sides: tuple[tuple[Any, ...], ...], rules: Rules, decide: Decide
) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    base, ours, theirs = sides
    if len(names) == 1:
        settle = rules.settled.get(names[0])
        if settle is not None:
            value = (settle(ours[0], theirs[0]),)
            return value, value
        if isinstance(ours[0], Mapping) and isinstance(theirs[0], Mapping):
            before = "unknown." if names[0] == "unknown" else "."
            mine, yours = _mapping(
                base[0], ours[0], theirs[0], lambda key, a, b: decide(before + key, a, b)
            )
            return (mine,), (yours,)
    a, b = choice(base, ours, theirs)
    reconcile = rules.reconciled.get(names[0])
    if reconcile is not None and a != b:
        value = (reconcile(base[0], a[0], b[0]),)
        return value, value
    return _decided(a, b, decide(names[0], a[0], b[0]) if a != b else None)


def choice(base: T, ours: T, theirs: T) -> tuple[T, T]:
    """Return what each version holds: the side that changed, or each its own in a conflict.

    Without a base (`ABSENT` or a tuple of it) a side that holds nothing yields.
    """
    if ours in (theirs, base) or _is_nothing(ours, base):
        return theirs, theirs
    if theirs == base or _is_nothing(theirs, base):
        return ours, ours
    return ours, theirs


def _is_nothing(value: object, base: object) -> bool:
    if isinstance(value, tuple) and isinstance(base, tuple) and len(base) == 1 == len(value):
        return base[0] is ABSENT and (value[0] in (None, False, ABSENT, (), ""))
    return base is ABSENT and value is ABSENT


def _decided(ours: T, theirs: T, side: Side | None) -> tuple[T, T]:
    match side:
        case "ours":
            return ours, ours
        case "theirs":
            return theirs, theirs
    return ours, theirs


def _mapping(
    base: object, ours: Mapping[str, Any], theirs: Mapping[str, Any], decide: Decide
) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    known = base if isinstance(base, Mapping) else {}
    mine: dict[str, Any] = {}
    yours: dict[str, Any] = {}
    order = [*known, *sorted((set(ours) | set(theirs)) - set(known))]
    for key in order:
        a, b = choice(known.get(key, ABSENT), ours.get(key, ABSENT), theirs.get(key, ABSENT))
        if a != b:
            side = decide(key, *(None if one is ABSENT else one for one in (a, b)))
            a, b = _decided(a, b, side)
        if a is not ABSENT:
            mine[key] = a
        if b is not ABSENT:
            yours[key] = b
    return MappingProxyType(mine), MappingProxyType(yours)


def _get(record: object, name: str) -> Any:  # noqa: ANN401 -- a field of any record
    return ABSENT if record is None else getattr(record, name)


def _with(record: T, values: Mapping[str, Any]) -> T:
    return replace(record, **values)  # type: ignore[type-var]  # T is a dataclass


def _time(record: object) -> str:
    return getattr(record, "changed", "")


def plain(value: object) -> object:
    """Return a record, or what a field of one holds, as what JSON knows."""
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    return value
