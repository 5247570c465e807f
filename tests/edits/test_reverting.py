"""Taking back one step of many: as if it, and what was built on it, had never been done."""

from collections.abc import Callable
from dataclasses import replace

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
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.frame import (
    PutAnnotator,
    PutEntity,
    RemoveEntity,
    RenameProject,
    SetHandling,
    SetLabelSet,
)
from pressmark.edits.history import Done, History
from pressmark.edits.relations import AddRelation, RemoveRelation
from pressmark.edits.removals import article_removal, removal
from pressmark.edits.reverting import builders, reverting, standing
from pressmark.edits.transaction import Transaction
from pressmark.errors import EditError
from pressmark.model.article import Article, ArticleHead
from pressmark.model.attribute import Anchor
from pressmark.model.label_set import Label
from pressmark.model.project import Project
from pressmark.model.records import Annotator, Entity, Relation
from pressmark.model.span import Span
from tests.edits.conftest import TEXT, base_project
from tests.edits.test_every_edit import EXAMPLES, name_of

LATER = Stamp("bo", "2025-01-01T00:00:00Z")


def at(minute: int) -> Stamp:
    return Stamp("anna", f"2024-05-31T12:{minute // 60 % 60:02}:{minute % 60:02}Z")


class Told:
    """A history that remembers every step, as the file beside a project does."""

    def __repr__(self) -> str:
        return "\n".join(repr(step.transaction.edits) for step in self.steps)

    def __init__(self, project: Project) -> None:
        self.first = project
        self.history = History(project)
        self.steps: list[Done] = []

    @property
    def project(self) -> Project:
        return self.history.project

    def do(self, *edits: Edit, origin: str = "user") -> int:
        stamp = at(len(self.steps))
        change = self.history.commit(Transaction("Step", edits, stamp, origin))
        self.steps.append(change.done)
        return len(self.steps) - 1

    def undo(self) -> None:
        self.steps.append(self.history.undo(at(len(self.steps))).done)

    def without(self, places: set[int]) -> Project:
        """Return what comes of all steps but those."""
        anew = History(self.first)
        for place, step in enumerate(self.steps):
            if place not in places:
                anew.commit(step.transaction)
        return anew.project

    def builders(self, place: int) -> set[int]:
        return {place + one for one in builders(self.steps[place:])}

    def revert(self, place: int) -> Project:
        """Take a step back with all that builds on it, and return the project then."""
        all_along = {0, *builders(self.steps[place:])}
        edits = reverting(self.project, self.steps[place:], all_along, LATER)
        return History(self.project).commit(Transaction("Revert", edits, LATER)).after


@pytest.fixture
def told() -> Told:
    return Told(base_project())


CONTENT = [
    edit for edit in EXAMPLES if type(edit).__name__ not in ("PutAnnotator", "RemoveAnnotator")
]
"""All but who is known here: they stay so, or their other work would name nobody."""


@pytest.mark.parametrize("edit", CONTENT, ids=name_of)
def test_the_last_step_is_taken_back_to_the_byte(told: Told, edit: Edit) -> None:
    told.do(edit)
    assert told.revert(0) == told.first


def test_a_step_that_is_not_the_last_goes_alone_where_nothing_builds_on_it(told: Told) -> None:
    told.do(SetNote("art", "c", "Look again."))
    told.do(SetFlag("art", "d", flag=True))
    told.do(RelabelAnnotation("art", "c", "denial"))
    assert told.builders(0) == set()
    after = told.revert(0)
    assert after.annotation("c").note is None
    assert after == told.without({0})


def test_who_changed_the_same_field_builds_on_it(told: Told) -> None:
    told.do(SetAttributes("art", "c", {"factuality": "certain"}))
    told.do(SetAttributes("art", "c", {"kind": "event"}))
    told.do(SetAttributes("art", "c", {"factuality": "possible"}))
    assert told.builders(0) == {2}
    after = told.revert(0)
    assert dict(after.annotation("c").attributes) == {"kind": "event"}


def test_what_was_done_to_an_annotation_builds_on_its_being_there(told: Told) -> None:
    tagged = addition(told.project, "art", "claim", [Span(0, 3)], at(0), annotation_id="new")
    told.do(tagged)
    told.do(SetNote("art", "new", "n"))
    told.do(SetNote("art", "c", "n"))
    told.do(AddRelation(Relation(id="r2", type="denies", from_="d", to="new")))
    told.do(RemoveRelation("r2"))
    assert told.builders(0) == {1, 3, 4}
    assert told.revert(0) == told.without({0, 1, 3, 4})


def test_what_was_tagged_in_an_article_builds_on_its_coming_in(told: Told) -> None:
    told.do(AddArticle(Article(ArticleHead(id="third"), TEXT)))
    told.do(DescribeArticle("third", {"title": "T"}))
    told.do(addition(told.project, "third", "claim", [Span(0, 3)], at(2), annotation_id="new"))
    told.do(SetState("bare", "anna", "done"))
    assert told.builders(0) == {1, 2}
    assert told.revert(0) == told.without({0, 1, 2})


def test_a_speaker_builds_on_the_entity_but_not_on_its_name(told: Told) -> None:
    told.do(PutEntity(Entity(id="un", name="United Nations")))
    told.do(PutEntity(Entity(id="un", name="UN")))
    told.do(SetAttributes("art", "c", {"claimant": Anchor(entities=("un",))}))
    assert told.builders(0) == {1, 2}
    assert told.builders(1) == set()
    assert told.revert(1).entities["un"].name == "United Nations"


def test_an_annotation_builds_on_the_label_it_has(told: Told) -> None:
    labels = told.project.label_set
    more = replace(labels, labels=(*labels.labels, Label(id="rumour", title="Rumour")))
    told.do(SetLabelSet(more))
    told.do(SetNote("art", "c", "n"))
    told.do(RelabelAnnotation("art", "c", "rumour"))
    assert told.builders(0) == {2}


def test_what_was_removed_comes_back_with_what_it_stands_on(told: Told) -> None:
    told.do(RemoveRelation("r"))
    told.do(*removal(told.project, "d"))
    told.do(*article_removal(told.project, "art"))
    assert told.builders(0) == {1, 2}
    assert told.revert(0) == told.first


def test_an_entity_that_went_since_builds_on_who_let_it_go(told: Told) -> None:
    told.do(SetAttributes("art", "c", {"claimant": Anchor(entities=("eu",))}))
    told.do(SetAttributes("art", "c", {"claimant": None}))
    told.do(RemoveEntity("eu"))
    assert told.builders(1) == {2}
    assert told.revert(1) == told.without({1, 2})


def test_the_time_of_the_last_change_is_that_of_the_last_step_that_stays(told: Told) -> None:
    told.do(SetNote("art", "c", "n"))
    told.do(SetFlag("art", "c", flag=True))
    told.do(SetNote("art", "c", "m"))
    assert told.revert(0).annotation("c").changed == at(1).time
    assert told.revert(1).annotation("c").changed == at(2).time
    assert told.revert(2).annotation("c").changed == at(1).time


def test_who_came_to_work_here_stays_known(told: Told) -> None:
    told.do(PutAnnotator(Annotator(id="bo", name="Bo")), SetNote("art", "c", "n"))
    after = told.revert(0)
    assert "bo" in after.annotators
    assert after.annotation("c").note is None


def test_what_undo_took_back_does_not_stand(told: Told) -> None:
    told.do(SetNote("art", "c", "n"))
    told.do(SetNote("art", "c", "m"))
    told.undo()
    told.undo()
    told.do(SetFlag("art", "c", flag=True))
    assert standing(told.steps) == (4,)
    told.undo()
    told.steps.append(told.history.redo().done)
    assert standing(told.steps) == (6,)


def test_what_was_taken_back_already_is_not_taken_back_again(told: Told) -> None:
    told.do(SetNote("art", "c", "n"))
    edits = reverting(told.project, told.steps, {0}, at(1))
    told.do(*edits, origin="revert")
    assert told.builders(0) == {1}
    with pytest.raises(EditError, match="nothing-to-revert"):
        told.revert(0)
    assert told.revert(1).annotation("c").note == "n"


@pytest.mark.parametrize(
    ("edit", "unknown"),
    [
        (SetNote("art", "c", "n"), lambda _: (SetNote("art", "c", "other"),)),
        (SetNote("art", "c", "n"), lambda p: removal(p, "c")),
        (SetHandling("TLP:RED"), lambda _: (SetHandling("TLP:GREEN"),)),
        (
            AddArticle(Article(ArticleHead(id="third"), TEXT)),
            lambda p: (addition(p, "third", "claim", [Span(0, 3)], at(9), annotation_id="new"),),
        ),
        (
            PutEntity(Entity(id="un", name="UN")),
            lambda _: (SetAttributes("art", "c", {"claimant": Anchor(entities=("un",))}),),
        ),
        (RemoveRelation("r"), lambda p: removal(p, "d")),
    ],
    ids=name_of,
)
def test_what_is_in_no_history_is_not_destroyed(
    told: Told, edit: Edit, unknown: Callable[[Project], tuple[Edit, ...]]
) -> None:
    told.do(edit)
    told.do(*unknown(told.project))
    with pytest.raises(EditError) as caught:
        reverting(told.project, told.steps[:1], {0}, LATER)
    assert caught.value.case == "changed-since"


# ---- whatever is done, and whatever is taken back

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
