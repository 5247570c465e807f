from pathlib import Path

import pytest

from pressmark.model.project import Project
from pressmark.store.project_file import parse_project


@pytest.fixture(scope="session")
def example(seeds: Path) -> Project:
    """Return the finished example: two articles, 38 annotations, 43 relations."""
    return parse_project((seeds / "example.pressmark").read_bytes()).project
