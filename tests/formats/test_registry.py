import re
from pathlib import Path
from typing import Any

import pytest

from pressmark.formats.format import Format
from pressmark.formats.registry import FORMATS, format_by_id
from pressmark.formats.selection import Selection
from pressmark.model.project import Project
from tests.formats.sets import HERE, bare, bring_back, written


def test_formats_are_told_apart_and_described() -> None:
    assert len({form.id for form in FORMATS}) == len(FORMATS)
    for form in FORMATS:
        assert format_by_id(form.id) is form
        assert re.fullmatch(r"[a-z0-9-]+", form.id)
        assert form.suffix.startswith(".")
        assert form.name
        assert form.about.endswith(".")
        assert form.is_written or form.read
    assert format_by_id("none") is None


@pytest.mark.parametrize("form", HERE, ids=lambda form: form.id)
def test_writing_is_the_same_each_time(form: Format[Any], example: Project) -> None:
    assert written(form.id, example) == written(form.id, example)


@pytest.mark.parametrize("form", [one for one in HERE if one.lossless], ids=lambda one: one.id)
def test_a_lossless_format_loses_nothing(
    form: Format[Any], example: Project, tmp_path: Path
) -> None:
    losses = form.losses(Selection(project=example))
    assert not losses.annotations
    assert not losses.unheld
    path = tmp_path / f"set{form.suffix}"
    path.write_bytes(written(form.id, example))
    came = bring_back(form.id, path, bare(example.label_set))
    assert came.project.articles == example.articles


@pytest.mark.parametrize("form", HERE, ids=lambda form: form.id)
def test_a_project_without_articles_can_be_written(form: Format[Any]) -> None:
    written(form.id, bare())
    assert not form.losses(Selection(project=bare())).annotations
