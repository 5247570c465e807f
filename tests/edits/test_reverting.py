"""Taking back one step of many: as if it, and what was built on it, had never been done."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from pressmark.edits.additions import addition
from pressmark.edits.amending import amending, amendment
from pressmark.edits.annotations import (
    RelabelAnnotation,
    SetAttributes,
    SetFlag,
    SetNote,
)
from pressmark.edits.articles import AddArticle, DescribeArticle, SetState
from pressmark.edits.edit import Edit
from pressmark.edits.frame import (
    PutAnnotator,
    PutEntity,
    RemoveEntity,
    RenameProject,
    SetHandling,
    SetLabelSet,
)
from pressmark.edits.relations import AddRelation, RemoveRelation
from pressmark.edits.removals import article_removal, removal
from pressmark.edits.reverting import reverting, standing
from pressmark.errors import EditError
from pressmark.model.article import Article, ArticleHead
from pressmark.model.attribute import Anchor
from pressmark.model.label_set import Label
from pressmark.model.project import Project
from pressmark.model.records import Annotator, Entity, Relation
from pressmark.model.span import Span
from tests.edits.conftest import TEXT, base_project
from tests.edits.test_every_edit import EXAMPLES, name_of
from tests.edits.told import LATER, Told, at


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


def corrected(told: Told) -> tuple[Edit, ...]:
    read = Article(ArticleHead(id="new"), TEXT.replace("everything", "all of it"))
    planned = amendment(told.project, "art", read, "correction")
    return amending(told.project, planned, at(0))


def test_a_corrected_text_is_taken_back_with_what_was_tagged_in_it(told: Told) -> None:
    told.do(*corrected(told))
    told.do(SetNote("new", "c", "n"))
    told.do(RenameProject("Other"))
    assert told.builders(0) == {1}
    assert told.revert(0) == told.without({0, 1})


def test_a_corrected_text_stays_where_its_annotations_were_changed_by_others(told: Told) -> None:
    told.do(*corrected(told))
    told.do(SetNote("new", "c", "from elsewhere"))
    with pytest.raises(EditError, match="changed-since"):
        reverting(told.project, told.steps[:1], {0}, LATER)
