from dataclasses import replace

import pytest
from immutables import Map

from pressmark.edits.annotations import SetAttributes
from pressmark.edits.edit import Stamp
from pressmark.edits.entities import entity_additions, entity_merge, united
from pressmark.edits.frame import PutEntity
from pressmark.edits.transaction import Transaction, apply
from pressmark.errors import EditError
from pressmark.model.attribute import Anchor
from pressmark.model.project import Project
from pressmark.model.records import Entity

DPRK = Entity(id="dprk", name="DPRK", aliases=("the North",))
NORTH = Entity(id="north", name="North Korea", aliases=("dprk", "Pyongyang"), country="kp")


@pytest.fixture
def two(project: Project, stamp: Stamp) -> Project:
    """Return a project in which an annotation names both of two entities that are one."""
    project = replace(project, entities=Map({**project.entities, "dprk": DPRK, "north": NORTH}))
    place, name = next((place, name) for name, place in sorted(project.places.items()))[0:2]
    values = {
        "speaker": (Anchor(entities=("dprk",), implicit=True), Anchor(entities=("north", "dprk"))),
        "target": Anchor(entities=("dprk",)),
    }
    return apply(project, Transaction("t", (SetAttributes(place, name, values),), stamp))[0]


def test_whatever_named_the_one_names_the_other(two: Project, stamp: Stamp) -> None:
    edits = entity_merge(two, "north", "dprk")
    after = apply(two, Transaction("Merge", edits, stamp))[0]
    assert "dprk" not in after.entities
    assert after.entities["north"].aliases == ("dprk", "Pyongyang", "the North")
    named = [
        anchor.entities
        for article in after.opened()
        for one in article.annotations
        for value in (one.attributes.get("speaker"), one.attributes.get("target"))
        for anchor in (value if isinstance(value, tuple) else (value,))
        if isinstance(anchor, Anchor)
    ]
    assert ("north",) in named
    assert not any("dprk" in ids for ids in named)


@pytest.mark.parametrize(
    ("kept", "gone"), [("north", "nobody"), ("nobody", "north"), ("dprk", "dprk")]
)
def test_what_is_not_two_entities_is_refused(two: Project, kept: str, gone: str) -> None:
    with pytest.raises(EditError):
        entity_merge(two, kept, gone)


def test_names_are_united_without_doubles() -> None:
    both = united(NORTH, DPRK)
    assert (both.name, both.aliases, both.country) == (
        "North Korea",
        ("dprk", "Pyongyang", "the North"),
        "kp",
    )


def test_a_list_adds_what_is_new_and_enriches_what_is_there(two: Project) -> None:
    listed = [
        Entity(id="x1", name="north  korea", type="Country"),
        Entity(id="x2", name="The EU", aliases=("Brussels",)),
        Entity(id="x3", name="brussels", country="eu"),
        Entity(id="x4", name="DPRK"),
    ]
    held = replace(two, entities=Map({"north": NORTH}))
    put = {edit.entity.id: edit.entity for edit in entity_additions(held, listed)}
    assert set(put) == {"north", "x2"}
    assert (put["north"].type, put["north"].country) == ("Country", "kp")
    assert (put["x2"].name, put["x2"].country) == ("The EU", "eu")


def test_the_same_list_twice_adds_nothing(two: Project, stamp: Stamp) -> None:
    listed = [Entity(id="x", name="The EU", type="Organization"), NORTH]
    edits = entity_additions(two, listed)
    assert all(isinstance(edit, PutEntity) for edit in edits)
    after = apply(two, Transaction("Load", edits, stamp))[0]
    assert entity_additions(after, listed) == ()
