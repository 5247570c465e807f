from collections.abc import Callable
from dataclasses import replace

import pytest

from pressmark.analysis.conflicts import open_conflicts
from pressmark.edits.annotations import MoveAnnotation, SetNote
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.merge import merge
from pressmark.edits.relations import AddRelation
from pressmark.edits.settling import keep_both, keep_other, keep_this
from pressmark.edits.transaction import Transaction, apply
from pressmark.model.project import Project
from pressmark.model.records import Relation
from pressmark.model.span import Span
from tests.edits.conftest import base_project

ANNA = Stamp("anna", "2024-05-31T12:00:00Z")
BO = Stamp("bo", "2024-05-31T13:00:00Z")


def after(project: Project, stamp: Stamp, *edits: Edit) -> Project:
    return apply(project, Transaction("Step", edits, stamp))[0]


@pytest.fixture
def united() -> Project:
    base = base_project()
    ours = after(
        base, ANNA, SetNote("art", "c", "Mine."), MoveAnnotation("art", "c", (Span(4, 6),))
    )
    theirs = after(base, BO, SetNote("art", "c", "Yours."))
    return merge(base, ours, theirs).project


def copy_of(project: Project) -> str:
    (pair,) = open_conflicts(project)
    return pair.copy.id


def test_this_version_stays_as_it_is(united: Project) -> None:
    copy, kept = copy_of(united), united.annotation("c")
    settled = after(united, ANNA, *keep_this(united, copy))
    assert settled.annotation("c") == kept
    assert copy not in settled.places
    assert open_conflicts(settled) == ()


def test_the_other_version_takes_its_place_under_its_id(united: Project) -> None:
    copy = united.annotation(copy_of(united))
    settled = after(united, ANNA, *keep_other(united, copy.id))
    now = settled.annotation("c")
    assert now == replace(copy, id="c", origin=united.annotation("c").origin)
    assert copy.id not in settled.places
    assert open_conflicts(settled) == ()


def test_both_become_annotations_of_their_own(united: Project) -> None:
    settled = after(united, ANNA, *keep_both(united, copy_of(united)))
    assert settled.places == united.places
    assert open_conflicts(settled) == ()


@pytest.mark.parametrize("how", [keep_this, keep_other])
def test_relations_of_the_copy_go_to_what_stays(
    united: Project, how: Callable[[Project, str], tuple[Edit, ...]]
) -> None:
    copy = copy_of(united)
    relations = (
        Relation(id="r-new", type="same", from_="d", to=copy),
        Relation(id="r-between", type="same", from_=copy, to="c"),
    )
    joined = after(united, ANNA, *map(AddRelation, relations))
    settled = after(joined, ANNA, *how(joined, copy))
    moved = settled.relations.get("r-new")
    assert moved is not None
    assert (moved.from_, moved.to) == ("d", "c")
    assert "r-between" not in settled.relations


@pytest.mark.parametrize("how", [keep_this, keep_other, keep_both])
def test_settling_can_be_undone(
    united: Project, how: Callable[[Project, str], tuple[Edit, ...]]
) -> None:
    step = Transaction("Settle", how(united, copy_of(united)), ANNA)
    settled, inverses = apply(united, step)
    assert apply(settled, Transaction("Undo", inverses, ANNA))[0] == united
