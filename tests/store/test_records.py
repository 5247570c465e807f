"""Records as JSON: read as written, strict, unknown keys kept; every edit among them."""

import importlib
import pkgutil
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressmark.edits
from pressmark.edits.edit import Edit
from pressmark.edits.kinds import EDITS
from pressmark.edits.transaction import Transaction
from pressmark.errors import RecordError
from pressmark.model.annotation import Annotation
from pressmark.model.article import ArticleHead
from pressmark.model.attribute import Anchor
from pressmark.model.label_set import LabelSet, RelationType
from pressmark.model.records import Relation
from pressmark.store.records import (
    edit_from_json,
    edit_to_json,
    from_json,
    to_json,
    transaction_from_json,
    transaction_to_json,
)
from pressmark.store.strict_json import json_bytes, read_json
from tests import strategies

BARE = {"id": "a", "label": "claim", "fragments": [[1, 3]], "text": ["bc"]}


def written_and_read(value: Any) -> Any:  # noqa: ANN401 -- JSON
    return read_json(json_bytes(value))


@given(annotation=strategies.annotations("“제재” 😀 \u2028", "a"))
def test_an_annotation_is_read_as_it_was_written(annotation: Annotation) -> None:
    assert from_json(Annotation, written_and_read(to_json(annotation))) == annotation


@given(label_set=strategies.label_sets())
def test_a_label_set_is_read_as_it_was_written(label_set: LabelSet) -> None:
    assert from_json(LabelSet, written_and_read(to_json(label_set))) == label_set


@pytest.mark.parametrize("kind", EDITS.values(), ids=EDITS)
@given(data=st.data())
def test_every_edit_is_read_as_it_was_written(kind: type[Edit], data: st.DataObject) -> None:
    edit = data.draw(strategies.edits(kind))
    assert edit_from_json(written_and_read(edit_to_json(edit))) == edit


@given(transaction=strategies.transactions())
def test_a_transaction_is_read_as_it_was_written(transaction: Transaction) -> None:
    read = transaction_from_json(written_and_read(transaction_to_json(transaction)))
    assert read == transaction


def test_no_edit_is_missing() -> None:
    modules = [
        importlib.import_module(found.name)
        for found in pkgutil.iter_modules(pressmark.edits.__path__, "pressmark.edits.")
    ]
    there = {
        one
        for module in modules
        for one in vars(module).values()
        if isinstance(one, type) and hasattr(one, "apply") and hasattr(one, "__dataclass_fields__")
    }
    assert there == set(EDITS.values())


def test_keys_stand_in_the_order_of_the_layout() -> None:
    annotation = from_json(Annotation, {"new": 1, "origin": {"by": "hand"}, **BARE})
    assert list(to_json(annotation)) == [
        *("id", "label", "fragments", "text", "prefix", "suffix", "attributes", "note"),
        *("confidence", "flag", "annotator", "created", "changed", "origin", "new"),
    ]


def test_unset_fields_of_most_records_are_written_as_nothing() -> None:
    head = to_json(ArticleHead(id="a"))
    assert head["published"] is None
    assert head["keywords"] == []
    assert head["states"] == {}


def test_a_relation_is_written_with_the_one_end_it_has() -> None:
    relation = to_json(Relation(id="r", type="denies", from_="a", to="b"))
    assert relation["from"] == "a"
    assert relation["note"] is None
    assert "from_" not in relation
    assert "entity" not in relation


def test_a_key_with_the_name_of_the_field_for_unknown_keys_survives() -> None:
    record = from_json(Relation, {"id": "r", "type": "t", "from": "a", "unknown": 5, "z": [1]})
    assert record.unknown == {"unknown": 5, "z": [1]}
    assert to_json(record)["unknown"] == 5


def test_mappings_are_written_by_key() -> None:
    one = from_json(Annotation, {**BARE, "attributes": {"b": 1, "a": {"d": 2, "c": 3}}})
    other = from_json(Annotation, {**BARE, "attributes": {"a": {"c": 3, "d": 2}, "b": 1}})
    assert json_bytes(to_json(one)) == json_bytes(to_json(other))


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ({"start": 1, "end": 2, "text": "b"}, Anchor(start=1, end=2, text="b")),
        ({"entities": ["eu"]}, Anchor(entities=("eu",))),
        ({"entities": ["eu"], "implicit": True}, Anchor(entities=("eu",), implicit=True)),
        ([{"start": 1, "end": 2, "text": "b"}], (Anchor(start=1, end=2, text="b"),)),
        (["asset-freeze", "travel-ban"], ("asset-freeze", "travel-ban")),
        ([], ()),
        ("direct", "direct"),
        (9, 9),
        (True, True),
        (None, None),
        ({"start": "1", "end": 2, "text": "b"}, {"start": "1", "end": 2, "text": "b"}),
        ({"start": "2024-05", "end": "2024-06"}, {"start": "2024-05", "end": "2024-06"}),
        (["a", 1], ["a", 1]),
    ],
)
def test_a_value_is_an_anchor_if_it_looks_like_one(value: Any, read: object) -> None:  # noqa: ANN401
    annotation = from_json(Annotation, {**BARE, "attributes": {"x": value}})
    assert annotation.attributes["x"] == read
    assert to_json(annotation)["attributes"]["x"] == value


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"id": 5}, "id"),
        ({"fragments": []}, "fragments"),
        ({"fragments": [["1", 3]]}, "fragments.0.0"),
        ({"fragments": [[1, 3.0]]}, "fragments.0.1"),
        ({"fragments": [[True, 3]]}, "fragments.0.0"),
        ({"fragments": [[1, 2, 3]]}, "fragments.0"),
        ({"text": "bc"}, "text"),
        ({"flag": 1}, "flag"),
        ({"origin": None}, "origin"),
        ({"attributes": []}, "attributes"),
    ],
)
def test_types_are_taken_as_they_are(change: dict[str, Any], where: str) -> None:
    with pytest.raises(RecordError) as raised:
        from_json(Annotation, {**BARE, **change})
    assert raised.value.facts["where"] == where


@pytest.mark.parametrize("missing", BARE)
def test_what_a_record_cannot_do_without_must_be_there(missing: str) -> None:
    with pytest.raises(RecordError):
        from_json(Annotation, {key: held for key, held in BARE.items() if key != missing})


@pytest.mark.parametrize(
    "value",
    [None, [], {}, {"edit": "Nonsense"}, {"edit": ["SetNote"]}, {"edit": "SetNote", "more": 1}],
)
def test_what_is_no_edit_is_refused(value: Any) -> None:  # noqa: ANN401 -- JSON
    with pytest.raises(RecordError):
        edit_from_json(value)


def test_a_field_called_from_is_read_by_its_name_in_files() -> None:
    read = from_json(RelationType, {"id": "r", "title": "r", "from": ["claim"]})
    assert read.from_ == ("claim",)
