"""Another label set for the example: nothing lost silently, everything taken back by undo."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pressmark.edits.edit import Stamp
from pressmark.edits.label_set_change import Ways, label_set_change
from pressmark.edits.label_set_use import Loss, losses, refitted, stand_ins, use_of
from pressmark.edits.label_sets import put, without, without_label
from pressmark.edits.transaction import Transaction, apply
from pressmark.model.attribute import Attribute, Value
from pressmark.model.label_set import Label, LabelSet
from pressmark.model.project import Project
from pressmark.store.project_file import parse_project
from tests.strategies import projects

STAMP = Stamp("me", "2024-06-03T09:00:00Z")


@pytest.fixture
def project(seeds: Path) -> Project:
    return parse_project((seeds / "example.pressmark").read_bytes()).project


def changed(project: Project, labels: LabelSet, ways: Ways) -> Project:
    """Return the project with another label set, once undo was seen to bring all back."""
    step = Transaction("Edit label set", label_set_change(project, labels, ways), STAMP)
    after, inverses = apply(project, step)
    back, _ = apply(after, replace(step, edits=inverses))
    assert back == project
    return after


def lost(project: Project, labels: LabelSet) -> dict[tuple[str, ...], int]:
    return {one.key: one.count for one in losses(use_of(project), project.label_set, labels)}


def labelled(project: Project, label: str) -> set[str]:
    return {
        one.id for article in project.opened() for one in article.annotations if one.label == label
    }


def with_attribute(project: Project, label_id: str, attribute: Attribute) -> LabelSet:
    label = project.label_set.label(label_id)
    assert label is not None
    shaped = replace(label, attributes=put(label.attributes, attribute))
    return replace(project.label_set, labels=put(project.label_set.labels, shaped))


def attribute(project: Project, label_id: str, attribute_id: str) -> Attribute:
    label = project.label_set.label(label_id)
    found = label.attribute(attribute_id) if label else None
    assert found is not None
    return found


def values(project: Project, name: str) -> dict[str, Value]:
    return {
        one.id: one.attributes[name]
        for article in project.opened()
        for one in article.annotations
        if name in one.attributes
    }


def test_a_label_that_leaves_is_counted(project: Project) -> None:
    labels = without_label(project.label_set, "denial")
    assert lost(project, labels) == {("label", "denial"): 3}
    assert losses(use_of(project), labels, labels) == ()


def test_without_a_way_everything_stays(project: Project) -> None:
    after = changed(project, without_label(project.label_set, "denial"), {})
    assert after.places == project.places
    assert labelled(after, "denial") == labelled(project, "denial")


def test_another_label_takes_its_place(project: Project) -> None:
    denials = labelled(project, "denial")
    after = changed(
        project, without_label(project.label_set, "denial"), {("label", "denial"): "claim"}
    )
    assert labelled(after, "claim") == labelled(project, "claim") | denials
    assert after.relations == project.relations


def test_what_carries_it_is_deleted_with_its_relations(project: Project) -> None:
    quotes = labelled(project, "quote") | labelled(project, "claim")
    labels = without_label(without_label(project.label_set, "quote"), "claim")
    after = changed(project, labels, {("label", "quote"): None, ("label", "claim"): None})
    assert set(project.places) - set(after.places) == quotes
    assert not any({one.from_, one.to} & quotes for one in after.relations)


def test_an_attribute_moves_into_another(project: Project) -> None:
    before = values(project, "speaker")
    label = project.label_set.label("quote")
    assert label is not None
    shorter = replace(label, attributes=without(label.attributes, "speaker"))
    labels = replace(project.label_set, labels=put(project.label_set.labels, shorter))
    key = ("attribute", "quote", "speaker")
    assert lost(project, labels) == {key: len(before)}
    after = changed(project, labels, {key: "addressee"})
    moved = {
        name: value for name, value in before.items() if name not in values(project, "addressee")
    }
    assert moved.items() <= values(after, "addressee").items()
    assert not values(changed(project, labels, {key: None}), "speaker")
    assert values(changed(project, labels, {}), "speaker") == before


def test_values_of_a_choice_go_or_become_others(project: Project) -> None:
    form = attribute(project, "quote", "form")
    labels = with_attribute(project, "quote", replace(form, values=("direct", "mixed")))
    key = ("value", "quote", "form", "indirect")
    indirect = {one for one, value in values(project, "form").items() if value == "indirect"}
    assert lost(project, labels) == {key: len(indirect)}
    after = values(changed(project, labels, {key: "mixed"}), "form")
    assert {one for one, value in after.items() if value == "mixed"} >= indirect
    assert not indirect & set(values(changed(project, labels, {key: None}), "form"))


def test_several_values_lose_only_one(project: Project) -> None:
    measures = attribute(project, "sanction", "measures")
    used = [one for held in values(project, "measures").values() for one in held]  # type: ignore[union-attr]  # tuples
    gone = str(used[0])
    left = tuple(one for one in measures.values if one != gone)
    labels = with_attribute(project, "sanction", replace(measures, values=left))
    key = ("value", "sanction", "measures", gone)
    assert lost(project, labels) == {key: used.count(gone)}
    kept = values(changed(project, labels, {key: "other"}), "measures")
    assert kept.keys() == values(project, "measures").keys()
    assert all(gone not in held for held in kept.values())  # type: ignore[operator]  # tuples


def test_another_kind_keeps_what_fits(project: Project) -> None:
    number = attribute(project, "sanction", "target_count")
    labels = with_attribute(project, "sanction", replace(number, kind="text"))
    before = values(project, "target_count")
    assert before
    assert lost(project, labels) == {}
    assert values(changed(project, labels, {}), "target_count") == {
        name: str(value) for name, value in before.items()
    }
    flag = with_attribute(project, "sanction", replace(number, kind="flag"))
    key = ("fit", "sanction", "target_count")
    assert lost(project, flag) == {key: len(before)}
    assert values(changed(project, flag, {}), "target_count") == before
    assert not values(changed(project, flag, {key: None}), "target_count")


def test_relation_types_go_or_become_others(project: Project) -> None:
    labels = replace(project.label_set, relations=without(project.label_set.relations, "supports"))
    supporting = {one.id for one in project.relations if one.type == "supports"}
    key = ("relation", "supports")
    assert lost(project, labels) == {key: len(supporting)}
    renamed = changed(project, labels, {key: "denies"}).relations
    assert {renamed[one].type for one in supporting} == {"denies"}
    assert not supporting & {one.id for one in changed(project, labels, {key: None}).relations}


def test_zones_go_or_become_others(project: Project) -> None:
    kinds = {zone.kind for one in project.shelf() for zone in one.head.zones}
    gone = min(kinds)
    left = tuple(one for one in project.label_set.zone_kinds if one != gone)
    labels = replace(project.label_set, zone_kinds=left)
    assert lost(project, labels).keys() == {("zone", gone)}
    after = changed(project, labels, {("zone", gone): "other"})
    assert gone not in {zone.kind for one in after.shelf() for zone in one.head.zones}


def test_renaming_touches_no_annotation(project: Project) -> None:
    claim = project.label_set.labels[0]
    labels = replace(
        project.label_set, labels=put(project.label_set.labels, replace(claim, title="Thesis"))
    )
    assert lost(project, labels) == {}
    assert len(label_set_change(project, labels, {("label", "claim"): None})) == 1
    assert label_set_change(project, project.label_set, {}) == ()


def test_a_relation_type_keeps_the_only_label_it_had() -> None:
    labels = LabelSet(name="x", labels=(Label(id="a", title="A"), Label(id="b", title="B")))
    assert without_label(labels, "a").labels == labels.labels[1:]


def test_values_are_refitted_without_losing_anything() -> None:
    several = Attribute(id="a", title="A", kind="choice", several=True, values=("x", "y"))
    one = replace(several, several=False)
    assert refitted(several, "x") == ("x",)
    assert refitted(one, ("x",)) == "x"
    assert refitted(one, ("x", "y")) is None
    assert refitted(Attribute(id="n", title="N", kind="number"), "12") == 12
    assert refitted(Attribute(id="n", title="N", kind="number"), "a dozen") is None


def test_losses_say_how_many() -> None:
    assert Loss(("label", "x"), 2).count == 2


@given(projects(), st.data())
def test_any_label_set_can_be_taken_back(project: Project, data: st.DataObject) -> None:
    # Relations that no edit makes are no edit's to change, either.
    assume(all(one.from_ != one.to for one in project.relations))
    assume({one.entity for one in project.relations} <= {None, *project.entities})
    labels = project.label_set
    ids = [one.id for one in labels.labels]
    for gone in data.draw(st.lists(st.sampled_from(ids), unique=True) if ids else st.just([])):
        labels = without_label(labels, gone)
    labels = replace(labels, relations=labels.relations[:1], zone_kinds=labels.zone_kinds[1:])
    ways = {
        one.key: data.draw(st.sampled_from([None, *stand_ins(one.key, labels)]))
        for one in losses(use_of(project), project.label_set, labels)
    }
    after = changed(project, labels, ways)
    gone_labels = {one.id for one in project.label_set.labels} - {one.id for one in labels.labels}
    assert not any(labelled(after, one) for one in gone_labels)
