from dataclasses import replace

import pytest

from pressmark.analysis.label_set_problems import Problem, problems
from pressmark.edits.label_sets import put
from pressmark.model.attribute import Attribute
from pressmark.model.label_set import Label, LabelSet, RelationType
from pressmark.store.label_sets import default_label_set

CLAIM = Label(id="claim", title="Claim", keys=("1", "C"))
LABELS = LabelSet(name="news", labels=(CLAIM, Label(id="quote", title="Quote", keys=("2",))))


def found(labels: LabelSet) -> list[tuple[str, ...]]:
    return [(*one.where, one.case) for one in problems(labels, {"N": "Next annotation"})]


def with_label(**changes: object) -> LabelSet:
    return replace(LABELS, labels=put(LABELS.labels, replace(CLAIM, **changes)))  # type: ignore[arg-type]  # any field


def test_the_label_set_that_ships_is_as_it_should_be() -> None:
    assert problems(default_label_set(), {}) == ()


@pytest.mark.parametrize(
    ("changes", "field", "case"),
    [
        ({"title": " "}, "title", "no-title"),
        ({"title": "Quote"}, "title", "same-title"),
        ({"keys": ("2",)}, "keys", "label-has-key"),
        ({"keys": ("n",)}, "keys", "action-has-key"),
        ({"keys": ("F5",)}, "keys", "bad-key"),
        ({"keys": ("Ж",)}, "keys", "bad-key"),
    ],
)
def test_labels(changes: dict[str, object], field: str, case: str) -> None:
    assert ("label", "claim", field, case) in found(with_label(**changes))


@pytest.mark.parametrize(
    ("attribute", "field", "case"),
    [
        (Attribute(id="a", title="", kind="text"), "title", "no-title"),
        (Attribute(id="a", title="A", kind="choice", values=("x",)), "values", "few-values"),
        (Attribute(id="a", title="A", kind="choice", values=("x", "x")), "values", "same-value"),
        (Attribute(id="a", title="A", kind="choice", values=("x", "ж")), "values", "bad-value"),
    ],
)
def test_attributes(attribute: Attribute, field: str, case: str) -> None:
    assert found(with_label(attributes=(attribute,))) == [("attribute", "claim", "a", field, case)]


def test_relation_types() -> None:
    kinds = (
        RelationType(id="a", title="a", key="X", from_=("gone",)),
        RelationType(id="b", title="b", key="x", to=("claim", "gone")),
    )
    assert found(replace(LABELS, relations=kinds)) == [
        ("relation", "a", "from", "no-end"),
        ("relation", "a", "key", "relation-has-key"),
        ("relation", "b", "key", "relation-has-key"),
    ]


def test_the_set_itself() -> None:
    assert found(replace(LABELS, name="", zone_kinds=("ж",))) == [
        ("set", "name", "no-title"),
        ("set", "zone_kinds", "bad-value"),
    ]
    assert problems(replace(LABELS, name="x"), {}) == ()


def test_a_problem_names_whom_it_clashes_with() -> None:
    clash = problems(with_label(keys=("2",)), {})[0]
    assert clash == Problem(("label", "claim", "keys"), "label-has-key", "2\nQuote")
