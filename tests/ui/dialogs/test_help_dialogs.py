from PySide6.QtWidgets import QListWidget, QPlainTextEdit
from pytestqt.qtbot import QtBot

from pressmark.store.label_sets import default_label_set
from pressmark.ui.actions.table import ACTIONS
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.about import AboutDialog, components
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
    assert len(rows) == len(with_keys) + 4 + 1 + relations + 6  # labels, a fragment, by hand
    dialog = KeysDialog(groups, None)
    qtbot.addWidget(dialog)
    caps = {one.accessibleName() for one in dialog.findChildren(KeyCap)}
    assert {key for _, keys in rows for key in keys} <= caps
    assert {"1", "C", "N", "Ctrl+PgDown", "F11"} <= caps


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
