from dataclasses import replace

import pytest

from pressmark.formats.review_rows import Review, Saying
from pressmark.formats.selection import Selection
from pressmark.model.annotation import Annotation
from pressmark.model.attribute import Anchor
from pressmark.model.project import Project


@pytest.fixture
def review(example: Project) -> Review:
    return Review(Selection(project=example))


def test_tags_count_through_all_articles(example: Project, review: Review) -> None:
    tags = [review.tag(one.id) for article in example.opened() for one in article.annotations]
    assert tags[:3] == ["Q1", "C2", "Q3"]
    assert len(set(tags)) == 38
    assert review.annotation_count == 38
    assert review.annotators == ["Example analyst"]


def test_the_legend_has_the_label_set_and_what_it_lacks(example: Project) -> None:
    article = next(example.opened())
    odd = replace(article.annotations.in_order[0], label="«odd»")
    legend = Review(Selection(project=example.with_annotation(article.head.id, odd))).legend
    assert [(one.label.title, one.count, one.mark) for one in legend] == [
        ("Claim", 18, "claim"),
        ("Quote", 13, "quote"),
        ("Sanction", 3, "sanction"),
        ("Denial", 3, "denial"),
        ("«odd»", 1, "neutral"),
    ]


def test_values_are_said_in_words(example: Project, review: Review) -> None:
    values = {
        "kind": "legal-characterisation",
        "presupposed": True,
        "claimant": Anchor(start=0, end=2, text="it", entities=("eu",)),
        "cue": Anchor(entities=("eu",), implicit=True),
        "own": ("a", "b"),
        "odd": {"k": 1},
    }
    one: Annotation = replace(example.annotation("A02"), attributes=values)
    said = dict(review.attributes(one))
    assert list(said) == ["Claimant", "Cue", "Kind", "Presupposed", "own", "odd"]
    assert said["Kind"] == [Saying("legal characterisation")]
    assert said["Claimant"] == [Saying("it", "European Union")]
    assert said["Cue"] == [Saying("", "European Union")]
    assert said["own"] == [Saying("a"), Saying("b")]
    assert said["odd"] == [Saying('{"k": 1}')]


def test_relations_are_told_from_both_ends(example: Project, review: Review) -> None:
    relation = next(one for one in example.relations if one.type == "denies" and one.to)
    assert relation.to is not None
    there = next(tie for tie in review.ties(relation.from_) if tie.other == relation.to)
    back = next(tie for tie in review.ties(relation.to) if tie.other == relation.from_)
    assert (there.kind, there.backwards) == ("denies", False)
    assert (back.kind, back.backwards) == ("denies", True)
    assert there.words == review.tag(relation.to)


def test_an_article_without_a_title_is_called_by_how_it_begins(
    example: Project, review: Review
) -> None:
    untitled = [review.title(one) for one in example.opened() if one.head.title is None]
    assert [len(title) <= 100 for title in untitled] == [True]
    assert untitled[0].startswith("Several foreign ministers")
    assert untitled[0].endswith(" …")
