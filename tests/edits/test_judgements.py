from dataclasses import replace

import pytest

from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.judgements import (
    RemoveJudgement,
    SetJudgement,
    SetSummary,
    changed_judgement,
    new_judgement,
    relying_instead,
    reordering,
)
from pressmark.edits.removals import removal
from pressmark.edits.reverting import reverting
from pressmark.edits.settling import keep_this
from pressmark.edits.transaction import Transaction, apply
from pressmark.edits.unification import unification
from pressmark.model.annotation import Origin
from pressmark.model.project import Project
from pressmark.model.span import Span
from tests.edits.conftest import annotation
from tests.edits.told import LATER, Told


def after(project: Project, stamp: Stamp, *edits: Edit) -> Project:
    return apply(project, Transaction("Step", edits, stamp))[0]


@pytest.fixture
def three(project: Project, stamp: Stamp) -> Project:
    """Return a project with the judgements j, k and l, in this order."""
    project = after(project, stamp, new_judgement(project, stamp, id="k", statement="Second."))
    return after(project, stamp, new_judgement(project, stamp, id="l", relies_on=("c", "d")))


def order(project: Project) -> list[str]:
    return [one.id for one in project.ranked()]


def test_a_new_judgement_stands_last_and_says_whose_it_is(three: Project, stamp: Stamp) -> None:
    assert order(three) == ["j", "k", "l"]
    one = three.judgements["k"]
    assert (one.statement, one.annotator) == ("Second.", stamp.annotator)
    assert (one.created, one.changed) == (stamp.time, stamp.time)


def test_only_what_differs_is_changed(three: Project) -> None:
    assert changed_judgement(three, "k", statement="Second.", likelihood=None) == ()
    assert changed_judgement(three, "gone", statement="x") == ()
    (edit,) = changed_judgement(three, "k", statement="Second.", likelihood="likely")
    assert edit == SetJudgement("k", {"likelihood": "likely"})


def test_a_change_is_stamped(three: Project) -> None:
    changed = after(three, LATER, SetJudgement("k", {"confidence": "low"})).judgements["k"]
    assert (changed.confidence, changed.changed) == ("low", LATER.time)


def test_judgements_take_any_order(three: Project, stamp: Stamp) -> None:
    edits = reordering(three, ["l", "j", "k"])
    assert order(after(three, stamp, *edits)) == ["l", "j", "k"]
    assert reordering(three, ["j", "k", "l"]) == ()


def test_a_judgement_keeps_naming_what_is_gone(three: Project, stamp: Stamp) -> None:
    gone = after(three, stamp, *removal(three, "c"))
    assert gone.judgements["l"].relies_on == ("c", "d")


def test_what_relied_on_either_of_two_relies_on_the_one_made_of_them(
    three: Project, stamp: Stamp
) -> None:
    twin = three.with_annotation("art", annotation("e", "claim", 0, 36))
    twin = after(twin, stamp, SetJudgement("l", {"relies_on": ("e", "c")}))
    twin = after(twin, stamp, SetJudgement("k", {"relies_on": ("d", "e")}))
    united = after(twin, stamp, *unification(twin, "c", "e", (Span(0, 40),)))
    relied = [one.relies_on for one in united.ranked()]
    assert relied == [("c",), ("d", "c"), ("c",)]
    assert list(relying_instead(united, "e", "c")) == []


def test_what_relied_on_a_version_relies_on_the_one_that_is_kept(
    three: Project, stamp: Stamp
) -> None:
    copy = replace(annotation("copy", "denial", 0, 40), origin=Origin(conflict_of="c"))
    double = three.with_annotation("art", copy)
    double = after(double, stamp, SetJudgement("k", {"relies_on": ("copy",)}))
    settled = after(double, stamp, *keep_this(double, "copy"))
    assert settled.judgements["k"].relies_on == ("c",)


def test_one_field_can_be_taken_back_while_a_later_one_stands(project: Project) -> None:
    told = Told(project)
    first = told.do(SetJudgement("j", {"statement": "They bite."}))
    told.do(SetJudgement("j", {"likelihood": "unlikely"}))
    told.do(SetSummary("In short."))
    assert told.builders(first) == set()
    back = told.revert(first).judgements["j"]
    assert (back.statement, back.likelihood) == ("The measures bite.", "unlikely")


def test_taking_back_a_removal_brings_the_judgement_back(project: Project) -> None:
    told = Told(project)
    told.do(RemoveJudgement("j"))
    edits = reverting(told.project, told.steps, {0}, LATER)
    assert after(told.project, LATER, *edits).judgements == project.judgements
