"""Somebody makes the window their own, takes their settings along, and starts afresh."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.preferences.preferences_dialog import PreferencesDialog
from pressmark.ui.theme.appearance import current_theme
from tests.window import action, opened

CTRL = Qt.KeyboardModifier.ControlModifier


def test_settings_are_chosen_by_keys_alone_and_hold_at_the_next_start(qtbot: QtBot) -> None:
    with opened(qtbot) as desk:
        dialog = preferences(qtbot, desk)
        QTest.keyClicks(dialog.search, "theme")
        QTest.keyClick(dialog.search, Qt.Key.Key_Tab)
        focused = dialog.focusWidget()
        assert focused is not None
        assert focused.accessibleName() == "Theme: As the system"
        QTest.keyClick(focused, Qt.Key.Key_Right)
        focused = dialog.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Right)
        assert current_theme().name == "dark"
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
        assert action(desk, "theme-dark").isChecked()
    with opened(qtbot) as desk:
        assert desk.looks.theme == "dark"


def test_settings_are_taken_along_without_the_name(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    with opened(qtbot) as desk:
        desk.describing.call_annotator("Olena")
        desk.preferences.choose(text_size=24, keys={"next": "G"})
        dialog = preferences(qtbot, desk)
        dialog.write_to(path)
        desk.customising.choose("annotator_name", "Bo")
        assert desk.session.annotator.name == "Bo"
        desk.preferences.choose(text_size=19, keys={})
        dialog.take_from(path)
        assert desk.view.measure.size == 24
        assert action(desk, "next").shortcut().toString() == "G"
        assert desk.session.annotator.name == "Bo"
        dialog.close()


def preferences(qtbot: QtBot, desk: Desk) -> PreferencesDialog:
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    QTest.keyClick(desk.window, Qt.Key.Key_Comma, CTRL)
    found = desk.window.findChild(PreferencesDialog)
    assert found is not None
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found
