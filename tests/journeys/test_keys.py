"""Somebody gives actions other keys, and works with these from then on."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.key_editor.key_editor import KeyEditor
from tests.window import action, opened


def test_a_new_key_acts_at_once_and_at_the_next_start(qtbot: QtBot) -> None:
    with opened(qtbot) as desk:
        editor = _editor(desk)
        QTest.keyClicks(editor.search, "next annotation")
        QTest.keyClick(editor.search, Qt.Key.Key_Tab)
        editor.list.setFocus()
        QTest.keyClick(editor.list, Qt.Key.Key_Return)
        QTest.keyClick(editor.page.field, Qt.Key.Key_G)
        QTest.keyClick(editor.page.field, Qt.Key.Key_Escape)
        assert not editor.isVisible()
        _goes_on_with_g(desk)
    with opened(qtbot) as desk:
        _goes_on_with_g(desk)
        assert action(desk, "next").toolTip() == "Next annotation (G)"


def _editor(desk: Desk) -> KeyEditor:
    action(desk, "change-keys").trigger()
    found = desk.window.findChild(KeyEditor)
    assert found is not None
    return found


def _goes_on_with_g(desk: Desk) -> None:
    desk.window.activateWindow()
    desk.view.setFocus()
    desk.session.activate("")
    desk.view.set_caret(0)
    QTest.keyClick(desk.view, Qt.Key.Key_N)
    assert desk.session.annotation is None
    QTest.keyClick(desk.view, Qt.Key.Key_G)
    assert desk.session.annotation is not None
