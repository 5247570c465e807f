"""Uniting two label sets that grew apart, label by label."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import NamedTuple, TypeVar

from pressmark.edits.three_way import Rules, fingerprint, merged
from pressmark.model.label_set import Label, LabelSet, RelationType

R = TypeVar("R", Label, RelationType)

_PLAIN = Rules()


class Choice(NamedTuple):
    """A field of a label set that both sides changed: what of it was taken, and what was left.

    `kind` is "label", "relation-type", or "label_set" for the set itself (`id` is then its name).
    """

    kind: str
    id: str
    field: str
    taken: object
    left: object
    is_ours: bool


def united_label_set(base: LabelSet | None, ours: LabelSet, theirs: LabelSet) -> LabelSet:
    """Return the labels and relation types of both, whichever is called ours.

    What one side removed and the other left alone is gone; with no base, everything stays.
    """
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    first, second = sorted((ours, theirs), key=fingerprint)
    whole = merged(base, first, second, _PLAIN).first
    return replace(
        whole,
        labels=_united(base.labels if base else (), first.labels, second.labels),
        relations=_united(base.relations if base else (), first.relations, second.relations),
    )


def _united(base: Sequence[R], first: Sequence[R], second: Sequence[R]) -> tuple[R, ...]:
    sides = [{each.id: each for each in side} for side in (base, first, second)]
    result = []
    for key in dict.fromkeys(one.id for one in (*first, *second)):
        before, here, there = (side.get(key) for side in sides)
        if here is not None and there is not None:
            result.append(merged(before, here, there, _PLAIN).first)
        elif (left := here or there) is not None and left != before:
            result.append(left)
    return tuple(result)


def choices(
    base: LabelSet | None, ours: LabelSet, theirs: LabelSet, united: LabelSet
) -> tuple[Choice, ...]:
    """Return what `united` had to choose between: one of two values, where both sides changed."""
    records = ("labels", "relations")
    found = _choices("label_set", united.name, (base, ours, theirs, united), without=records)
    kinds = zip(("label", "relation-type"), records, strict=True)
    sides = (base, ours, theirs, united)
    return (
        *found,
        *(
            one
            for kind, name in kinds
            for key in dict.fromkeys(each.id for each in getattr(united, name))
            for one in _choices(kind, key, tuple(_record(side, name, key) for side in sides))
        ),
    )


def _record(side: LabelSet | None, name: str, key: str) -> object:
    held: Sequence[Label | RelationType] = getattr(side, name) if side is not None else ()
    return next((one for one in held if one.id == key), None)


def _choices(
    kind: str, key: str, sides: tuple[object, ...], without: tuple[str, ...] = ()
) -> Iterator[Choice]:
    base, ours, theirs, united = sides
    if ours is None or theirs is None or united is None:
        return
    names = [one.name for one in fields(united) if one.name not in (*without, "unknown")]  # type: ignore[arg-type]  # a record
    for name in names:
        held = getattr(base, name, None)
        mine, yours, taken = (getattr(one, name) for one in (ours, theirs, united))
        one_yields = base is None and not (mine and yours)
        if mine not in (yours, held) and yours != held and not one_yields:
            is_ours = taken == mine
            yield Choice(kind, key, name, taken, yours if is_ours else mine, is_ours)
