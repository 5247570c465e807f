"""Uniting two label sets that grew apart, label by label."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from pressmark.edits.three_way import Rules, fingerprint, merged
from pressmark.model.label_set import Label, LabelSet, RelationType

R = TypeVar("R", Label, RelationType)

_PLAIN = Rules()


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
