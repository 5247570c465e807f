"""What is wrong with a label set, for the one who edits it: titles, keys, values, ends."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pressmark.model.attribute import Attribute
from pressmark.model.ids import is_id
from pressmark.model.label_set import Label, LabelSet, RelationType

Where = tuple[str, ...]
"""The field: `("label", id, "keys")`, `("attribute", label, id, "title")`,
`("relation", id, "from")`, `("set", "name")`."""

_FEWEST = 2
"""Values without which a choice is none."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to be mended: where, what (`case`), and whom or what it clashes with (`fact`)."""

    where: Where
    case: str
    fact: str = ""


def problems(labels: LabelSet, taken: Mapping[str, str]) -> tuple[Problem, ...]:
    """Return what is wrong; `taken` says what is done by keys that labels cannot have."""
    return tuple(_problems(labels, taken))


def _problems(labels: LabelSet, taken: Mapping[str, str]) -> Iterator[Problem]:
    if not labels.name.strip():
        yield Problem(("set", "name"), "no-title")
    for kind in labels.zone_kinds:
        if not is_id(kind):
            yield Problem(("set", "zone_kinds"), "bad-value", kind)
    for label in labels.labels:
        yield from _of_title(("label", label.id), label, labels.labels)
        yield from _of_keys(label, labels.labels, taken)
        for attribute in label.attributes:
            yield from _of_attribute(label, attribute)
    for relation in labels.relations:
        yield from _of_relation(relation, labels)


def _of_title(
    where: Where,
    record: Label | Attribute | RelationType,
    others: Sequence[Label | Attribute | RelationType],
) -> Iterator[Problem]:
    title = record.title.strip()
    if not title:
        yield Problem((*where, "title"), "no-title")
    elif any(one.title.strip() == title and one.id != record.id for one in others):
        yield Problem((*where, "title"), "same-title", title)


def _of_keys(label: Label, others: Sequence[Label], taken: Mapping[str, str]) -> Iterator[Problem]:
    where = ("label", label.id, "keys")
    for key in map(str.upper, label.keys):
        other = next(
            (one for one in others if one.id != label.id and key in map(str.upper, one.keys)), None
        )
        if len(key) != 1 or not (key.isascii() and key.isalnum()):
            yield Problem(where, "bad-key", key)
        elif other is not None:
            yield Problem(where, "label-has-key", f"{key}\n{other.title}")
        elif key in taken:
            yield Problem(where, "action-has-key", f"{key}\n{taken[key]}")


def _of_attribute(label: Label, attribute: Attribute) -> Iterator[Problem]:
    where = ("attribute", label.id, attribute.id)
    yield from _of_title(where, attribute, label.attributes)
    if attribute.kind != "choice":
        return
    if len(attribute.values) < _FEWEST:
        yield Problem((*where, "values"), "few-values")
    for value, count in Counter(attribute.values).items():
        if not is_id(value):
            yield Problem((*where, "values"), "bad-value", value)
        elif count > 1:
            yield Problem((*where, "values"), "same-value", value)


def _of_relation(relation: RelationType, labels: LabelSet) -> Iterator[Problem]:
    where = ("relation", relation.id)
    yield from _of_title(where, relation, labels.relations)
    for name, ends in (("from", relation.from_), ("to", relation.to)):
        if ends and not any(labels.label(one) for one in ends):
            yield Problem((*where, name), "no-end")
    key = (relation.key or "").upper()
    if not key:
        return
    others = (one for one in labels.relations if one.id != relation.id)
    other = next((one for one in others if (one.key or "").upper() == key), None)
    if len(key) != 1 or not (key.isascii() and key.isalnum()):
        yield Problem((*where, "key"), "bad-key", key)
    elif other is not None:
        yield Problem((*where, "key"), "relation-has-key", f"{key}\n{other.title}")
