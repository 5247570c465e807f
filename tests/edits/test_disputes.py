from collections.abc import Callable
from dataclasses import replace

import pytest

from pressmark.analysis.conflicts import open_disputes
from pressmark.edits.annotations import SetNote
from pressmark.edits.articles import DescribeArticle, SetState, SetZones
from pressmark.edits.disputes import dismiss, take
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.frame import PutEntity, RenameProject, SetHandling, SetUnknown
from pressmark.edits.history import History
from pressmark.edits.merge import merge
from pressmark.edits.relations import ReplaceRelation
from pressmark.edits.reverting import reverting
from pressmark.edits.transaction import Transaction, apply
from pressmark.errors import EditError
from pressmark.model.article import Zone
from pressmark.model.project import Project
from pressmark.model.records import Dispute, Entity, Relation
from tests.edits.conftest import base_project

ANNA = Stamp("anna", "2024-05-31T12:00:00Z")
BO = Stamp("bo", "2024-05-31T13:00:00Z")

BASE = replace(base_project(), disputes=base_project().disputes.delete("x"))
SAME = Relation(id="r", type="same", from_="d", to="c")

PAIRS: dict[str, tuple[Edit, Edit]] = {
    "source": (DescribeArticle("art", {"source": "Mine"}), DescribeArticle("art", {"source": "B"})),
    "keywords": (
        DescribeArticle("art", {"keywords": ("arms",)}),
        DescribeArticle("art", {"keywords": ("dprk", "eu")}),
    ),
    ".anna": (SetState("art", "anna", "done"), SetState("art", "anna", "flagged")),
    "zones": (
        SetZones("art", (Zone(start=0, end=3, kind="headline"),)),
        SetZones("art", (Zone(start=3, end=9, kind="other"),)),
    ),
    "name": (PutEntity(Entity(id="eu", name="EU")), PutEntity(Entity(id="eu", name="Union"))),
    "note": (
        ReplaceRelation(replace(SAME, type="denies", note="Mine.")),
        ReplaceRelation(replace(SAME, type="denies", note="Yours.")),
    ),
    "title": (RenameProject("Mine"), RenameProject("Yours")),
    "handling": (SetHandling("TLP:RED"), SetHandling("TLP:GREEN")),
    "unknown.mood": (SetUnknown({"mood": "calm"}), SetUnknown({"mood": ["stormy"]})),
}


def after(project: Project, *edits: Edit, stamp: Stamp = ANNA) -> Project:
    return apply(project, Transaction("Step", edits, stamp))[0]


@pytest.fixture(params=PAIRS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def sides(name: str) -> tuple[Project, Project]:
    mine, yours = PAIRS[name]
    return after(BASE, mine), after(BASE, yours, stamp=BO)


def without_disputes(project: Project) -> Project:
    return replace(project, disputes=BASE.disputes)


def test_both_versions_of_a_field_are_kept_and_either_can_be_had(
    name: str, sides: tuple[Project, Project]
) -> None:
    united = merge(BASE, *sides).project
    (dispute,) = open_disputes(united)
    assert dispute.name == name
    stays = without_disputes(after(united, *dismiss(dispute)))
    taken = without_disputes(after(united, *take(united, dispute)))
    assert stays == without_disputes(united)
    assert stays != taken
    assert {one in sides for one in (stays, taken)} == {True}


@pytest.mark.parametrize("how", [take, lambda _, dispute: dismiss(dispute)])
def test_what_is_settled_does_not_come_back_until_that_is_undone(
    sides: tuple[Project, Project], how: Callable[[Project, Dispute], tuple[Edit, ...]]
) -> None:
    ours, theirs = sides
    united = merge(BASE, ours, theirs).project
    (dispute,) = open_disputes(united)
    step = Transaction("Settle", how(united, dispute), ANNA)
    settled, inverses = apply(united, step)
    for base in (BASE, None):
        for side in sides:
            again = merge(base, settled, side)
            assert again.conflicts == ()
            assert again.project == settled
    back, _ = apply(settled, Transaction("Undo", inverses, ANNA))
    assert back == united
    assert open_disputes(merge(BASE, back, theirs).project) == (dispute,)


def test_a_new_value_of_the_other_side_is_a_new_dispute() -> None:
    ours, theirs = (after(BASE, edit) for edit in PAIRS["source"])
    united = merge(BASE, ours, theirs).project
    settled = after(united, *dismiss(open_disputes(united)[0]))
    later = after(theirs, DescribeArticle("art", {"source": "Another"}))
    again = merge(BASE, settled, later).project
    values = {again.articles["art"].head.source, open_disputes(again)[0].value}
    assert values == {settled.articles["art"].head.source, "Another"}


def test_what_is_settled_may_be_changed_and_stays_settled() -> None:
    ours, theirs = (after(BASE, edit) for edit in PAIRS["source"])
    for one, other in ((ours, theirs), (theirs, ours)):
        united = merge(BASE, one, other).project
        settled = after(united, *dismiss(open_disputes(united)[0]))
        changed = after(settled, DescribeArticle("art", {"source": "Third"}))
        lost = open_disputes(united)[0].value
        side = next(each for each in (one, other) if each.articles["art"].head.source == lost)
        assert merge(BASE, changed, side).project == changed


def test_who_writes_the_other_version_has_settled_it() -> None:
    ours, theirs = (after(BASE, edit) for edit in PAIRS["source"])
    united = merge(BASE, ours, theirs).project
    (dispute,) = open_disputes(united)
    assert isinstance(dispute.value, str)
    written = after(united, DescribeArticle("art", {"source": dispute.value}))
    assert open_disputes(written) == ()


def test_a_dispute_about_what_is_gone_is_none() -> None:
    ours, theirs = (after(BASE, edit) for edit in PAIRS["name"])
    united = merge(BASE, ours, theirs).project
    assert open_disputes(replace(united, entities=united.entities.delete("eu"))) == ()


def test_a_value_that_cannot_be_one_is_refused() -> None:
    odd = Dispute(id="o", kind="article", record="art", name="zones", value=[{"colour": "red"}])
    with pytest.raises(EditError, match="no-field"):
        take(BASE, odd)


def test_settling_can_be_taken_back_after_other_steps(sides: tuple[Project, Project]) -> None:
    united = merge(BASE, *sides).project
    (dispute,) = open_disputes(united)
    history = History(united)
    done = [
        history.commit(Transaction("Step", edits, ANNA)).done
        for edits in (take(united, dispute), (SetNote("art", "c", "Later."),))
    ]
    back = after(history.project, *reverting(history.project, done, {0}, BO))
    assert back == after(united, SetNote("art", "c", "Later."))
