from dataclasses import replace

from pressmark.analysis.contrast import Contrast, contrast
from pressmark.edits.annotations import RelabelAnnotation, SetNote
from pressmark.edits.articles import AddArticle, SetState
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.frame import PutAnnotator, RenameProject
from pressmark.edits.judgements import RemoveJudgement, SetSummary
from pressmark.edits.relations import RemoveRelation
from pressmark.edits.removals import article_removal, removal
from pressmark.edits.transaction import Transaction, apply
from pressmark.model.article import Article, ArticleHead
from pressmark.model.project import Project
from pressmark.model.records import Annotator
from tests.edits.conftest import base_project

STAMP = Stamp("anna", "2024-05-31T12:04:05Z")


def after(project: Project, *edits: Edit) -> Project:
    return apply(project, Transaction("", edits, STAMP))[0]


def test_a_project_does_not_differ_from_itself() -> None:
    assert contrast(base_project(), base_project()) == Contrast()


def test_what_went_since_is_more_then_and_fewer_the_other_way() -> None:
    then = base_project()
    now = after(then, *removal(then, "d"))
    now = after(now, *article_removal(now, "bare"))
    assert contrast(now, then) == Contrast(more_articles=1, more_annotations=1, more_relations=1)
    assert contrast(then, now) == Contrast(fewer_articles=1, fewer_annotations=1, fewer_relations=1)


def test_what_is_otherwise_is_counted_once_each() -> None:
    then = base_project()
    now = after(
        then,
        SetNote("art", "c", "n"),
        RelabelAnnotation("art", "d", "claim"),
        SetState("art", "anna", "done"),
        SetState("bare", "anna", "done"),
        RemoveRelation("r"),
    )
    assert contrast(now, then) == Contrast(changed=3, more_relations=1)
    assert contrast(then, now) == Contrast(changed=3, fewer_relations=1)


def test_the_frame_is_told_apart() -> None:
    then = base_project()
    assert contrast(after(then, RenameProject("Other")), then).is_framed_otherwise
    assert contrast(after(then, SetSummary("So.")), then).is_framed_otherwise
    assert contrast(after(then, RemoveJudgement("j")), then).is_framed_otherwise
    assert contrast(
        after(then, PutAnnotator(Annotator(id="new", name="New"))), then
    ).is_framed_otherwise
    assert contrast(replace(then, unknown={"later": 1}), then).is_framed_otherwise
    assert not contrast(replace(then, id="q"), then).is_framed_otherwise


def test_each_shared_article_is_a_step() -> None:
    steps: list[tuple[int, int]] = []
    then = base_project()
    now = after(then, AddArticle(Article(ArticleHead(id="third"), "More.")))
    contrast(now, then, lambda done, total: steps.append((done, total)))
    assert steps == [(1, 2), (2, 2)]
