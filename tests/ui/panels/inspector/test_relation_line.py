from dataclasses import replace

import pytest

from pressmark.model.project import Project
from pressmark.model.records import Relation
from pressmark.ui.panels.inspector.derived_relations import Derived
from pressmark.ui.panels.inspector.relation_line import derived_line, relation_line

pytestmark = pytest.mark.usefixtures("qapp")


def test_both_ends_say_the_same_of_a_symmetric_relation(example: Project) -> None:
    relation = example.relations["R01"]
    near, far = (relation_line(example, relation, end) for end in ("A01", "B01"))
    assert near.kind == far.kind == "same statement as"
    assert near.direction == far.direction == "both"
    assert (near.target, far.target) == ("B01", "A01")
    assert (near.remark, far.remark) == ("paraphrase, in Anadolu", "paraphrase, in Ukrinform")
    assert near.label is not None
    assert near.label.id == "quote"


def test_other_relations_have_a_direction(example: Project) -> None:
    relation = example.relations["R43"]
    start, end = (relation_line(example, relation, end) for end in ("B26", "B21"))
    assert (start.direction, end.direction) == ("out", "in")
    assert start.kind == end.kind == "denies"
    assert start.remark == end.remark == "inferred"


def test_an_entity_is_named_and_cannot_be_jumped_to(example: Project) -> None:
    relation = Relation(id="r", type="targets", from_="B04", entity="russia")
    line = relation_line(example, relation, "B04")
    assert (line.text, line.target, line.label) == ("Russia", "", None)
    stray = relation_line(example, replace(relation, entity="gone"), "B04")
    assert stray.text == "gone"


def test_an_end_that_is_gone_is_said_to_be_gone(example: Project) -> None:
    relation = Relation(id="r", type="rumours-of", from_="B04", to="gone")
    line = relation_line(example, relation, "B04")
    assert line.text == "An annotation that is not there any more"
    assert (line.kind, line.target) == ("Rumours of", "")


def test_a_derived_relation_says_where_it_is_from(example: Project) -> None:
    line = derived_line(example, Derived("targets", "russia"))
    assert (line.relation, line.kind, line.text) == ("", "targets", "Russia")
    assert line.remark == "from its attributes"
