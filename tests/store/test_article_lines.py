from dataclasses import replace

import pytest

from pressmark.errors import ProjectFileError
from pressmark.model.annotations import Annotations
from pressmark.model.article import Zone
from pressmark.store.article_lines import ArticleLines
from pressmark.store.layout import article_bytes
from tests.store.projects import article


def test_lines_are_those_of_the_file() -> None:
    one = article()
    assert ArticleLines().of(one) == article_bytes(one)


def test_lines_are_made_once_as_long_as_the_article_is_the_same() -> None:
    lines = ArticleLines()
    one = article()
    made = lines.of(one)
    lines.end()
    assert lines.of(one).obj is made
    lines.end()
    assert lines.of(replace(one, text="Another text.")) == article_bytes(
        replace(one, text="Another text.")
    )


def test_what_nobody_asks_for_is_forgotten() -> None:
    lines = ArticleLines()
    one = article()
    lines.of(one)
    lines.end()
    lines.end()
    assert isinstance(lines.of(one), bytes)


@pytest.mark.parametrize(
    "change",
    [
        {"zones": (Zone(start=5, end=100_000, kind="byline"),)},
        {"title": 7},
        {"id": "no id"},
        {"states": {"anna": None}},
    ],
)
def test_what_would_not_read_back_is_not_written(change: dict[str, object]) -> None:
    one = article()
    broken = replace(one, head=replace(one.head, **change), annotations=Annotations())
    with pytest.raises(ProjectFileError):
        ArticleLines().of(broken)
