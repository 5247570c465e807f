from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pressmark.model.project import Project
from pressmark.store.project_file import parse_project
from pressmark.ui.session import Session
from tests.ui.panels.in_memory import ANADOLU, session_on


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
