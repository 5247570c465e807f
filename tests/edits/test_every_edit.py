"""What must hold of each edit class: it changes something, and its inverse brings all back."""

import inspect
import pkgutil
from dataclasses import is_dataclass, replace
from importlib import import_module
from types import MappingProxyType

import pytest

import pressmark.edits
from pressmark.edits.additions import addition
from pressmark.edits.annotations import (
    AddAnnotation,
    MoveAnnotation,
    RelabelAnnotation,
    RemoveAnnotation,
    ReplaceAnnotation,
    SetAttributes,
    SetConfidence,
    SetFlag,
    SetNote,
    SetWaived,
)
from pressmark.edits.articles import (
    AddArticle,
    DescribeArticle,
    RemoveArticle,
    ReplaceHead,
    SetLinks,
    SetState,
    SetZones,
)
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.frame import (
    PutAnnotator,
    PutDispute,
    PutEntity,
    RemoveAnnotator,
    RemoveDispute,
    RemoveEntity,
    RenameProject,
    SetHandling,
    SetLabelSet,
    SetUnknown,
)
from pressmark.edits.history import History
from pressmark.edits.judgements import PutJudgement, RemoveJudgement, SetJudgement, SetSummary
from pressmark.edits.relations import AddRelation, RemoveRelation, ReplaceRelation
from pressmark.edits.transaction import Transaction
from pressmark.edits.transfers import TransferAnnotations
from pressmark.errors import EditError
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article, ArticleHead, ArticleLink, Zone
from pressmark.model.attribute import Anchor
from pressmark.model.judgement import Judgement
from pressmark.model.label_set import LabelSet
from pressmark.model.project import Project
from pressmark.model.records import Annotator, Dispute, Entity, Relation
from pressmark.model.span import Span
from tests.edits.conftest import annotation

NAMED = MappingProxyType(
    {"claimant": Anchor(start=4, end=6, text="EU", entities=("eu",)), "factuality": "certain"}
)
BARE = Annotation(id="c", label="claim", fragments=(Span(0, 7),), text=("Nothing",))
ASTRAY = replace(annotation("c", "claim", 3, 9), text=("words that stand elsewhere",))
EXAMPLES: tuple[Edit, ...] = (
    AddAnnotation("art", annotation("new", "claim", 3, 9)),
    MoveAnnotation("art", "c", (Span(4, 6), Span(10, 20))),
    RelabelAnnotation("art", "c", "denial"),
    ReplaceAnnotation("art", annotation("c", "claim", 3, 9)),
    ReplaceAnnotation("art", ASTRAY, as_found=True),
    SetAttributes("art", "c", NAMED),
    SetNote("art", "c", "Look again."),
    SetConfidence("art", "c", "high"),
    SetFlag("art", "c", flag=True),
    SetWaived("art", "c", ("no-actor speaker", "ragged")),
    AddArticle(Article(ArticleHead(id="third"), "More.")),
    RemoveArticle("bare"),
    DescribeArticle("art", MappingProxyType({"title": "EU", "keywords": ("arms", "dprk")})),
    ReplaceHead(ArticleHead(id="art", title="Another", source="Anadolu")),
    SetState("art", "anna", "done"),
    SetZones("art", (Zone(start=0, end=3, kind="headline"), Zone(start=3, end=8, kind="other"))),
    SetLinks("art", (ArticleLink(type="reprint-of", to="bare"),)),
    RenameProject("Another title"),
    SetHandling("TLP:AMBER"),
    SetLabelSet(LabelSet(name="other")),
    PutAnnotator(Annotator(id="bo", name="Bo")),
    PutAnnotator(Annotator(id="anna", name="Anna B.")),
    RemoveAnnotator("anna"),
    PutEntity(Entity(id="un", name="United Nations")),
    PutEntity(Entity(id="eu", name="EU")),
    RemoveEntity("eu"),
    SetSummary("In short."),
    PutJudgement(Judgement(id="new", statement="More will follow.")),
    PutJudgement(Judgement(id="j", order=1, statement="They do not bite.")),
    SetJudgement("j", MappingProxyType({"confidence": "low", "relies_on": ("c", "d")})),
    RemoveJudgement("j"),
    PutDispute(Dispute(id="new", kind="project", record="project", name="title", value="Other")),
    PutDispute(Dispute(id="x", kind="article", record="art", name="title", turned_down=("a",))),
    RemoveDispute("x"),
    SetUnknown(MappingProxyType({"mood": ["calm", None]})),
    AddRelation(Relation(id="r2", type="attributed-to", from_="c", entity="eu")),
    ReplaceRelation(Relation(id="r", type="denies", from_="d", to="c", inferred=True)),
    RemoveRelation("r"),
    TransferAnnotations("art", "bare", (BARE,)),
)
REMOVALS: tuple[type, ...] = (RemoveAnnotation,)
"""Edits that need another before them; tested in their own places."""

BAD: tuple[tuple[Edit, str], ...] = (
    (AddAnnotation("art", annotation("c", "claim", 3, 9)), "id-taken"),
    (AddAnnotation("art", annotation("not an id", "claim", 3, 9)), "bad-id"),
    (AddAnnotation("bare", annotation("new", "claim", 3, 9)), "text-differs"),
    (AddAnnotation("gone", annotation("new", "claim", 3, 9)), "no-article"),
    (ReplaceAnnotation("art", ASTRAY), "text-differs"),
    (
        ReplaceAnnotation("art", replace(ASTRAY, fragments=(Span(4, 9999),)), as_found=True),
        "bad-span",
    ),
    (RemoveAnnotation("art", "c"), "has-relations"),
    (RemoveAnnotation("art", "gone"), "no-annotation"),
    (MoveAnnotation("art", "c", ()), "no-fragments"),
    (MoveAnnotation("art", "c", (Span(4, 4),)), "bad-span"),
    (MoveAnnotation("art", "c", (Span(-1, 4),)), "bad-span"),
    (MoveAnnotation("art", "c", (Span(4, 1000),)), "bad-span"),
    (MoveAnnotation("art", "c", (Span(4, 9), Span(8, 12))), "bad-span"),
    (RelabelAnnotation("art", "c", "rumour"), "no-label"),
    (SetAttributes("art", "c", {"cue": Anchor(start=4, end=6, text="US")}), "bad-anchor"),
    (SetAttributes("art", "c", {"cue": Anchor(start=4, end=600, text="EU")}), "bad-anchor"),
    (SetAttributes("art", "c", {"speaker": Anchor(entities=("moon",))}), "no-entity"),
    (SetConfidence("art", "c", "very"), "bad-confidence"),
    (AddArticle(Article(ArticleHead(id="art"), "Twice.")), "id-taken"),
    (AddArticle(Article(ArticleHead(id="a b"), "Bad.")), "bad-id"),
    (RemoveArticle("art"), "has-relations"),
    (RemoveArticle("gone"), "no-article"),
    (DescribeArticle("art", {"text": "other"}), "no-field"),
    (SetState("art", "anna", "finished"), "bad-state"),
    (
        SetZones("art", (Zone(start=0, end=9, kind="x"), Zone(start=8, end=12, kind="x"))),
        "bad-span",
    ),
    (SetLinks("art", (ArticleLink(type="reprint-of", to="gone"),)), "no-article"),
    (SetLinks("art", (ArticleLink(type="reprint-of", to="art"),)), "no-article"),
    (RemoveAnnotator("gone"), "no-annotator"),
    (RemoveEntity("gone"), "no-entity"),
    (RemoveDispute("gone"), "no-dispute"),
    (RemoveJudgement("gone"), "no-judgement"),
    (SetJudgement("gone", {"order": 2}), "no-judgement"),
    (SetJudgement("j", {"created": ""}), "no-field"),
    (PutJudgement(Judgement(id="")), "bad-id"),
    (PutDispute(Dispute(id="", kind="article", record="art")), "bad-id"),
    (PutEntity(Entity(id="", name="Nobody")), "bad-id"),
    (PutAnnotator(Annotator(id="", name="Nobody")), "bad-id"),
    (AddRelation(Relation(id="r", type="denies", from_="d", to="c")), "id-taken"),
    (AddRelation(Relation(id="r2", type="denies", from_="d")), "one-end"),
    (AddRelation(Relation(id="r2", type="denies", from_="d", to="c", entity="eu")), "one-end"),
    (AddRelation(Relation(id="r2", type="denies", from_="d", to="gone")), "no-annotation"),
    (AddRelation(Relation(id="r2", type="denies", from_="d", entity="moon")), "no-entity"),
    (AddRelation(Relation(id="r2", type="denies", from_="d", to="d")), "relation-to-itself"),
    (ReplaceRelation(Relation(id="gone", type="denies", from_="d", to="c")), "no-relation"),
    (RemoveRelation("gone"), "no-relation"),
    (TransferAnnotations("art", "gone", (BARE,)), "no-article"),
    (TransferAnnotations("art", "art", (BARE,)), "same-article"),
    (TransferAnnotations("bare", "art", (BARE,)), "no-annotation"),
    (TransferAnnotations("art", "bare", (annotation("c", "claim", 0, 7),)), "text-differs"),
)


def name_of(edit: object) -> str:
    return type(edit).__name__ if not isinstance(edit, str) else edit


def edit_classes() -> set[type]:
    modules = (
        import_module(f"pressmark.edits.{found.name}")
        for found in pkgutil.iter_modules(pressmark.edits.__path__)
    )
    return {
        member
        for module in modules
        for name, member in inspect.getmembers(module, inspect.isclass)
        if is_dataclass(member) and hasattr(member, "apply") and not name.startswith("_")
    }


def test_every_edit_class_is_among_the_examples() -> None:
    assert edit_classes() == {type(edit) for edit in EXAMPLES} | set(REMOVALS)


@pytest.mark.parametrize("edit", EXAMPLES, ids=name_of)
def test_an_edit_changes_the_project_and_its_inverse_brings_it_back(
    project: Project, stamp: Stamp, edit: Edit
) -> None:
    changed, inverse = edit.apply(project, stamp)
    assert changed != project
    back, again = inverse.apply(changed, Stamp("bo", "2025-01-01T00:00:00Z"))
    assert back == project
    assert again.apply(back, stamp).project == changed


@pytest.mark.parametrize("edit", EXAMPLES, ids=name_of)
def test_undo_and_redo_bring_back_equal_projects(
    project: Project, stamp: Stamp, edit: Edit
) -> None:
    history = History(project)
    after = history.commit(Transaction("Step", (edit,), stamp)).after
    history.undo(Stamp("bo", "2025-01-01T00:00:00Z"))
    assert history.project == project
    history.redo()
    assert history.project == after


@pytest.mark.parametrize("edit", EXAMPLES, ids=name_of)
def test_an_edit_names_what_it_touches(project: Project, stamp: Stamp, edit: Edit) -> None:
    touched = edit.touches()
    changed = edit.apply(project, stamp).project
    differing = {
        key
        for key in {*project.articles, *changed.articles}
        if project.articles.get(key) != changed.articles.get(key)
    }
    assert differing <= set(touched.articles)
    assert touched.articles or touched.relations or touched.frame


@pytest.mark.parametrize(("edit", "code"), BAD, ids=name_of)
def test_an_edit_that_does_not_fit_says_why_and_changes_nothing(
    project: Project, stamp: Stamp, edit: Edit, code: str
) -> None:
    history = History(project)
    with pytest.raises(EditError) as caught:
        history.commit(Transaction("Step", (edit,), stamp))
    assert caught.value.case == code
    assert history.project is project
    assert history.undo_title is None


def test_an_entity_that_an_attribute_names_cannot_be_removed(
    project: Project, stamp: Stamp
) -> None:
    named = SetAttributes("art", "c", NAMED).apply(project, stamp).project
    with pytest.raises(EditError, match="entity-in-use"):
        RemoveEntity("eu").apply(named, stamp)


def test_a_change_is_stamped_and_an_undone_one_has_its_old_time(
    project: Project, stamp: Stamp
) -> None:
    changed, inverse = SetNote("art", "c", "x").apply(project, stamp)
    assert changed.annotation("c").changed == stamp.time
    assert inverse.apply(changed, stamp).project.annotation("c").changed == ""


def test_setting_an_attribute_to_none_removes_it(project: Project, stamp: Stamp) -> None:
    named = SetAttributes("art", "c", NAMED).apply(project, stamp).project
    bare = SetAttributes("art", "c", {"factuality": None}).apply(named, stamp).project
    assert set(bare.annotation("c").attributes) == {"claimant"}


def test_an_addition_is_whole(project: Project, stamp: Stamp) -> None:
    edit = addition(project, "art", "claim", [Span(4, 6), Span(10, 14)], stamp, note="n")
    made = edit.apply(project, stamp).project.annotation(edit.annotation.id)
    assert made.text == ("EU", "said")
    assert (made.annotator, made.created, made.note) == ("anna", stamp.time, "n")


@pytest.mark.parametrize(
    ("article", "label", "code"),
    [("gone", "claim", "no-article"), ("art", "rumour", "no-label")],
)
def test_an_addition_needs_an_article_and_a_label(
    project: Project, stamp: Stamp, article: str, label: str, code: str
) -> None:
    with pytest.raises(EditError) as caught:
        addition(project, article, label, [Span(0, 3)], stamp)
    assert caught.value.case == code
