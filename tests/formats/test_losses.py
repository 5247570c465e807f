"""What a format says that it loses is what is missing, no more and no less."""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from immutables import Map

from pressmark.formats.format import Format
from pressmark.formats.selection import Selection
from pressmark.model.annotation import Annotation
from pressmark.model.annotations import Annotations
from pressmark.model.project import Project, assemble
from pressmark.model.records import Annotator
from pressmark.model.relations import Relations
from tests.formats import nasty
from tests.formats.test_coming_home import THERE_AND_BACK, home


def marks(project: Project, only: Collection[str] | None = None) -> Counter[object]:
    """Return where annotations are and what they say, however they are called."""
    return Counter(
        (article.head.id, one.fragments, one.label)
        for article in project.opened()
        for one in article.annotations
        if only is None or one.id in only
    )


@pytest.mark.parametrize("form", THERE_AND_BACK, ids=lambda one: one.id)
@pytest.mark.parametrize("which", ["nasty", "gaps", "example"])
def test_what_is_missing_was_announced(
    form: Format[Any], which: str, example: Project, tmp_path: Path
) -> None:
    """Of what is cut for other readers, Pressmark's own may make one piece again."""
    project = example if which == "example" else nasty.project(gaps=which == "gaps")
    losses = form.losses(Selection(project=project))
    announced = {one.annotation for one in losses.annotations}
    assert len(announced) == len(losses.annotations)
    missing = marks(project) - marks(home(form, project, tmp_path))
    gone, cut = marks(project, losses.gone), marks(project, announced - losses.gone)
    assert missing >= gone
    assert missing - gone <= cut


@pytest.fixture(scope="module")
def marked() -> Project:
    """Return some of the awkward articles by two annotators, one annotation in three flagged."""
    other = Annotator(id="other", name="Other")
    whole = nasty.project()
    articles = []
    for name in ("plain", "emoji", "crlf"):
        article = whole.article(name)
        marks = [
            replace(
                one,
                flag=at % 3 == 0,
                confidence="high" if at % 2 else None,
                annotator=other.id if at % 2 else one.annotator,
            )
            for at, one in enumerate(article.annotations)
        ]
        articles.append(replace(article, annotations=Annotations.of(marks)))
    annotators = whole.annotators.set(other.id, other)
    few = replace(whole, annotators=annotators, articles=Map(), places=Map(), relations=Relations())
    return assemble(few, articles)


@pytest.mark.parametrize("form", THERE_AND_BACK, ids=lambda one: one.id)
def test_who_says_it_and_how_surely_comes_home_or_is_announced(
    form: Format[Any], marked: Project, tmp_path: Path
) -> None:
    def told(project: Project, part: str) -> Counter[object]:
        names = {one.id: one.name for one in project.annotators.values()}
        says: dict[str, Callable[[Annotation], object]] = {
            "annotators": lambda one: names.get(one.annotator),
            "confidence": lambda one: one.confidence,
            "flags": lambda one: one.flag,
        }
        return Counter(
            (article.head.id, one.fragments, one.label, says[part](one))
            for article in project.opened()
            for one in article.annotations
            if one.id not in lost
        )

    losses = form.losses(Selection(project=marked))
    lost = {one.annotation for one in losses.annotations}
    came = home(form, marked, tmp_path)
    for part in ("annotators", "confidence", "flags"):
        assert (part in losses.unheld) != (part in form.holds), part
        if part in form.holds:
            assert not told(marked, part) - told(came, part), part
