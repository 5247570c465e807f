import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pressmark.ui.theme.themes import Theme
from pressmark.ui.widgets.hairline import Hairline
from tests.ui.widgets.looking import colours


@pytest.mark.parametrize("orientation", Qt.Orientation)
def test_it_is_one_px_thin_and_as_long_as_there_is_room(
    theme: Theme, orientation: Qt.Orientation, qtbot: QtBot
) -> None:
    window, line = QWidget(), Hairline(orientation)
    qtbot.addWidget(window)
    is_across = orientation == Qt.Orientation.Horizontal
    row = QVBoxLayout(window) if is_across else QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(line)
    row.addStretch()
    window.resize(90, 90)
    window.show()
    assert (line.width(), line.height()) == ((90, 1) if is_across else (1, 90))
    assert colours(line.grab().toImage()) == {theme.colours.hairline.name(): 90}
