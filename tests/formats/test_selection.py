from dataclasses import replace

import pytest

from pressmark.edits.annotations import SetFlag
from pressmark.edits.edit import Stamp
from pressmark.edits.transaction import Transaction, apply
from pressmark.errors import CancelledError
from pressmark.formats.selection import Selection
from pressmark.model.article import Article, ArticleHead, Zone
from pressmark.model.project import Project
from tests.amended import corrected

TIME = "2030-01-01T00:00:00Z"


def test_without_filters_it_is_the_whole_project(example: Project) -> None:
    selection = Selection(project=example)
    assert selection.whole
    assert tuple(selection.opened()) == tuple(example.opened())
    assert selection.relations() == example.relations
    assert selection.annotation_ids() == frozenset(example.places)


def test_filters_narrow_it(example: Project) -> None:
    first, second = (one.head.id for one in example.shelf())
    assert Selection(project=example, articles=frozenset({first})).annotation_ids() == {
        key for key, place in example.places.items() if place == first
    }
    assert not Selection(project=example, annotators=frozenset({"nobody"})).annotation_ids()
    sanctions = Selection(project=example, labels=frozenset({"sanction"}))
    assert len(sanctions.annotation_ids()) == 3
    assert not sanctions.whole
    assert [one.head.id for one in sanctions.shelf()] == [first, second]


@pytest.mark.parametrize(("state", "count"), [("done", 2), ("new", 0)])
def test_articles_are_picked_by_state(example: Project, state: str, count: int) -> None:
    assert len(Selection(project=example, states=frozenset({state})).shelf()) == count


def test_an_article_without_a_state_is_new(example: Project) -> None:
    article = next(example.opened())
    untouched = example.with_article(replace(article, head=replace(article.head, states={})))
    assert len(Selection(project=untouched, states=frozenset({"new"})).shelf()) == 1


def test_what_lies_wholly_in_a_zone_can_stay_behind(example: Project) -> None:
    article = next(example.opened())
    one = article.annotations.in_order[0].span
    zoned = replace(article.head, zones=(Zone(start=one.start - 1, end=one.end, kind="notice"),))
    project = example.with_article(replace(article, head=zoned))
    inside = {annotation.id for annotation in article.annotations if one.contains(annotation.span)}
    kept = Selection(project=project, zones=False).annotation_ids()
    assert set(example.places) - kept == inside


def test_an_earlier_text_goes_out_only_when_asked_for(example: Project) -> None:
    first = example.shelf()[0].head.id
    text = example.article(first).text
    project = corrected(example, first, text[: len(text) // 2])
    left = {key for key, place in project.places.items() if place == first}
    selection = Selection(project=project)
    assert left
    assert selection.whole
    assert first not in {one.head.id for one in selection.shelf()}
    assert selection.annotation_ids() == frozenset(project.places) - left
    assert Selection(project=project, earlier=True).annotation_ids() == frozenset(project.places)
    assert len(Selection(project=project, articles=frozenset({first})).shelf()) == 1


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [("2024", "", 2), ("", "2023", 0), ("2024-05-25", "2024-05", 1), ("2025", "", 0)],
)
def test_articles_are_picked_by_when_they_were_published(
    example: Project, since: str, until: str, count: int
) -> None:
    project = example
    for article, day in zip(example.opened(), ("2024-05-23", "2024-05-27"), strict=True):
        dated = replace(article.head, published=day)
        project = project.with_article(replace(article, head=dated))
    assert len(Selection(project=project, since=since, until=until).shelf()) == count


def flagged(example: Project) -> tuple[Project, str]:
    """Return the example with one annotation flagged late, and its id."""
    one, article = next(iter(example.places.items()))
    edits = (SetFlag(article, one, flag=True),)
    return apply(example, Transaction("Flag", edits, Stamp("me", TIME)))[0], one


def test_flagged_annotations_can_go_alone_with_their_articles(example: Project) -> None:
    project, one = flagged(example)
    selection = Selection(project=project, flagged=True)
    assert selection.annotation_ids() == {one}
    assert len(selection.shelf()) == 2
    assert [each.head.id for each in selection.narrowed().shelf()] == [example.places[one]]
    assert Selection(project=project).narrowed().whole


def test_only_what_is_new_can_go(example: Project) -> None:
    project, one = flagged(example)
    selection = Selection(project=project, changed_since=TIME).narrowed()
    assert selection.annotation_ids() == {one}
    assert [each.head.id for each in selection.shelf()] == [example.places[one]]
    assert not Selection(project=project, changed_since="2031").narrowed().shelf()


def test_an_article_that_came_in_since_goes_without_annotations(example: Project) -> None:
    untouched = Article(ArticleHead(id="a", added=TIME), "Words.")
    project = example.with_article(untouched)
    selection = Selection(project=project, changed_since=TIME).narrowed()
    assert [each.head.id for each in selection.shelf()] == ["a"]


def test_going_through_it_can_be_stopped(example: Project) -> None:
    answers = iter([False, True])
    selection = Selection(project=example, stopped=lambda: next(answers))
    assert selection.whole
    with pytest.raises(CancelledError):
        list(selection.opened())
    with pytest.raises(CancelledError):
        Selection(project=example, flagged=True, stopped=lambda: True).narrowed()
