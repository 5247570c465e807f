import json
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from pressmark.errors import RecordError
from pressmark.model.attribute import Attribute
from pressmark.model.json import Json
from pressmark.model.label_set import Label, LabelSet
from pressmark.paths import resource
from pressmark.store.label_sets import default_label_set, label_set_json, read_label_set
from pressmark.store.records import from_json, to_json

WORDS = ("definition", "example", "counter_example", "guidance", "guidelines")


def without_words(value: Json) -> Json:
    if isinstance(value, dict):
        return {key: without_words(held) for key, held in value.items() if key not in WORDS}
    return [without_words(one) for one in value] if isinstance(value, list) else value


def test_the_default_is_the_gold_one_with_words(golden: Path) -> None:
    gold = json.loads((golden / "label_set.json").read_text(encoding="utf-8"))
    mine = json.loads(resource("label_sets", "news.json").read_text(encoding="utf-8"))
    assert from_json(LabelSet, without_words(mine)) == from_json(LabelSet, gold)


def test_every_label_says_what_counts_as_one() -> None:
    for label in default_label_set().labels:
        assert label.definition
        assert label.example
        assert label.counter_example
        assert all(attribute.guidance for attribute in label.attributes)


def test_it_reads_what_it_writes() -> None:
    written = json.dumps(to_json(default_label_set())).encode()
    assert read_label_set(written) == default_label_set()


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"labels": [{"id": "a", "title": "A"}, {"id": "a", "title": "B"}]}, "labels"),
        ({"labels": [{"id": "a b", "title": "A"}]}, "labels"),
        ({"labels": [{"id": "a"}]}, "labels.0.title"),
        ({"relations": [{"id": "r", "title": "r", "from": "a"}]}, "relations.0.from"),
        ({"zone_kinds": ["x", "x"]}, "zone_kinds"),
    ],
)
def test_a_bad_one_is_refused_with_its_place(change: dict[str, Any], where: str) -> None:
    with pytest.raises(RecordError) as raised:
        read_label_set(json.dumps({"name": "mine", **change}).encode())
    assert raised.value.facts["where"] == where


def test_titles_of_values_are_written_where_there_are_some() -> None:
    titles = MappingProxyType({"yes": "Так"})
    named = Attribute(id="a", title="A", kind="choice", values=("yes", "no"), value_titles=titles)
    plain = replace(named, id="b", value_titles=MappingProxyType({}))
    labels = LabelSet(name="x", labels=(Label(id="l", title="L", attributes=(named, plain)),))
    text = label_set_json(labels)
    assert read_label_set(text.encode()) == labels
    assert text.count("value_titles") == 1
