"""Shaping a label set: each function returns another one, and leaves the one it was given."""

import re
import string
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from pressmark.model.attribute import Attribute
from pressmark.model.label_set import Label, LabelSet, RelationType

R = TypeVar("R", Label, Attribute, RelationType)

MARKS = ("claim", "quote", "sanction", "denial", "plum", "moss", "iris", "rose")
"""The eight prepared marks of the themes."""

_LONGEST = 40
"""Characters of an id that is made from a title."""


def put(records: Sequence[R], record: R) -> tuple[R, ...]:
    """Return the records with one in the place of that with its id, or at the end."""
    if any(one.id == record.id for one in records):
        return tuple(record if one.id == record.id else one for one in records)
    return tuple(chain(records, (record,)))


def without(records: Sequence[R], record_id: str) -> tuple[R, ...]:
    """Return the records without the one of that id."""
    return tuple(one for one in records if one.id != record_id)


def arranged(records: Sequence[R], ids: Sequence[str]) -> tuple[R, ...]:
    """Return the records in the order of their ids; those that are not named keep the end."""
    places = {one: at for at, one in enumerate(ids)}
    return tuple(sorted(records, key=lambda one: places.get(one.id, len(places))))


def placed_behind(records: Sequence[R], record_id: str, record: R) -> tuple[R, ...]:
    """Return the records with another one behind that of an id, or at the end."""
    at = next((at for at, one in enumerate(records, 1) if one.id == record_id), len(records))
    return tuple(chain(records[:at], (record,), records[at:]))


def free_id(title: str, taken: Iterable[str], otherwise: str) -> str:
    """Return an id made from a title, or of `otherwise` where it has no Latin letter or digit."""
    words = re.findall(r"[a-z0-9]+", title.lower())
    stem = "-".join(words)[:_LONGEST].strip("-") or otherwise
    ids, made, number = set(taken), stem, 1
    while made in ids:
        number += 1
        made = f"{stem}-{number}"
    return made


def new_label(labels: LabelSet, title: str, taken: Collection[str] = ()) -> Label:
    """Return a label with an id, a digit and a mark that are still free.

    `taken` are keys that something else has.
    """
    ids = [one.id for one in labels.labels]
    keys = {key.upper() for one in labels.labels for key in one.keys} | set(taken)
    marks = {one.mark for one in labels.labels}
    digit = next((one for one in string.digits[1:] if one not in keys), None)
    mark = next((one for one in MARKS if one not in marks), MARKS[len(ids) % len(MARKS)])
    made = free_id(title, ids, "label")
    return Label(id=made, title=title, keys=(digit,) if digit else (), mark=mark)


def without_label(labels: LabelSet, label_id: str) -> LabelSet:
    """Return the label set without a label; relation types no longer start or end at it.

    Where it was the only one, it stays named there: no label at all would mean any.
    """
    kinds = (
        replace(kind, from_=_without_end(kind.from_, label_id), to=_without_end(kind.to, label_id))
        for kind in labels.relations
    )
    return replace(labels, labels=without(labels.labels, label_id), relations=tuple(kinds))


def with_stand_in(labels: LabelSet, before: LabelSet, gone: str, stand_in: str) -> LabelSet:
    """Return the label set with a label in the place of one that is gone, where relations end.

    `before` tells where that was, so that annotations relabelled so keep relations that fit.
    """

    def ends(now: tuple[str, ...], earlier: tuple[str, ...]) -> tuple[str, ...]:
        if not now or gone not in earlier:
            return now
        return tuple(dict.fromkeys(stand_in if one == gone else one for one in (*now, stand_in)))

    kinds = []
    for kind in labels.relations:
        known = before.relation_type(kind.id) or kind
        kinds.append(replace(kind, from_=ends(kind.from_, known.from_), to=ends(kind.to, known.to)))
    return replace(labels, relations=tuple(kinds))


def _without_end(ends: tuple[str, ...], label_id: str) -> tuple[str, ...]:
    return tuple(one for one in ends if one != label_id) or ends
