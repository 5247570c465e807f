"""Every format that is written and read: what went out comes home, but for what was announced."""

from typing import Any

import pytest

from pressmark.formats.format import Format
from pressmark.formats.registry import FORMATS, format_of
from pressmark.formats.selection import Selection
from pressmark.model.project import Project
from tests.formats import nasty
from tests.formats.sets import bare, bring_in, written

THERE_AND_BACK = [one for one in FORMATS if one.write and one.read and "text" in one.holds]

forms = pytest.mark.parametrize("form", THERE_AND_BACK, ids=lambda one: one.id)


def home(form: Format[Any], project: Project, into: Project | None = None) -> Project:
    target = into or bare(project.label_set)
    return bring_in(written(form.id, project), target, format_id=form.id).project


@forms
@pytest.mark.parametrize("project", [nasty.project(), nasty.project(gaps=True)], ids=["", "gaps"])
def test_awkward_spans_come_home(form: Format[Any], project: Project) -> None:
    lost = form.losses(Selection(project=project)).annotations
    assert len(lost) == len({one.annotation for one in lost})
    came = home(form, project)
    expected, found = nasty.spans_of(project), nasty.spans_of(came)
    for article, spans in expected.items():
        gone = sum(one.article == article for one in lost)
        if gone == 0:
            assert found.get(article, []) == spans, article


@forms
def test_ids_come_home(form: Format[Any], example: Project) -> None:
    came = home(form, example)
    assert set(came.places) == set(example.places)
    assert set(came.articles) == set(example.articles)


@forms
def test_going_out_again_is_the_same(form: Format[Any], example: Project) -> None:
    once = home(form, example)
    again = home(form, once, bare(once.label_set))
    assert written(form.id, once) == written(form.id, again)


@forms
def test_the_same_set_twice_adds_nothing(form: Format[Any], example: Project) -> None:
    data = written(form.id, example)
    once = bring_in(data, bare(example.label_set), format_id=form.id).project
    twice = bring_in(data, once, format_id=form.id)
    assert twice.project == once
    assert twice.said.annotations == 0


@forms
def test_a_set_changes_nothing_in_the_project_it_came_from(
    form: Format[Any], example: Project
) -> None:
    came = bring_in(written(form.id, example), example, format_id=form.id)
    assert came.project == example
    assert came.said.annotations == 0


@forms
def test_a_set_is_known_by_its_content(form: Format[Any], example: Project) -> None:
    found = format_of("set.txt", written(form.id, example))
    assert found is not None
    assert form.id.startswith(found.id)
