from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pressmark.model.project import Project
from pressmark.store.project_file import parse_project
from pressmark.ui.session import Session
from pressmark.ui.theme.appearance import appearance, apply_theme
from pressmark.ui.theme.themes import Theme, ThemeName, load_theme
from tests.ui.panels.in_memory import ANADOLU, session_on

Show: TypeAlias = Callable[..., None]


@pytest.fixture(scope="session")
def example(seeds: Path) -> Project:
    """Return the finished example."""
    return parse_project((seeds / "example.pressmark").read_bytes()).project


@pytest.fixture
def session(qtbot: QtBot, example: Project) -> Session:
    """Return a session on the example, with no article open."""
    del qtbot  # there is an application now
    return session_on(example)


@pytest.fixture
def anadolu(session: Session) -> Session:
    """Return the session with the article of 26 annotations open."""
    session.open_article(ANADOLU)
    return session


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Return a function that shows a panel in a window of its own, which gets the keys."""
    # Else Python might collect a panel while Qt still paints it, after the test.
    kept: list[QWidget] = []

    def show_panel(panel: QWidget, width: int = 340, height: int = 900) -> None:
        kept.append(panel)
        qtbot.addWidget(panel)
        panel.resize(width, height)
        with qtbot.waitActive(panel):
            panel.show()
            panel.activateWindow()

    yield show_panel
    kept.clear()


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    """Show each theme in turn, and the light one afterwards."""
    name: ThemeName = request.param
    apply_theme(qapp, load_theme(name))
    yield load_theme(name)
    appearance().choose("light")
    qapp.setStyleSheet("")
