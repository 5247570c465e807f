from collections import Counter

from pressmark.analysis.comings import Coming, comings, count
from pressmark.edits.additions import addition
from pressmark.edits.annotations import SetNote
from pressmark.edits.articles import AddArticle, DescribeArticle
from pressmark.edits.disputes import dismiss
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.frame import PutEntity, RenameProject
from pressmark.edits.judgements import SetSummary, changed_judgement, new_judgement
from pressmark.edits.merge import Merged, merge
from pressmark.edits.relations import AddRelation
from pressmark.edits.removals import article_removal, removal
from pressmark.edits.transaction import Transaction, apply
from pressmark.model.article import Article, ArticleHead
from pressmark.model.project import Project
from pressmark.model.records import Entity, Relation
from pressmark.model.span import Span
from tests.edits.conftest import base_project

ANNA = Stamp("anna", "2024-05-31T12:00:00Z")
BO = Stamp("bo", "2024-05-31T13:00:00Z")


def after(project: Project, stamp: Stamp, *edits: Edit) -> Project:
    return apply(project, Transaction("Step", edits, stamp))[0]


def told(ours: Project, merged: Merged) -> set[tuple[str, str, str]]:
    return {(one.what, one.kind, one.id) for one in comings(ours, merged)}


def test_each_record_that_a_merge_touches_is_told_once() -> None:
    base = base_project()
    ours = after(base, ANNA, addition(base, "art", "claim", [Span(0, 3)], ANNA, annotation_id="a"))
    theirs = after(
        base,
        BO,
        addition(base, "art", "claim", [Span(8, 12)], BO, annotation_id="b"),
        SetNote("art", "d", "Look."),
        *removal(base, "c"),
        DescribeArticle("art", {"source": "Agency"}),
        AddArticle(Article(ArticleHead(id="more"), "More.")),
        PutEntity(Entity(id="un", name="UN")),
        RenameProject("Both"),
    )
    gone = {("deleted", "relation", one.id) for one in base.relations.touching("c")}
    assert told(ours, merge(base, ours, theirs)) == gone | {
        ("new", "annotation", "b"),
        ("changed", "annotation", "d"),
        ("deleted", "annotation", "c"),
        ("changed", "article", "art"),
        ("new", "article", "more"),
        ("new", "entity", "un"),
        ("changed", "project", base.id),
    }


def test_the_fields_that_change_are_named() -> None:
    base = base_project()
    theirs = after(base, BO, SetNote("art", "c", "Look."))
    (one,) = comings(base, merge(base, base, theirs))
    assert one == Coming("changed", "annotation", "c", "art", frozenset({"note"}))


def test_a_conflict_is_one_record_and_stands_first() -> None:
    base = base_project()
    ours = after(base, ANNA, SetNote("art", "c", "Mine."))
    theirs = after(base, BO, SetNote("art", "c", "Yours."), SetNote("art", "d", "New."))
    for side in (ours, theirs):
        first, *rest = comings(side, merge(base, ours, theirs))
        assert first == Coming("conflict", "annotation", "c", "art", frozenset({"note"}))
        assert {one.id for one in rest} <= {"d"}


def test_what_comes_back_is_told_as_kept() -> None:
    base = base_project()
    ours = after(base, ANNA, *removal(base, "c"))
    theirs = after(base, BO, AddRelation(Relation(id="new", type="same", from_="d", to="c")))
    assert ("kept", "annotation", "c") in told(ours, merge(base, ours, theirs))


def test_an_article_that_goes_is_told_with_its_annotations() -> None:
    base = base_project()
    theirs = after(base, BO, *article_removal(base, "art"))
    found = comings(base, merge(base, base, theirs))
    counts = count(found)
    assert (counts["deleted", "article"], counts["deleted", "annotation"]) == (1, 2)


def test_a_merge_of_equals_does_nothing() -> None:
    base = base_project()
    assert count(comings(base, merge(None, base, base))) == Counter()


def test_what_is_not_kept_twice_names_what_is_lost() -> None:
    base = base_project()
    ours = after(base, ANNA, DescribeArticle("art", {"source": "Agency"}), RenameProject("Mine"))
    theirs = after(base, BO, DescribeArticle("art", {"source": "Wire"}), RenameProject("Yours"))
    merged = merge(base, ours, theirs)
    for side in (ours, theirs):
        article, project = comings(side, merged)
        assert (article.what, article.kind, article.fields) == (
            "conflict",
            "article",
            frozenset({"source"}),
        )
        assert isinstance(article.lost, ArticleHead)
        sources = {article.lost.source, merged.project.articles["art"].head.source}
        assert sources == {"Agency", "Wire"}
        assert (project.kind, project.fields) == ("project", frozenset({"title"}))


def test_what_was_settled_elsewhere_is_told_where_nothing_else_is() -> None:
    base = base_project()
    settled = after(base, BO, *dismiss(base.disputes["x"]))
    (one,) = comings(base, merge(base, base, settled))
    assert (one.what, one.kind, one.fields) == ("changed", "project", {"disputes"})


def test_what_a_merge_does_to_summary_and_judgements_is_told() -> None:
    base = base_project()
    ours = after(base, ANNA, *changed_judgement(base, "j", statement="They bite."))
    theirs = after(
        base,
        BO,
        SetSummary("So."),
        *changed_judgement(base, "j", statement="They do not.", confidence="low"),
        new_judgement(base, BO, id="k", relies_on=("d",)),
    )
    found = {(one.kind, one.id): one for one in comings(ours, merge(base, ours, theirs))}
    assert found["judgement", "k"].what == "new"
    assert found["project", "p"].fields == {"summary"}
    conflict = found["judgement", "j"]
    assert conflict.what == "conflict"
    assert getattr(conflict.lost, "statement", "") == "They bite."
