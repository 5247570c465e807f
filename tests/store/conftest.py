"""A project that is open for writing, for the tests of what happens to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pressmark.store.open_project import OpenProject
from tests.store.projects import started


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a project can be made: alone in a folder of its own."""
    folder = tmp_path / "work"
    folder.mkdir()
    return folder / "sanctions.pressmark"


@pytest.fixture
def file(path: Path) -> Iterator[OpenProject]:
    """Return a project at `path` with one saved article, open for writing."""
    with started(path) as opened:
        yield opened
