from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from pressmark.ui.desk import Desk
from tests.window import opened


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """Return the window of somebody who starts for the first time."""
    with opened(qtbot) as made:
        yield made
