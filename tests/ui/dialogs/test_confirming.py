from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from pressmark.ui.dialogs.confirming import is_confirmed

MARKUP = '<img src="file:///etc/hostname">'


def asked(qtbot: QtBot, press: str) -> bool:
    """Ask, press a button by its words, or Enter or Esc, and return what came of it."""
    parent = QWidget()
    qtbot.addWidget(parent)
    seen: list[Qt.TextFormat] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.extend(one.textFormat() for one in box.findChildren(QLabel) if MARKUP in one.text())
        if press == "Enter":
            qtbot.keyClick(box, Qt.Key.Key_Return)
        elif press == "Esc":
            qtbot.keyClick(box, Qt.Key.Key_Escape)
        else:
            next(one for one in box.buttons() if one.text() == press).click()

    QTimer.singleShot(0, answer)
    agreed = is_confirmed(parent, "Forget", MARKUP, f"More. {MARKUP}", "Forget it")
    assert set(seen) == {Qt.TextFormat.PlainText}
    return agreed


def test_only_the_button_says_yes(qtbot: QtBot) -> None:
    assert asked(qtbot, "Forget it")
    assert not asked(qtbot, "Enter")
    assert not asked(qtbot, "Esc")
