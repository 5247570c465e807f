"""How one label set differs from another: what came, what went, what is not as it was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from pressmark.model.attribute import Attribute
from pressmark.model.label_set import Label, LabelSet, RelationType

Way = Literal["added", "removed", "changed"]
R = TypeVar("R", Label, Attribute, RelationType)


@dataclass(frozen=True, slots=True)
class LabelSetChange:
    """One difference; `title` is that of the record, behind its label's for an attribute.

    `what` is "label", "attribute", "relation", "order" or "set": name, version, guidelines, zones.
    """

    way: Way
    what: str
    title: str


def label_set_changes(before: LabelSet, after: LabelSet) -> tuple[LabelSetChange, ...]:
    """Return the differences: labels with their attributes, relation types, then the rest."""
    return tuple(_changes(before, after))


def _changes(before: LabelSet, after: LabelSet) -> Iterator[LabelSetChange]:
    for way, label in _differing(before.labels, after.labels):
        earlier = before.label(label.id)
        if way == "changed" and earlier is not None:
            yield from _within(earlier, label)
        else:
            yield LabelSetChange(way, "label", label.title)
    for way, relation in _differing(before.relations, after.relations):
        yield LabelSetChange(way, "relation", relation.title)
    if _is_arranged(before.labels, after.labels) or _is_arranged(before.relations, after.relations):
        yield LabelSetChange("changed", "order", after.name)
    if _frame(before) != _frame(after):
        yield LabelSetChange("changed", "set", after.name)


def _within(before: Label, after: Label) -> Iterator[LabelSetChange]:
    is_arranged = _is_arranged(before.attributes, after.attributes)
    if _own(before) != _own(after) or is_arranged:
        yield LabelSetChange("changed", "label", after.title)
    for way, attribute in _differing(before.attributes, after.attributes):
        yield LabelSetChange(way, "attribute", f"{after.title}: {attribute.title}")


def _differing(before: Sequence[R], after: Sequence[R]) -> Iterator[tuple[Way, R]]:
    earlier, later = {one.id: one for one in before}, {one.id for one in after}
    for one in after:
        if one.id not in earlier:
            yield "added", one
        elif one != earlier[one.id]:
            yield "changed", one
    yield from (("removed", one) for one in before if one.id not in later)


def _own(label: Label) -> tuple[object, ...]:
    """Return what a label says itself, without its attributes."""
    return (
        *(label.title, label.keys, label.glyph, label.mark),
        *(label.definition, label.example, label.counter_example, label.unknown),
    )


def _frame(labels: LabelSet) -> tuple[object, ...]:
    return (labels.name, labels.version, labels.guidelines, labels.zone_kinds, labels.unknown)


def _is_arranged(before: Sequence[R], after: Sequence[R]) -> bool:
    """Say whether what both have stands in another order."""
    common = {one.id for one in before} & {one.id for one in after}
    orders = ([one.id for one in side if one.id in common] for side in (before, after))
    return next(orders) != next(orders)
