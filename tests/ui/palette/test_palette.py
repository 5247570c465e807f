import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.preferences.preferences_dialog import PreferencesDialog
from pressmark.ui.palette.entries import entries, fitting
from pressmark.ui.palette.entry import Entry
from pressmark.ui.palette.palette_dialog import PaletteDialog
from tests.window import action


def entry(words: str, also: str = "") -> Entry:
    return Entry(words, "", "command", lambda: None, also)


def test_what_begins_so_comes_first_and_every_word_must_be_there() -> None:
    offered = [entry("Unexport"), entry("Copy for export"), entry("Export…"), entry("Import")]
    found = [one.words for one in fitting(offered, "EXPORT")]
    assert found == ["Export…", "Copy for export", "Unexport"]
    assert [one.words for one in fitting(offered, "for copy")] == ["Copy for export"]
    assert fitting(offered, "no such thing") == []
    assert fitting(offered, "  ") == offered


def test_aliases_find_what_has_them() -> None:
    assert fitting([entry("North Korea", "DPRK")], "dprk")


def test_everything_one_can_do_or_go_to_is_there(desk: Desk) -> None:
    offered = {(one.words, one.icon) for one in entries(desk)}
    assert ("Export", "command") in offered
    assert ("Find or run", "command") not in offered
    icons = [icon for _, icon in offered]
    assert icons.count("newspaper") == 2
    assert icons.count("highlighter") > 5
    assert icons.count("users") == 13
    assert ("Undo", "command") not in offered  # there is nothing to undo


def test_labels_and_attributes_are_there_while_an_annotation_is_active(desk: Desk) -> None:
    assert not fitting(entries(desk), "label denial")  # there is nothing to tag
    article = desk.session.article
    assert article is not None
    quote = next(one for one in article.annotations if one.label == "quote")
    desk.session.activate(quote.id)
    (speaker, *_) = fitting(entries(desk), "attribute speaker")
    assert (speaker.words, speaker.aside) == ("Attribute: Speaker", "Alt+1")
    (denial,) = fitting(entries(desk), "label denial")
    assert (denial.words, denial.aside) == ("Label: Denial", "4")
    denial.do()
    assert desk.session.annotation is not None
    assert desk.session.annotation.label == "denial"


def typed(qtbot: QtBot, desk: Desk, words: str, key: Qt.Key) -> None:
    """Open the palette as its keys do, type, and press a key; the dialog is modal."""

    def type_words() -> None:
        dialog = desk.window.findChild(PaletteDialog)
        QTest.keyClicks(dialog.field, words)
        QTest.keyClick(dialog.field, key)
        if dialog.isVisible():  # the key did not end it: do not wait for ever
            dialog.reject()

    QTimer.singleShot(0, type_words)
    action(desk, "palette").trigger()
    del qtbot


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_does_the_first_that_fits(desk: Desk, qtbot: QtBot, key: Qt.Key) -> None:
    second = desk.article_list.order()[1]
    typed(qtbot, desk, "several foreign ministers", key)
    assert desk.session.article_id == second


def test_an_entity_lists_what_names_it(desk: Desk, qtbot: QtBot) -> None:
    typed(qtbot, desk, "ukrinform organization", Qt.Key.Key_Return)
    typed(qtbot, desk, "joint statement on dprk", Qt.Key.Key_Return)
    panel = desk.finding.panel
    qtbot.waitUntil(lambda: not panel.rows.is_searching)
    assert desk.docks.open_id == "find"
    assert panel.rows.rowCount() > 2


def test_escape_leaves_everything_as_it_is(desk: Desk, qtbot: QtBot) -> None:
    before = desk.session.article_id
    typed(qtbot, desk, "", Qt.Key.Key_Escape)
    assert desk.session.article_id == before


def test_settings_are_picked_or_gone_to(desk: Desk) -> None:
    found = fitting(entries(desk), "theme")
    assert [(one.words, one.aside) for one in found] == [
        ("Theme: As the system", "now"),
        ("Theme: Light", ""),
        ("Theme: Dark", ""),
    ]
    found[2].do()
    assert desk.preferences.settings.theme == "dark"
    (single,) = fitting(entries(desk), "single keys")[:1]
    assert single.aside == "on"
    single.do()
    assert not desk.preferences.settings.single_keys
    (size,) = fitting(entries(desk), "text size")[:1]
    assert (size.words, size.aside) == ("Text size…", "19 px")
    size.do()
    dialog = desk.window.findChild(PreferencesDialog)
    assert dialog.focusWidget().accessibleName() == "Text size"
    dialog.close()


def test_each_setting_is_offered_once(desk: Desk) -> None:
    words = [one.words for one in entries(desk) if one.icon in {"command", "settings"}]
    assert len(words) == len(set(words))
    assert "State: Done" in words


def test_the_box_is_as_high_as_what_it_lists(desk: Desk, qtbot: QtBot) -> None:
    dialog = PaletteDialog(tuple(entries(desk)), desk.window)
    qtbot.addWidget(dialog)
    full = dialog.height()
    dialog.field.setText("theme")
    assert dialog.height() < full / 2
    assert dialog.list.height() >= 3 * 32
    dialog.field.setText("no such thing")
    assert dialog.height() < 100
    dialog.field.clear()
    assert dialog.height() == full
