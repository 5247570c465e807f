from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QScrollArea
from pytestqt.qtbot import QtBot

from pressmark.store.label_sets import default_label_set
from pressmark.ui.actions.table import ACTIONS
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.about import AboutDialog, components
from pressmark.ui.dialogs.key_editor.key_editor import KeyEditor
from pressmark.ui.dialogs.keys import KeysDialog
from pressmark.ui.key_groups import key_groups
from pressmark.ui.widgets.key_cap import KeyCap
from tests.window import action


def test_every_key_is_shown(qtbot: QtBot) -> None:
    labels = default_label_set()
    groups = key_groups(labels, {})
    rows = [row for _, rows in groups for row in rows]
    with_keys = [one for one in ACTIONS if one.keys]
    relations = sum(bool(one.key) for one in labels.relations)
    assert len(rows) == len(with_keys) + 4 + 1 + relations + 6 + 7  # labels, a fragment, by hand
    dialog = KeysDialog(groups, None)
    dialog.show()
    qtbot.addWidget(dialog)
    caps = {one.accessibleName() for one in dialog.findChildren(KeyCap)}
    assert {key for _, keys in rows for key in keys} <= caps
    assert {"1", "C", "N", "Ctrl+PgDown", "F11"} <= caps


def test_keys_are_found_by_words_and_by_their_names(qtbot: QtBot) -> None:
    dialog = KeysDialog(key_groups(default_label_set(), {"find": "F9"}), None)
    qtbot.addWidget(dialog)
    dialog.show()

    def caps() -> list[str]:
        page = dialog.findChild(QScrollArea).widget()
        return [one.key for one in page.findChildren(KeyCap)]

    dialog.search.setText("edit find")
    assert caps() == ["F9", "Ctrl+Shift+F", "Ctrl+K"]
    dialog.search.setText("f9")
    assert caps() == ["F9"]
    dialog.search.setText("no such thing")
    assert caps() == []
    QTest.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert len(caps()) > 90
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    with qtbot.waitSignal(dialog.print_asked):
        QTest.keyClick(dialog, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


def test_the_keys_lead_to_where_they_are_changed(desk: Desk) -> None:
    action(desk, "keys").trigger()
    dialog = desk.window.findChild(KeysDialog)
    dialog.change_asked.emit()
    assert not dialog.isVisible()
    assert desk.window.findChild(KeyEditor).isVisible()


def test_every_component_shows_its_licence(qtbot: QtBot) -> None:
    dialog = AboutDialog(None)
    qtbot.addWidget(dialog)
    listed, text = dialog.findChild(QListWidget), dialog.findChild(QPlainTextEdit)
    assert listed is not None
    assert text is not None
    for row, component in enumerate(components()):
        listed.setCurrentRow(row)
        assert component.name in listed.item(row).text()
        assert len(text.toPlainText()) > 100


def test_help_opens_both_beside_the_work(desk: Desk) -> None:
    for name in ("keys", "about"):
        action(desk, name).trigger()
    shown = [one for one in desk.window.children() if isinstance(one, KeysDialog | AboutDialog)]
    assert len(shown) == 2
    for dialog in shown:
        dialog.close()
