from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from pressmark.store.export_choice import ExportChoice
from pressmark.store.export_presets import read_presets, write_presets
from pressmark.store.settings import SETTINGS
from pressmark.ui.dialogs.preferences import fields
from pressmark.ui.dialogs.preferences.preferences_dialog import PreferencesDialog
from pressmark.ui.preferences import Preferences
from pressmark.ui.widgets.plain_label import PlainLabel


class Opened(NamedTuple):
    dialog: PreferencesDialog
    preferences: Preferences
    asked: list[str]

    def field(self, kind: type[QWidget], name: str) -> QWidget:
        return next(one for one in self.dialog.findChildren(kind) if one.accessibleName() == name)

    def press(self, words: str) -> None:
        buttons = self.dialog.findChildren(QAbstractButton)
        next(one for one in buttons if words in (one.text(), one.accessibleName())).click()

    def told(self) -> str:
        return " ".join(
            one.text() for one in self.dialog.findChildren(PlainLabel) if one.isVisible()
        )


@pytest.fixture
def shown(qtbot: QtBot, home: object) -> Opened:
    del home
    preferences, asked = Preferences(), list[str]()

    def choose(name: str, value: object) -> None:
        preferences.choose(**{name: value})

    dialog = PreferencesDialog(preferences, choose, lambda: asked.append("keys"), None)
    qtbot.addWidget(dialog)
    dialog.show()
    return Opened(dialog, preferences, asked)


def test_every_setting_with_a_title_has_a_row_and_a_name(shown: Opened) -> None:
    assert set(shown.dialog.rows) == {one.name for one in SETTINGS if one.title} | {"keys"}
    for row in shown.dialog.rows.values():
        named = [one for one in row.field.findChildren(QWidget) if one.accessibleName()]
        assert named or isinstance(row.field, QPushButton)


def test_what_is_picked_holds_at_once(shown: Opened) -> None:
    shown.press("Theme: Dark")
    shown.press("Select exact characters")
    size = shown.field(QSpinBox, "Text size")
    QTest.keyClick(size, Qt.Key.Key_Up)
    name = shown.field(QLineEdit, "Your name")
    assert isinstance(name, QLineEdit)
    name.selectAll()
    QTest.keyClicks(name, "  Olena  K ")
    QTest.keyClick(name, Qt.Key.Key_Return)
    now = shown.preferences.settings
    assert (now.theme, now.exact, now.text_size, now.annotator_name) == (
        "dark",
        True,
        20,
        "Olena K",
    )
    assert shown.dialog.isVisible()


def test_an_empty_name_is_not_taken(shown: Opened) -> None:
    name, before = shown.field(QLineEdit, "Your name"), shown.preferences.settings.annotator_name
    assert isinstance(name, QLineEdit)
    name.clear()
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert shown.preferences.settings.annotator_name == name.text() == before


def test_a_folder_is_chosen_and_let_go(shown: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fields, "ask_folder", lambda *_: Path("/backups"))
    shown.press("Second folder for backups: Choose…")
    assert shown.preferences.settings.backup_folder == str(Path("/backups"))
    shown.press("Second folder for backups: None")
    assert shown.preferences.settings.backup_folder == ""


def test_what_others_change_is_shown(shown: Opened) -> None:
    shown.preferences.choose(single_keys=False, column=100)
    tick = shown.field(QCheckBox, "Single keys")
    broad = shown.field(QRadioButton, "Column width: Broad")
    assert isinstance(tick, QCheckBox)
    assert isinstance(broad, QRadioButton)
    assert not tick.isChecked()
    assert broad.isChecked()


def test_one_setting_is_put_back(shown: Opened) -> None:
    row = shown.dialog.rows["theme"]
    assert not row.first.isVisible()
    shown.press("Theme: Dark")
    shown.press("Theme: as at first")
    assert shown.preferences.settings.theme == "system"
    assert not row.first.isVisible()


def test_all_are_put_back_but_personal_ones_and_taken_back(shown: Opened) -> None:
    shown.preferences.choose(theme="dark", keys={"next": "G"}, annotator_name="Olena")
    shown.press("All as at first")
    now = shown.preferences.settings
    assert (now.theme, dict(now.keys), now.annotator_name) == ("system", {}, "Olena")
    assert "2 settings are as at first." in shown.told()
    shown.press("Undo")
    now = shown.preferences.settings
    assert (now.theme, dict(now.keys)) == ("dark", {"next": "G"})


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("theme", {"theme"}),
        ("ukra", set()),
        ("українська", {"language"}),
        ("narrow", {"column"}),
        ("drag", {"exact"}),
        ("key", {"single_keys", "keys"}),
        ("backups", {"backup_folder", "keep_originals"}),
    ],
)
def test_settings_are_found_by_words(shown: Opened, typed: str, found: set[str]) -> None:
    shown.dialog.search.setText(typed)
    assert {name for name, row in shown.dialog.rows.items() if row.isVisible()} == found
    assert ("Nothing fits." in shown.told()) == (not found)


def test_keys_are_changed_elsewhere(shown: Opened) -> None:
    shown.press("Change keys…")
    assert shown.asked == ["keys"]


def test_settings_go_into_a_file_and_come_back(shown: Opened, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    shown.preferences.choose(theme="dark", text_size=22)
    shown.dialog.write_to(path)
    assert "Written to" in shown.told()
    shown.press("All as at first")
    shown.dialog.take_from(path)
    now = shown.preferences.settings
    assert (now.theme, now.text_size) == ("dark", 22)
    assert "2 settings changed." in shown.told()
    shown.press("Undo")
    assert shown.preferences.settings.theme == "system"


def test_a_file_that_cannot_be_taken_changes_nothing_and_says_why(
    shown: Opened, tmp_path: Path
) -> None:
    path = tmp_path / "bad.json"
    path.write_text('{"format": "pressmark-settings", "version": 1, "settings": {"theme": "pink"}}')
    before = shown.preferences.settings
    shown.dialog.take_from(path)
    assert shown.preferences.settings == before
    assert "“theme” cannot be pink." in shown.told()
    path.write_text("{}")
    shown.dialog.take_from(path)
    assert "holds no settings of Pressmark" in shown.told()
    shown.dialog.write_to(tmp_path / "gone" / "x.json")
    assert "gone" in shown.told()


def test_names_that_nobody_knows_are_told(shown: Opened, tmp_path: Path) -> None:
    path = tmp_path / "later.json"
    path.write_text('{"format": "pressmark-settings", "version": 1, "settings": {"later": 1}}')
    shown.dialog.take_from(path)
    assert "0 settings changed. Not known here: later." in shown.told()


def test_esc_empties_the_search_first_then_closes(shown: Opened) -> None:
    shown.dialog.search.setText("theme")
    QTest.keyClick(shown.dialog.search, Qt.Key.Key_Escape)
    assert shown.dialog.isVisible()
    QTest.keyClick(shown.dialog.search, Qt.Key.Key_Escape)
    assert not shown.dialog.isVisible()


def test_a_setting_is_gone_to(shown: Opened, qtbot: QtBot) -> None:
    with qtbot.waitActive(shown.dialog):
        shown.dialog.activateWindow()
    shown.dialog.go_to("text_size")
    assert shown.dialog.focusWidget() is shown.field(QSpinBox, "Text size")


def test_presets_of_exports_go_along(shown: Opened, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    weekly = {"weekly": ExportChoice(format="pdf")}
    write_presets(weekly)
    shown.dialog.write_to(path)
    write_presets({})
    shown.dialog.take_from(path)
    assert read_presets() == weekly
    assert "1 preset of exports." in shown.told()
    shown.press("Undo")
    assert read_presets() == {}
