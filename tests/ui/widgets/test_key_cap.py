from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pressmark.ui.theme.themes import Theme
from pressmark.ui.widgets.key_cap import HEIGHT, ActionKeyCap, KeyCap, key_cap_width
from tests.ui.widgets.looking import colours, grabbed, spoken


def test_a_key_has_a_box(theme: Theme, qtbot: QtBot) -> None:
    cap = KeyCap("1")
    qtbot.addWidget(cap)
    image = grabbed(cap)
    assert image.pixelColor(image.width() // 2, 0).name() == theme.colours.hairline.name()
    assert image.pixelColor(3, 3).name() == theme.colours.paper.name()
    assert len(colours(image)) > 3  # the letter, anti-aliased


def test_a_box_is_as_wide_as_the_key_needs(qtbot: QtBot) -> None:
    cap = KeyCap("1")
    qtbot.addWidget(cap)
    single = cap.sizeHint()
    assert single.height() == HEIGHT
    assert single.width() >= HEIGHT
    cap.show_key("Ctrl+Shift+F")
    assert cap.sizeHint().width() == key_cap_width("Ctrl+Shift+F") > 3 * single.width()
    assert spoken(cap) == "Ctrl+Shift+F"


def test_the_key_of_an_action_is_the_one_it_has_at_present(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    action = QAction(window)
    action.setObjectName("next")
    action.setShortcut("N")
    cap, stray = ActionKeyCap("next"), ActionKeyCap("no-such-action")
    for one in (cap, stray):
        one.setParent(window)
    window.show()
    assert cap.key == cap.accessibleName() == "N"
    action.setShortcut("Ctrl+F9")
    assert cap.key == "Ctrl+F9"
    action.setShortcuts([])
    assert cap.key == stray.key == ""
    assert cap.sizeHint().width() == 0
