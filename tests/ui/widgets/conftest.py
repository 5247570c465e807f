"""Labels to show, and the themes to show them in."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from pressmark.model.label_set import Label
from pressmark.ui.theme.appearance import appearance, apply_theme
from pressmark.ui.theme.themes import Theme, ThemeName, load_theme


@pytest.fixture
def claim() -> Label:
    """Return the label of claims."""
    return Label(id="claim", title="Claim", keys=("1", "C"), glyph="megaphone", mark="claim")


@pytest.fixture
def quote() -> Label:
    """Return the label of quotes."""
    return Label(id="quote", title="Quote", keys=("2", "Q"), glyph="quote", mark="quote")


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    """Show each theme in turn, and the light one afterwards."""
    name: ThemeName = request.param
    apply_theme(qapp, load_theme(name))
    yield load_theme(name)
    appearance().choose("light")
    qapp.setStyleSheet("")


@pytest.fixture(autouse=True)
def _application(request: pytest.FixtureRequest) -> None:
    request.getfixturevalue("qapp")
