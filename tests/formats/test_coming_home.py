"""Every format that is written and read: what went out comes home, but for what was announced."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pressmark.formats.format import Format
from pressmark.formats.selection import Selection
from pressmark.model.project import Project
from tests.formats import nasty
from tests.formats.sets import HERE, BroughtIn, bare, bring_back, written

THERE_AND_BACK = [
    one for one in HERE if one.is_written and one.read is not None and "text" in one.holds
]
READ_AS = {"doccano-screen": "doccano", "qdpx-nvivo": "qdpx", "spacy-spancat": "spacy"}
"""Formats that are read as another: what is in them is found out."""

forms = pytest.mark.parametrize("form", THERE_AND_BACK, ids=lambda one: one.id)
with_details = pytest.mark.parametrize(
    "form", [one for one in THERE_AND_BACK if "attributes" in one.holds], ids=lambda one: one.id
)


def home(form: Format[Any], project: Project, folder: Path, into: Project | None = None) -> Project:
    return brought_home(form, project, folder, into).project


def brought_home(
    form: Format[Any], project: Project, folder: Path, into: Project | None = None
) -> BroughtIn:
    path = folder / f"set{form.suffix if form.write else '.zip'}"
    path.write_bytes(written(form.id, project))
    target = into or bare(project.label_set)
    return bring_back(READ_AS.get(form.id, form.id), path, target)


@forms
@pytest.mark.parametrize("project", [nasty.project(), nasty.project(gaps=True)], ids=["", "gaps"])
def test_awkward_spans_come_home(form: Format[Any], project: Project, tmp_path: Path) -> None:
    lost = {one.annotation for one in form.losses(Selection(project=project)).annotations}
    found = nasty.spans_of(home(form, project, tmp_path))
    for article in project.opened():
        spans = sorted(
            (one.fragments, one.label) for one in article.annotations if one.id not in lost
        )
        came = found.get(article.head.id, [])
        assert [one for one in spans if one not in came] == [], article.head.id
        if not lost & set(article.annotations.ids()):
            assert came == spans, article.head.id


@with_details
def test_ids_come_home(form: Format[Any], example: Project, tmp_path: Path) -> None:
    came = home(form, example, tmp_path)
    assert set(came.places) == set(example.places)
    assert set(came.articles) == set(example.articles)


@with_details
def test_going_out_again_is_the_same(form: Format[Any], example: Project, tmp_path: Path) -> None:
    once = home(form, example, tmp_path)
    assert written(form.id, once) == written(form.id, example)


@with_details
def test_what_is_known_of_articles_comes_home(
    form: Format[Any], example: Project, tmp_path: Path
) -> None:
    project = example
    for number, one in enumerate(example.shelf()):
        about = {"byline": f"Ана Літик, “Bo” O'Brien {number}", "source": "=Газета", "url": "x"}
        project = project.with_head(replace(one.head, **about))
    heads = {one.head.id: one.head for one in home(form, project, tmp_path).shelf()}
    assert heads == {one.head.id: one.head for one in project.shelf()}


@forms
def test_the_same_set_twice_adds_nothing(
    form: Format[Any], example: Project, tmp_path: Path
) -> None:
    once = home(form, example, tmp_path)
    twice = brought_home(form, example, tmp_path, once)
    assert twice.project == once
    assert twice.said.annotations == 0


@forms
def test_a_set_takes_nothing_from_the_project_it_came_from(
    form: Format[Any], example: Project, tmp_path: Path
) -> None:
    """What a format cannot hold stays: its silence says nothing of it."""
    came = home(form, example, tmp_path, example)
    for article in example.opened():
        held = came.article(article.head.id)
        assert held.head == article.head
        assert [held.annotations[one.id] for one in article.annotations] == [*article.annotations]


@with_details
def test_a_set_changes_nothing_in_the_project_it_came_from(
    form: Format[Any], example: Project, tmp_path: Path
) -> None:
    came = brought_home(form, example, tmp_path, example)
    assert came.project == example
    assert came.said.annotations == 0
