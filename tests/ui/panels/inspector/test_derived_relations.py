from dataclasses import replace

from pressmark.model.project import Project
from pressmark.model.records import Relation
from pressmark.ui.panels.inspector.derived_relations import Derived, derived_relations


def test_attributes_state_relations_to_entities(example: Project) -> None:
    assert derived_relations(example, example.annotation("B04")) == (
        Derived("attributed-to", "joint-statement-signatories"),
        Derived("targets", "arms-transfer-entities"),
    )


def test_what_is_stored_is_not_derived_again(example: Project) -> None:
    stored = Relation(id="r", type="targets", from_="B04", entity="arms-transfer-entities")
    project = replace(example, relations=example.relations.with_(stored))
    assert [one.type for one in derived_relations(project, project.annotation("B04"))] == [
        "attributed-to"
    ]


def test_a_label_set_without_such_relations_derives_none(example: Project) -> None:
    bare = replace(example, label_set=replace(example.label_set, relations=()))
    assert derived_relations(bare, example.annotation("B04")) == ()


def test_entities_that_are_gone_are_left_out(example: Project) -> None:
    project = replace(example, entities=example.entities.delete("arms-transfer-entities"))
    derived = derived_relations(project, project.annotation("B04"))
    assert [one.type for one in derived] == ["attributed-to"]
