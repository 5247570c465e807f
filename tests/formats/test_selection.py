from dataclasses import replace

import pytest

from pressmark.formats.selection import Selection
from pressmark.model.article import Zone
from pressmark.model.project import Project
from tests.amended import corrected


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
