from pressmark.analysis.naming import named_by, naming_counts
from pressmark.edits.edit import Stamp
from pressmark.edits.relations import AddRelation
from pressmark.model.project import Project
from pressmark.model.records import Entity, Relation
from pressmark.paths import seed
from pressmark.store.open_project import read_project


def example() -> Project:
    return read_project(seed("example.pressmark")).project


def test_what_an_annotation_names_is_in_its_attributes_and_relations() -> None:
    project = example()
    assert named_by(project, project.annotation("B18")) == {"eu", "eu-listing-nine"}
    relation = Relation(id="r", type="targets", from_="B18", entity="russia")
    after = AddRelation(relation).apply(project, Stamp("me", "2026-01-01T00:00:00Z")).project
    assert named_by(after, after.annotation("B18")) == {"eu", "eu-listing-nine", "russia"}


def test_each_annotation_counts_once_for_an_entity() -> None:
    project = example()
    counts = naming_counts(project)
    assert counts["eu-listing-nine"] == 2
    assert set(counts) <= set(project.entities)
    unused = Entity(id="x", name="X")
    assert counts[unused.id] == 0
