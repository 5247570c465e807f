from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pressmark.ui.theme.themes import Theme
from pressmark.ui.widgets.empty_state import EmptyState
from tests.ui.widgets.looking import colours, spoken


def test_it_says_how_to_begin_and_offers_it(theme: Theme, qtbot: QtBot) -> None:
    state = EmptyState("newspaper", "No articles yet. Drop files here.", "Add articles…")
    qtbot.addWidget(state)
    state.resize(400, 300)
    assert spoken(state) == "No articles yet. Drop files here."
    seen = colours(state.grab().toImage())
    assert seen[theme.colours.faint.name()]
    assert seen[theme.colours.muted.name()]
    button = state.findChild(QPushButton)
    with qtbot.waitSignal(state.asked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_without_something_to_do_there_is_no_button(qtbot: QtBot) -> None:
    state = EmptyState("newspaper", "Nothing here.")
    qtbot.addWidget(state)
    state.show()
    assert not state.findChild(QPushButton).isVisible()
    state.say("Nothing there either.")
    assert spoken(state) == "Nothing there either."
