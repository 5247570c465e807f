"""The fields of a record that people change one by one, by name."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar

from pressmark.model.annotation import Annotation
from pressmark.model.article import ArticleHead
from pressmark.model.attribute import anchors
from pressmark.model.judgement import Judgement

Key: TypeAlias = tuple[str, ...]
"""A record, as ("annotation", id), or a field of one, as ("annotation", id, "note")."""

T = TypeVar("T")

PLURALS: Mapping[str, str] = {
    "annotator": "annotators",
    "dispute": "disputes",
    "entity": "entities",
    "judgement": "judgements",
}
"""The kinds of record that a project has by their ids, and its field that holds them."""

_PLACE = ("fragments", "text", "prefix", "suffix")
"""What moves together; the fragments stand for all of it."""
_NOT_ALONE = {"id", "changed", "attributes", "states", *_PLACE[1:]}


def fields_of(record: object) -> Mapping[str, object]:
    """Return the fields of an annotation, a head or a judgement; attributes and states as ".name".

    Left out is the time of the last change, which changes with everything. Any other record is
    one field.
    """
    if not isinstance(record, Annotation | ArticleHead | Judgement):
        return {"": record}
    held = {
        one.name: getattr(record, one.name) for one in fields(record) if one.name not in _NOT_ALONE
    }
    if isinstance(record, Judgement):
        return held
    several = record.attributes if isinstance(record, Annotation) else record.states
    return held | {f".{name}": value for name, value in several.items()}


def differing(one: object, two: object) -> frozenset[str]:
    """Return the names of the fields in which two records differ."""
    first, second = fields_of(one), fields_of(two)
    return frozenset(name for name in {*first, *second} if first.get(name) != second.get(name))


def with_values(record: T, values: Mapping[str, Any]) -> T:
    """Return a record of several fields with other values; ".name" with None goes."""
    plain = {name: value for name, value in values.items() if not name.startswith(".")}
    several = {name[1:]: value for name, value in values.items() if name.startswith(".")}
    if isinstance(record, Annotation):
        plain["attributes"] = _mixed(record.attributes, several)
    elif isinstance(record, ArticleHead):
        plain["states"] = _mixed(record.states, several)
    return replace(record, **plain)  # type: ignore[type-var]  # all are dataclasses


def with_fields(record: T, source: T, names: AbstractSet[str]) -> T:
    """Return a record of several fields with these as `source` has them."""
    held = fields_of(source)
    values = {name: held.get(name) for name in names}
    if "fragments" in names:
        values |= {name: getattr(source, name) for name in _PLACE}
    return with_values(record, values)


def named(held: Mapping[str, object]) -> Iterator[Key]:
    """Yield the keys of label and entities that fields of an annotation name."""
    for name, value in held.items():
        if name == "label":
            yield "label", str(value)
        elif name.startswith("."):
            for anchor in anchors(value):  # type: ignore[arg-type]  # attributes hold values
                yield from (("entity", entity) for entity in anchor.entities)


def _mixed(held: Mapping[str, Any], values: Mapping[str, Any]) -> Mapping[str, Any]:
    mixed = {**held, **values}
    return MappingProxyType({name: value for name, value in mixed.items() if value is not None})
