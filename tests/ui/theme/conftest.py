"""The two themes, in an application that can draw."""

import pytest

from pressmark.ui.theme.themes import Theme, ThemeName, load_theme


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    """Return each theme in turn."""
    name: ThemeName = request.param
    return load_theme(name)


@pytest.fixture(autouse=True)
def _application(request: pytest.FixtureRequest) -> None:
    request.getfixturevalue("qapp")
