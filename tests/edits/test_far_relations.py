"""Relations between articles, of a type that keeps to one."""

from dataclasses import replace

import pytest

from pressmark.edits.difference import difference
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.frame import SetLabelSet
from pressmark.edits.history import History
from pressmark.edits.relations import AddRelation, RemoveRelation, ReplaceRelation
from pressmark.edits.transaction import Transaction
from pressmark.errors import EditError
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead
from pressmark.model.label_set import LabelSet, RelationType
from pressmark.model.project import Project, assemble
from pressmark.model.records import Relation
from pressmark.model.relations import Relations
from tests.edits.conftest import TEXT, annotation

STAMP = Stamp("anna", "2026-01-01T00:00:00Z")
FREE = LabelSet(
    name="news",
    relations=(
        RelationType(id="denies", title="denies", across_articles=None),
        RelationType(id="supports", title="supports", across_articles=True),
    ),
)
BOUND = replace(FREE, relations=(replace(FREE.relations[0], across_articles=False),))
FAR = Relation(id="r", type="denies", from_="d", to="c")


def project_of(labels: LabelSet, *relations: Relation) -> Project:
    articles = [
        Article(ArticleHead(id="one"), TEXT, Annotations.of([annotation("c", "claim", 0, 7)])),
        Article(
            ArticleHead(id="two"),
            TEXT,
            Annotations.of([annotation("d", "denial", 0, 7), annotation("e", "claim", 8, 12)]),
        ),
    ]
    project = assemble(Project(id="p", title="t", label_set=labels), articles)
    return replace(project, relations=Relations.of(relations))


def refused(project: Project, edit: Edit) -> str:
    with pytest.raises(EditError) as caught:
        edit.apply(project, STAMP)
    return caught.value.case


def test_a_type_that_says_nothing_or_allows_it_joins_articles() -> None:
    for kind in FREE.relations:
        after = AddRelation(replace(FAR, type=kind.id)).apply(project_of(FREE), STAMP).project
        assert len(after.relations) == 1


def test_a_type_that_keeps_to_one_article_is_refused_between_two() -> None:
    project = project_of(BOUND)
    assert refused(project, AddRelation(FAR)) == "relation-too-far"
    near = replace(FAR, to="e")
    after = AddRelation(near).apply(project, STAMP).project
    assert refused(after, ReplaceRelation(FAR)) == "relation-too-far"


def test_one_that_was_there_before_can_be_written_in_and_led_back_to() -> None:
    project = project_of(FREE, FAR)
    history = History(project)
    steps: tuple[Edit, ...] = (
        SetLabelSet(BOUND),
        ReplaceRelation(replace(FAR, note="as it was")),
        ReplaceRelation(replace(FAR, to="e")),
        RemoveRelation("r"),
    )
    for edit in steps:
        history.commit(Transaction("", (edit,), STAMP))
    gone = history.project
    for _ in steps:
        history.undo(STAMP)
    assert history.project == project
    for _ in steps:
        history.redo()
    assert history.project == gone


def test_one_that_comes_in_by_a_merge_is_kept() -> None:
    edits = tuple(difference(project_of(BOUND), project_of(BOUND, FAR)))
    assert edits == (AddRelation(FAR, as_found=True),)
