from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from pressmark.model.annotations import Annotations
from pressmark.model.attribute import Anchor
from pressmark.model.project import Project
from pressmark.model.records import Relation
from pressmark.model.span import Span
from pressmark.store.checking import check_articles, check_frame
from pressmark.store.project_file import parse_project
from tests.strategies import projects


@pytest.fixture
def shipped(seeds: Path) -> Project:
    return parse_project((seeds / "example.pressmark").read_bytes()).project


@given(project=projects())
def test_every_annotation_of_a_sound_project_matches(project: Project) -> None:
    checked = list(check_articles(project))
    assert [one.article for one in checked] == [one.head.id for one in project.shelf()]
    assert sum(one.total for one in checked) == project.annotation_count()
    assert all(one.matching == one.total for one in checked)


@pytest.mark.parametrize(
    ("change", "kind", "where"),
    [
        ({"annotator": "nobody"}, "no-annotator", ""),
        ({"attributes": {"speaker": Anchor(entities=("eu", "gone"))}}, "no-entity", "speaker"),
        ({"attributes": {"speaker": {"start": "1", "end": 2}}}, "anchor-differs", "speaker"),
        ({"attributes": {"verbatim": [{"text": "x"}]}}, "anchor-differs", "verbatim"),
        ({"text": ("something else",)}, "text-differs", ""),
    ],
)
def test_what_an_annotation_has_wrong_is_named(
    shipped: Project, change: dict[str, object], kind: str, where: str
) -> None:
    place = shipped.places["A03"]
    wrong = replace(shipped.annotation("A03"), **change)
    first, second = check_articles(shipped.with_annotation(place, wrong))
    assert [(one.kind, one.article, one.record, one.where) for one in first.findings] == [
        (kind, place, "A03", where)
    ]
    assert first.matching == 12 - (kind == "text-differs")
    assert second.findings == ()


def test_an_edited_article_is_looked_into_like_a_closed_one(shipped: Project) -> None:
    place = shipped.places["A12"]
    article = shipped.article(place)
    moved = replace(article.annotations["A12"], fragments=(Span(0, 118),))
    others = (one for one in article.annotations if one.id != "A12")
    edited = shipped.with_article(replace(article, annotations=Annotations.of([moved, *others])))
    (finding,) = next(check_articles(edited)).findings
    assert (finding.kind, finding.record) == ("repaired", "A12")


@pytest.mark.parametrize(
    "change",
    [
        {"from_": "gone"},
        {"to": "gone"},
        {"to": None},
        {"to": None, "entity": "gone"},
        {"entity": "eu"},
    ],
)
def test_relations_that_lack_an_end_are_named(
    shipped: Project, change: dict[str, str | None]
) -> None:
    assert check_frame(shipped) == ()
    relation = replace(Relation(id="new", type="denies", from_="B22", to="B21"), **change)
    broken = replace(shipped, relations=shipped.relations.with_(relation))
    assert [(one.kind, one.record) for one in check_frame(broken)] == [("no-end", "new")]
