"""The model's dataclasses as JSON and back: strict, nothing lost, nothing defined twice.

The shape of a record in a file is read off its dataclass. A key is the field's name, without the
underscore that `from_` needs; keys stand in the order of the fields, then the keys that nobody
knows. Reading takes types as they are (no "5", 5.0 or true for a number); only fields without a
default must be there. Writing writes every field, null or empty too, so that a later change is a
change of one word; only the fields of `_SPARSE`, which most records lack, are left out while they
hold their default. Mappings are written by key, so that equal records are equal bytes.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import partial
from types import MappingProxyType, NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin

from pydantic_core import CoreSchema, SchemaValidator, ValidationError
from pydantic_core import core_schema as core

from pressmark.edits.annotations import AddAnnotation, ReplaceAnnotation
from pressmark.edits.articles import AddArticle
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.kinds import EDITS
from pressmark.edits.relations import AddRelation, ReplaceRelation
from pressmark.edits.transaction import Transaction
from pressmark.errors import RecordError
from pressmark.model.annotation import Annotation, Origin
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead, Shelved
from pressmark.model.attribute import Anchor, Attribute, Value
from pressmark.model.json import Json
from pressmark.model.label_set import Label, LabelSet, RelationType
from pressmark.model.records import Dispute, Relation
from pressmark.model.span import Span
from pressmark.store.frame import Frame

T = TypeVar("T")

_SPARSE: Mapping[type, frozenset[str]] = {
    AddAnnotation: frozenset({"as_found"}),
    AddRelation: frozenset({"as_found"}),
    Annotation: frozenset({"waived"}),
    Anchor: frozenset({"start", "end", "text", "entities", "implicit"}),
    ArticleHead: frozenset({"byline"}),
    Attribute: frozenset({"entity", "several", "values", "value_titles", "max_length", "guidance"}),
    Dispute: frozenset({"name", "value", "turned_down", "held_by", "other_by"}),
    Frame: frozenset({"summary", "judgements", "disputes"}),
    Label: frozenset({"glyph", "mark", "definition", "example", "counter_example"}),
    LabelSet: frozenset({"guidelines"}),
    Origin: frozenset({"source", "id", "conflict_of", "held_by", "other_by"}),
    Relation: frozenset({"to", "entity", "match"}),
    ReplaceAnnotation: frozenset({"as_found"}),
    ReplaceRelation: frozenset({"as_found"}),
    RelationType: frozenset(
        {"key", "from_", "to", "entity", "same_label", "symmetric", "across_articles", "match"}
    ),
}


def from_json(kind: type[T], value: Json) -> T:
    """Return the record of class `kind` that a JSON value says.

    RecordError with `record` and `where` (a path of keys) where it does not have that shape.
    """
    try:
        if kind not in _VALIDATORS:
            _VALIDATORS[kind] = SchemaValidator(_schema(kind))
        record: T = _VALIDATORS[kind].validate_python(value)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise RecordError(record=kind.__name__, where=where, reason=first["type"]) from None
    return record


def to_json(value: object) -> Any:  # noqa: ANN401 -- Json, as precise as the caller knows it
    """Return a record, or what a field of one holds, as JSON: lists, dicts and plain values."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, tuple | list | Annotations):
        return [to_json(one) for one in value]
    if isinstance(value, Mapping):
        return {key: to_json(value[key]) for key in sorted(value)}
    written = {
        key: to_json(held)
        for name, key, absent in _layout(type(value))
        if (held := getattr(value, name)) != absent
    }
    if not written:  # an anchor at nothing, which must still look like one
        written["entities"] = []
    unknown = getattr(value, "unknown", None)
    return written | to_json(unknown) if unknown else written


def edit_to_json(edit: Edit) -> dict[str, Json]:
    """Return an edit as JSON: the name of its class under "edit", then its fields."""
    if isinstance(edit, AddArticle):
        edit = AddArticle(edit.article.open())
    return {"edit": type(edit).__name__, **to_json(edit)}


def edit_from_json(value: Json) -> Edit:
    """Return the edit that a JSON object says; RecordError where it says none."""
    if isinstance(value, dict):
        name = value.get("edit")
        if isinstance(name, str) and name in EDITS:
            rest = {key: held for key, held in value.items() if key != "edit"}
            edit: Edit = from_json(EDITS[name], rest)
            return edit
    raise RecordError(record="Edit", where="edit", reason="unknown-edit")


def transaction_to_json(transaction: Transaction) -> dict[str, Json]:
    """Return a transaction as JSON: title, edits, stamp, origin; inverses are not part of it."""
    return {
        "title": transaction.title,
        "edits": [edit_to_json(edit) for edit in transaction.edits],
        "stamp": to_json(transaction.stamp),
        "origin": transaction.origin,
    }


def transaction_from_json(value: Json) -> Transaction:
    """Return the transaction that a JSON object says; RecordError where it says none."""
    match value:
        case {"title": str(title), "edits": list(edits), "stamp": stamp, "origin": str(origin)}:
            read = tuple(edit_from_json(edit) for edit in edits)
            return Transaction(title, read, from_json(Stamp, stamp), origin)
    raise RecordError(record="Transaction", where="", reason="shape")


# ---- how a class is read and written, worked out once

_VALIDATORS: dict[type, SchemaValidator] = {}
_LAYOUTS: dict[type, tuple[tuple[str, str, object], ...]] = {}
_PLAIN = frozenset({str, int, float, bool, NoneType})
_ALWAYS = object()


def _key(field: Field[Any]) -> str:
    return field.name.rstrip("_")


def _layout(kind: type) -> tuple[tuple[str, str, object], ...]:
    """Return name, key and the value that is left out, for each field but `unknown`."""
    if kind not in _LAYOUTS:
        sparse = _SPARSE.get(kind, frozenset())
        _LAYOUTS[kind] = tuple(
            (field.name, _key(field), _default(field) if field.name in sparse else _ALWAYS)
            for field in fields(kind)
            if field.name != "unknown"
        )
    return _LAYOUTS[kind]


def _default(field: Field[Any]) -> object:
    return field.default if field.default_factory is MISSING else field.default_factory()


def _schema(hint: Any) -> CoreSchema:  # noqa: ANN401 -- a type, or what typing makes of several
    """Return how pydantic reads a field of this type."""
    special = _SPECIAL.get(hint)
    if special is not None:
        return special()
    if is_dataclass(hint) and isinstance(hint, type):
        return _record_schema(hint)
    origin, args = get_origin(hint), get_args(hint)
    if origin is UnionType:
        kinds = [_schema(one) for one in args if one is not NoneType]
        each = kinds[0] if len(kinds) == 1 else core.union_schema([*kinds], mode="left_to_right")
        return each if NoneType not in args else core.nullable_schema(each)
    if origin is tuple:
        return core.tuple_variable_schema(_schema(args[0]))
    if origin is Mapping:
        return _frozen(core.dict_schema(core.str_schema(strict=True), _schema(args[1])))
    raise TypeError(hint)


def _record_schema(kind: type) -> CoreSchema:
    own = fields(kind)
    keeps_unknown = any(field.name == "unknown" for field in own)
    schema = core.dataclass_schema(
        kind,
        core.dataclass_args_schema(
            kind.__name__,
            [_field_schema(field) for field in own],
            extra_behavior="forbid",
        ),
        [field.name for field in own],
        slots=True,
    )
    if not keeps_unknown:
        return schema
    known = frozenset(_key(field) for field in own) - {"unknown"}
    return core.no_info_before_validator_function(partial(_with_unknown, known), schema)


def _field_schema(field: Field[Any]) -> core.DataclassField:
    schema = _schema(field.type)
    default = field.default
    if default is not MISSING:  # by a factory: pydantic would copy the default deeply
        schema = core.with_default_schema(schema, default_factory=lambda: default)
    elif field.default_factory is not MISSING:
        schema = core.with_default_schema(schema, default_factory=field.default_factory)
    return core.dataclass_field(field.name, schema, kw_only=True, validation_alias=_key(field))


def _with_unknown(known: frozenset[str], value: object) -> object:
    """Put the keys that nobody knows under "unknown"."""
    if not isinstance(value, dict) or value.keys() <= known:
        return value
    unknown = {key: held for key, held in value.items() if key not in known}
    return {key: value[key] for key in value if key in known} | {"unknown": unknown}


def _frozen(schema: CoreSchema) -> CoreSchema:
    return core.no_info_after_validator_function(MappingProxyType, schema)


def _spans_schema() -> CoreSchema:
    """Read `[[start, end], ...]`, at least one."""
    number = core.int_schema(strict=True)
    pair = core.tuple_positional_schema([number, number])
    span = core.no_info_after_validator_function(Span._make, pair)
    return core.tuple_variable_schema(span, min_length=1)


def _value_schema() -> CoreSchema:
    """Read what looks like an anchor as one, lists of one kind as tuples, the rest as it is."""
    anchor = core.no_info_before_validator_function(_looking_like_anchor, _schema(Anchor))
    text = core.str_schema(strict=True)
    return core.union_schema(
        [
            text,
            anchor,
            core.tuple_variable_schema(anchor),
            core.tuple_variable_schema(text),
            core.any_schema(),
        ],
        mode="left_to_right",
    )


def _looking_like_anchor(value: object) -> object:
    if isinstance(value, dict) and (
        value.keys() >= {"start", "end", "text"} or "entities" in value or "implicit" in value
    ):
        return value
    raise ValueError


def _annotations_schema() -> CoreSchema:
    each = core.tuple_variable_schema(_schema(Annotation))
    return core.no_info_after_validator_function(Annotations.of, each)


_SPECIAL: Mapping[Any, Callable[[], CoreSchema]] = {
    str: partial(core.str_schema, strict=True),
    int: partial(core.int_schema, strict=True),
    bool: partial(core.bool_schema, strict=True),
    NoneType: core.none_schema,
    Json: core.any_schema,
    Shelved: lambda: _record_schema(Article),
    tuple[Span, ...]: _spans_schema,
    Annotations: _annotations_schema,
    Mapping[str, Value]: lambda: _frozen(core.dict_schema(core.str_schema(), _value_schema())),
    Mapping[str, Json]: lambda: _frozen(core.dict_schema()),
}
