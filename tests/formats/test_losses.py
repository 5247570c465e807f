"""What a format says that it loses is what is missing, no more and no less."""

from collections import Counter
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pytest

from pressmark.formats.format import Format
from pressmark.formats.selection import Selection
from pressmark.model.project import Project
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
