from PySide6.QtGui import QAction, QKeySequence
from pytestqt.qtbot import QtBot

from pressmark.ui.palette.palette_button import PaletteButton


def action(qtbot: QtBot) -> tuple[QAction, PaletteButton]:
    asked = QAction("Find &or run…")
    asked.setShortcut(QKeySequence("Ctrl+K"))
    button = PaletteButton(asked)
    qtbot.addWidget(button)
    return asked, button


def test_it_says_what_its_action_says_and_does_it(qtbot: QtBot) -> None:
    asked, button = action(qtbot)
    assert button.accessibleName() == "Find or run"
    assert button.accessibleDescription() == "Ctrl+K"
    with qtbot.waitSignal(asked.triggered):
        button.click()
    asked.setEnabled(False)
    assert not button.isEnabled()


def test_it_follows_a_key_that_changes(qtbot: QtBot) -> None:
    asked, button = action(qtbot)
    wide = button.sizeHint().width()
    asked.setShortcut(QKeySequence("F9"))
    assert button.accessibleDescription() == "F9"
    assert button.sizeHint().width() < wide
    asked.setShortcut(QKeySequence())
    assert button.accessibleDescription() == ""


def test_short_it_is_a_square(qtbot: QtBot) -> None:
    _, button = action(qtbot)
    button.shorten(is_short=True)
    assert button.sizeHint().width() == button.sizeHint().height()
