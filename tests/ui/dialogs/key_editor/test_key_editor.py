import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from pressmark.store.label_sets import default_label_set
from pressmark.ui.actions.table import ACTIONS
from pressmark.ui.dialogs.key_editor.key_editor import KeyEditor
from pressmark.ui.preferences import Preferences
from pressmark.ui.widgets.plain_label import PlainLabel

CTRL, ALT_GR = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.GroupSwitchModifier


@pytest.fixture
def editor(qtbot: QtBot, home: object) -> KeyEditor:
    del home
    made = KeyEditor(Preferences(), default_label_set(), None, None)
    qtbot.addWidget(made)
    made.show()
    return made


def keys(editor: KeyEditor) -> dict[str, str]:
    return dict(editor._preferences.settings.keys)


def told(editor: KeyEditor) -> str:
    return " ".join(one.text() for one in editor.page.findChildren(PlainLabel) if one.isVisible())


def button(editor: KeyEditor, words: str) -> QPushButton:
    return next(one for one in editor.findChildren(QPushButton) if one.text() == words)


def test_every_action_and_label_is_listed(editor: KeyEditor) -> None:
    listed = {row.id for row in editor.list.rows}
    assert {row.id for row in ACTIONS} <= listed
    assert {"label claim", "attribute quote speaker"} <= listed


def test_rows_are_found_by_words_and_by_pressing_a_key(editor: KeyEditor) -> None:
    editor.search.setText("annotation next")
    assert [row.id for row in editor.list.rows][:1] == ["next"]
    editor.search.clear()
    QTest.keyClick(editor.finder, Qt.Key.Key_E, CTRL)
    assert [row.id for row in editor.list.rows] == ["export"]
    editor.finder.clear()
    assert len(editor.list.rows) > len(ACTIONS)
    editor.search.setText("no such thing")
    assert editor.list.rows == []


def test_a_key_is_changed_by_pressing_it_and_put_back(editor: KeyEditor) -> None:
    editor.choose("next")
    QTest.keyClick(editor.list, Qt.Key.Key_Return)
    assert editor.focusWidget() is editor.page.field
    QTest.keyClick(editor.page.field, Qt.Key.Key_G)
    assert keys(editor) == {"next": "G"}
    assert editor.list.row_now is not None
    assert editor.list.row_now.is_changed
    QTest.keyClick(editor.page.further, Qt.Key.Key_F9)
    assert keys(editor) == {"next": "G; F9"}
    button(editor, "No key").click()
    assert keys(editor) == {"next": ""}
    button(editor, "As at first").click()
    assert keys(editor) == {}


def test_a_clash_is_refused_by_naming_the_other_and_leads_to_it(editor: KeyEditor) -> None:
    editor.choose("find")
    QTest.keyClick(editor.page.field, Qt.Key.Key_E, CTRL)
    assert keys(editor) == {}
    assert "Ctrl+E is the key of Export." in told(editor)
    button(editor, "Show that one").click()
    assert editor.list.row_now is not None
    assert editor.list.row_now.id == "export"


def test_a_key_that_types_a_sign_is_refused(editor: KeyEditor) -> None:
    editor.choose("next")
    at = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_At, ALT_GR, "@")
    QApplication.sendEvent(editor.page.field, at)
    dead = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Dead_Acute, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(editor.page.field, dead)
    assert keys(editor) == {}
    assert "This key types a sign" in told(editor)


def test_the_keys_of_a_label_lead_to_its_page(qtbot: QtBot, home: object) -> None:
    del home
    asked: list[str] = []
    made = KeyEditor(Preferences(), default_label_set(), asked.append, None)
    qtbot.addWidget(made)
    made.show()
    made.choose("attribute quote speaker")
    button(made, "Label set…").click()
    assert asked == ["quote"]
    assert not made.isVisible()


def test_the_keys_of_labels_are_only_shown(editor: KeyEditor) -> None:
    editor.choose("label claim")
    assert "label set of the project" in told(editor)
    assert not editor.page.field.isVisible()


def test_all_is_put_back_and_taken_back(editor: KeyEditor) -> None:
    editor._preferences.choose(keys={"next": "G"})
    button(editor, "All as at first").click()
    assert keys(editor) == {}
    button(editor, "Undo").click()
    assert keys(editor) == {"next": "G"}


def test_a_key_that_a_label_has_too_is_marked(editor: KeyEditor) -> None:
    editor._preferences.choose(keys={"next": "1"})
    row = next(one for one in editor.list.rows if one.id == "next")
    assert row.trouble.startswith("1 is the key of the label Claim")
    assert row.keys == (QKeySequence("1"),)


def test_tab_and_esc_lead_on(editor: KeyEditor) -> None:
    editor.choose("next")
    editor.page.field.setFocus()
    QTest.keyClick(editor.page.field, Qt.Key.Key_Tab)
    assert editor.focusWidget() is editor.page.further
    QTest.keyClick(editor.page.further, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert keys(editor) == {}
