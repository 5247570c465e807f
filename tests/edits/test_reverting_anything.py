"""Whatever was done, and whatever of it is taken back."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.edits.additions import addition
from pressmark.edits.annotations import (
    MoveAnnotation,
    RelabelAnnotation,
    SetAttributes,
    SetFlag,
    SetNote,
)
from pressmark.edits.articles import AddArticle, DescribeArticle, SetState
from pressmark.edits.edit import Edit
from pressmark.edits.frame import PutEntity, RemoveEntity, RenameProject
from pressmark.edits.judgements import RemoveJudgement, changed_judgement, new_judgement
from pressmark.edits.relations import AddRelation, RemoveRelation
from pressmark.edits.removals import article_removal, removal
from pressmark.edits.reverting import builders, reverting
from pressmark.edits.transaction import Transaction
from pressmark.errors import EditError
from pressmark.model.article import Article, ArticleHead
from pressmark.model.attribute import Anchor
from pressmark.model.project import Project
from pressmark.model.records import Entity, Relation
from pressmark.model.span import Span
from tests.edits.conftest import TEXT, base_project
from tests.edits.told import LATER, Told, at

NAMES = ("c", "d", "n0", "n1")


def _any_step(draw: st.DrawFn, project: Project, number: int) -> tuple[Edit, ...]:
    """Return a step that the project takes, of few records so that many meet."""
    here = [name for name in NAMES if name in project.places]
    free = [name for name in NAMES if name not in project.places]
    options: list[Callable[[], tuple[Edit, ...]]] = [
        lambda: (RenameProject(draw(st.sampled_from("ab"))),),
        lambda: (PutEntity(Entity(id="un", name=draw(st.sampled_from("xy")))),),
        lambda: (
            (SetState("art", draw(st.sampled_from(["anna", "bo"])), "done"),)
            if "art" in project.articles
            else (RenameProject("c"),)
        ),
        lambda: (DescribeArticle("bare", {draw(st.sampled_from(["title", "url"])): str(number)}),),
    ]
    if "j" in project.judgements:
        field = draw(st.sampled_from(["statement", "likelihood"]))
        options += [
            lambda: changed_judgement(project, "j", **{field: str(number)}),
            lambda: changed_judgement(project, "j", relies_on=tuple(here)),
            lambda: (RemoveJudgement("j"),),
        ]
    else:
        options.append(lambda: (new_judgement(project, at(number), id="j"),))
    if "art" in project.articles:
        options.append(lambda: article_removal(project, "art"))
        if free:
            options.append(
                lambda: (
                    addition(
                        project,
                        "art",
                        "claim",
                        [Span(number % 9, 12)],
                        at(number),
                        annotation_id=draw(st.sampled_from(free)),
                    ),
                )
            )
    else:
        back = Article(ArticleHead(id="art", title="Back"), TEXT)
        options.append(lambda: (AddArticle(back),))
    if "un" in project.entities and not project.relations.touching("un"):
        named = any("un" in str(one.attributes) for a in project.opened() for one in a.annotations)
        if not named:
            options.append(lambda: (RemoveEntity("un"),))
    if here:
        one = draw(st.sampled_from(here))
        options += [
            lambda: (SetNote("art", one, str(number)), SetFlag("art", one, flag=number % 2 == 0)),
            lambda: (MoveAnnotation("art", one, (Span(number % 7, 20),)),),
            lambda: (RelabelAnnotation("art", one, draw(st.sampled_from(["claim", "denial"]))),),
            lambda: (
                SetAttributes(
                    "art",
                    one,
                    {draw(st.sampled_from("pq")): draw(st.sampled_from(_values(project)))},
                ),
            ),
            lambda: removal(project, one),
        ]
    if len(here) > 1 and "r2" not in project.relations:
        options.append(
            lambda: (AddRelation(Relation(id="r2", type="denies", from_=here[0], to=here[1])),)
        )
    if "r2" in project.relations:
        options.append(lambda: (RemoveRelation("r2"),))
    return draw(st.sampled_from(options))()


def _values(project: Project) -> list[str | Anchor | None]:
    return ["v", "w", None, *(Anchor(entities=(one,)) for one in sorted(project.entities))]


@st.composite
def histories(draw: st.DrawFn) -> Told:
    told = Told(base_project())
    for number in range(draw(st.integers(1, 12))):
        edits = _any_step(draw, told.project, number)
        told.do(*edits)
    return told


@given(histories(), st.data())
def test_taking_back_a_step_with_its_builders_is_a_history_without_them(
    told: Told, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(told.steps) - 1))
    gone = {place, *told.builders(place)}
    wanted = told.without(gone)
    if wanted == told.project:
        with pytest.raises(EditError, match="nothing-to-revert"):
            told.revert(place)
    else:
        assert told.revert(place) == wanted


@given(histories(), st.data())
def test_undo_of_taking_back_gives_the_project_back(told: Told, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(told.steps) - 1))
    all_along = {0, *builders(told.steps[place:])}
    before = told.project
    try:
        edits = reverting(before, told.steps[place:], all_along, LATER)
    except EditError:
        return
    told.history.commit(Transaction("Revert", edits, LATER, "revert"))
    told.undo()
    assert told.project == before
