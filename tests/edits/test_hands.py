"""Who is named of two values that a merge could not decide between."""

from dataclasses import replace

import pytest
from immutables import Map

from pressmark.edits.annotations import AddAnnotation, SetNote
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.frame import PutAnnotator, RenameProject
from pressmark.edits.merge import merge
from pressmark.edits.settling import keep_both
from pressmark.edits.transaction import Transaction, apply
from pressmark.model.annotation import Hand
from pressmark.model.project import Project
from pressmark.model.records import Annotator, Dispute
from tests.edits.conftest import annotation, base_project

BASE = replace(base_project(), disputes=Map())
NOON, LATER = "2024-05-31T12:00:00Z", "2024-06-01T13:00:00Z"


def after(project: Project, who: str, *edits: Edit) -> Project:
    stamp = Stamp(who, LATER if who == "bo" else NOON)
    return apply(project, Transaction("Step", edits, stamp))[0]


def tag(name: str, who: str, start: int) -> Edit:
    made = replace(annotation(name, "claim", start, start + 3), annotator=who)
    return AddAnnotation("art", replace(made, created=LATER if who == "bo" else NOON))


def only(united: Project) -> Dispute:
    (dispute,) = united.disputes.values()
    return dispute


@pytest.mark.parametrize("base", [BASE, None], ids=["with a base", "without"])
def test_each_value_is_of_who_worked_in_its_file(base: Project | None) -> None:
    ours = after(BASE, "anna", RenameProject("Mine"), tag("x", "anna", 4))
    theirs = after(BASE, "bo", RenameProject("Yours"), tag("y", "bo", 8))
    united = merge(base, ours, theirs).project
    assert united == merge(base, theirs, ours).project
    hands = {united.title: only(united).held_by, str(only(united).value): only(united).other_by}
    assert hands == {
        "Mine": Hand(annotator="anna", time=NOON),
        "Yours": Hand(annotator="bo", time=LATER),
    }


@pytest.mark.parametrize("is_swapped", [False, True])
def test_so_is_each_version_of_an_annotation(*, is_swapped: bool) -> None:
    ours = after(BASE, "anna", SetNote("art", "c", "Mine"), tag("x", "anna", 4))
    theirs = after(BASE, "bo", SetNote("art", "c", "Yours"), tag("y", "bo", 8))
    pair = (theirs, ours) if is_swapped else (ours, theirs)
    united = merge(BASE, *pair).project
    (copy,) = (one for one in united.article("art").annotations if one.origin.conflict_of)
    kept, origin = united.annotation("c"), copy.origin
    hands = {kept.note: origin.held_by, copy.note: origin.other_by}
    assert hands == {
        "Mine": Hand(annotator="anna", time=NOON),
        "Yours": Hand(annotator="bo", time=LATER),
    }
    assert merge(BASE, united, theirs).project.annotation(copy.id) == copy
    own, _ = apply(united, Transaction("Both", keep_both(united, copy.id), Stamp("anna", LATER)))
    assert own.annotation(copy.id).origin == BASE.annotation("c").origin


def test_who_only_wrote_into_fields_is_known_by_being_new() -> None:
    theirs = after(BASE, "bo", PutAnnotator(Annotator(id="bo", name="Bo")), RenameProject("Yours"))
    united = merge(BASE, after(BASE, "anna", RenameProject("Mine")), theirs).project
    hands = {one.annotator for one in (only(united).held_by, only(united).other_by) if one}
    assert hands == {"bo"}


def test_where_two_have_worked_in_one_file_nobody_is_named() -> None:
    ours = after(BASE, "anna", RenameProject("Mine"))
    steps = (RenameProject("Yours"), tag("x", "anna", 4), tag("y", "bo", 8))
    dispute = only(merge(BASE, ours, after(BASE, "bo", *steps)).project)
    assert dispute.held_by is dispute.other_by is None


def test_who_was_named_stays_named_when_the_file_comes_again() -> None:
    ours = after(BASE, "anna", RenameProject("Mine"), tag("x", "anna", 4))
    theirs = after(BASE, "bo", RenameProject("Yours"), tag("y", "bo", 8))
    united = merge(BASE, ours, theirs).project
    assert merge(BASE, united, theirs).project.disputes == united.disputes
