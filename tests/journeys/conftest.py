from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TypeAlias

import pytest
from pytestqt.qtbot import QtBot

from pressmark.ui.desk import Desk
from tests.window import opened

Start: TypeAlias = Callable[..., AbstractContextManager[Desk]]


@pytest.fixture
def start(qtbot: QtBot) -> Start:
    """Return what starts the program; what was left open is there again the next time."""
    return partial(opened, qtbot)


@pytest.fixture
def project(tmp_path: Path, seeds: Path) -> Path:
    """Return a project of one's own: a copy of the example."""
    path = tmp_path / "Own work.pressmark"
    path.write_bytes((seeds / "example.pressmark").read_bytes())
    return path
