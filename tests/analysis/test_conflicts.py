from pressmark.analysis.conflicts import conflict_of, open_conflicts
from pressmark.edits.annotations import MoveAnnotation, SetAttributes, SetNote
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.merge import merge
from pressmark.edits.transaction import Transaction, apply
from pressmark.model.project import Project
from pressmark.model.span import Span
from tests.edits.conftest import base_project

ANNA = Stamp("anna", "2024-05-31T12:00:00Z")
BO = Stamp("bo", "2024-05-31T13:00:00Z")


def after(stamp: Stamp, *edits: Edit) -> Project:
    return apply(base_project(), Transaction("Step", edits, stamp))[0]


def united() -> Project:
    ours = after(ANNA, SetNote("art", "c", "Mine."), SetAttributes("art", "c", {"form": "direct"}))
    theirs = after(BO, SetNote("art", "c", "Yours."), MoveAnnotation("art", "c", (Span(4, 6),)))
    return merge(base_project(), ours, theirs).project


def test_a_conflict_names_the_fields_in_doubt_and_no_others() -> None:
    (pair,) = open_conflicts(united())
    assert (pair.article, pair.kept.id, pair.kept.note, pair.copy.note) == (
        "art",
        "c",
        "Yours.",
        "Mine.",
    )
    assert pair.fields == {"note"}


def test_either_version_knows_the_other() -> None:
    project = united()
    article = project.article("art")
    (pair,) = open_conflicts(project)
    assert conflict_of(article, "c") == conflict_of(article, pair.copy.id) == pair
    assert conflict_of(article, "d") is None


def test_a_copy_of_what_is_gone_is_no_conflict() -> None:
    project = united()
    assert open_conflicts(project.without_annotation("art", "c")) == ()


def test_a_project_without_a_merge_has_none() -> None:
    assert open_conflicts(base_project()) == ()
