"""What a project holds that another label set has no place for, and what becomes of it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from pressmark.errors import ProjectFileError
from pressmark.model.article import Article
from pressmark.model.attribute import Attribute, Value, accepts
from pressmark.model.label_set import LabelSet
from pressmark.model.project import Project

Key = tuple[str, ...]
"""What can be lost: `("label", id)`, `("attribute", label, id)`, `("value", label, attribute, id)`,
`("fit", label, attribute)` for values that an attribute of another kind cannot take,
`("relation", type)`, `("match", type, value)`, `("zone", kind)`."""


@dataclass(frozen=True, slots=True)
class Use:
    """What a project holds of its label set: how many of what, and values by label and attribute.

    Relations, matches and zones are counted by their `Key`, annotations by that of their label.
    """

    counts: Mapping[Key, int]
    values: Mapping[tuple[str, str], Sequence[Value]]


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that leaves the label set while `count` annotations, relations or zones have it."""

    key: Key
    count: int


def use_of(project: Project) -> Use:
    """Look through a project; articles that cannot be read are left out."""
    counts: Counter[Key] = Counter()
    values: dict[tuple[str, str], list[Value]] = {}
    for article in readable(project):
        for annotation in article.annotations:
            counts["label", annotation.label] += 1
            for name, value in annotation.attributes.items():
                values.setdefault((annotation.label, name), []).append(value)
    for relation in project.relations:
        counts["relation", relation.type] += 1
        if relation.match is not None:
            counts["match", relation.type, relation.match] += 1
    counts.update(("zone", zone.kind) for one in project.shelf() for zone in one.head.zones)
    return Use(counts, values)


def readable(project: Project) -> Iterator[Article]:
    """Open the articles one after the other, but for those that are damaged."""
    for shelved in project.shelf():
        with suppress(ProjectFileError):
            yield shelved.open()


def losses(use: Use, before: LabelSet, after: LabelSet) -> tuple[Loss, ...]:
    """Return what is in use of `before` and has no place in `after`, in the order of `before`."""
    lost = (Loss(key, count) for key, count in _lost(use, before, after) if count)
    return tuple(lost)


def _lost(use: Use, before: LabelSet, after: LabelSet) -> Iterator[tuple[Key, int]]:
    for label in before.labels:
        kept = after.label(label.id)
        if kept is None:
            yield _counted(use, "label", label.id)
            continue
        for attribute in label.attributes:
            values = use.values.get((label.id, attribute.id), ())
            yield from _lost_values(label.id, attribute, kept.attribute(attribute.id), values)
    for kind in before.relations:
        left = after.relation_type(kind.id)
        if left is None:
            yield _counted(use, "relation", kind.id)
            continue
        for match in kind.match:
            if match not in left.match:
                yield _counted(use, "match", kind.id, match)
    yield from (
        _counted(use, "zone", one) for one in before.zone_kinds if one not in after.zone_kinds
    )


def _counted(use: Use, *key: str) -> tuple[Key, int]:
    return key, use.counts.get(key, 0)


def _lost_values(
    label: str, before: Attribute, after: Attribute | None, values: Sequence[Value]
) -> Iterator[tuple[Key, int]]:
    if after is None:
        yield ("attribute", label, before.id), len(values)
        return
    if not has_other_values(before, after):
        return
    gone = gone_values(before, after)
    for one in before.values:
        if one in gone:
            yield ("value", label, before.id, one), sum(one in _several(value) for value in values)
    unfit = (value for value in values if not gone.intersection(_several(value)))
    count = sum(accepts(before, one) and refitted(after, one) is None for one in unfit)
    yield ("fit", label, before.id), count


def stand_ins(key: Key, labels: LabelSet) -> tuple[str, ...]:
    """Return the ids of a label set that may stand for what was lost, in their order."""
    kind, first, *rest = key
    if kind == "zone":
        return labels.zone_kinds
    if kind in {"label", "relation"}:
        records = labels.labels if kind == "label" else labels.relations
        return tuple(one.id for one in records)
    if kind == "match":
        relation = labels.relation_type(first)
        return relation.match if relation else ()
    label = labels.label(first)
    if kind == "attribute":
        return tuple(one.id for one in label.attributes) if label else ()
    attribute = label.attribute(rest[0]) if label and kind == "value" else None
    return attribute.values if attribute else ()


def has_other_values(before: Attribute, after: Attribute) -> bool:
    """Say whether an attribute takes other values than it did (longer texts are no others)."""
    return (before.kind, before.several, before.values) != (after.kind, after.several, after.values)


def gone_values(before: Attribute, after: Attribute) -> frozenset[Value]:
    """Return the values that a choice no longer has; none where it is no choice any more."""
    is_choice = before.kind == after.kind == "choice"
    return frozenset(set(before.values) - set(after.values) if is_choice else ())


def _several(value: Value) -> tuple[Value, ...]:
    """Return the strings in a value: a choice is one or several."""
    held = value if isinstance(value, tuple) else (value,)
    return tuple(one for one in held if isinstance(one, str))


def refitted(attribute: Attribute, value: Value) -> Value:
    """Return a value as an attribute of another kind takes it; None where it cannot."""
    wanted = replace(attribute, max_length=None)
    if attribute.several and not isinstance(value, tuple):
        value = (value,)  # type: ignore[assignment]  # checked by `accepts`
    elif not attribute.several and isinstance(value, tuple) and len(value) == 1:
        value = value[0]
    if accepts(wanted, value):
        return value
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if attribute.kind == "text" and is_number:
        return str(value)
    if attribute.kind == "number" and isinstance(value, str):
        with suppress(ValueError):
            return int(value)
    return None
