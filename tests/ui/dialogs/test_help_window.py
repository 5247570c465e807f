from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from pressmark.store.help_pages import PAGES, Piece, help_pages
from pressmark.ui import guide
from pressmark.ui.actions.table import ACTIONS
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.help.help_window import HelpWindow
from pressmark.ui.dialogs.keys import KeysDialog
from pressmark.ui.told_actions import told
from tests.window import action, opened


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    with opened(qtbot) as made:
        yield made


def help_window(desk: Desk) -> HelpWindow:
    found = desk.window.findChild(HelpWindow)
    assert found is not None
    return found


def test_every_action_that_a_page_names_is_there() -> None:
    ids = {row.id for row in ACTIONS}
    pieces = [piece for page in help_pages("en") for block in page.blocks for piece in block.pieces]
    assert {one.words for one in pieces if one.kind in ("key", "do")} <= ids


def test_keys_are_those_of_the_present() -> None:
    assert told("undo", {}).keys == "Ctrl+Z"
    assert told("undo", {"undo": "F12"}).keys == "F12"
    assert told("undo", {"undo": ""}).keys == "Edit › Undo"


def test_pages_are_listed_searched_and_left_again(desk: Desk) -> None:
    action(desk, "contents").trigger()
    shown = help_window(desk)
    assert shown.page.id == "start"
    assert "Ctrl+Z" in shown.text.toPlainText()
    shown.search.setText("carried corrected")
    assert shown.page.id == "start", "no page has both, so the one that is read stays"
    shown.search.setText("regular expressions")
    assert shown.page.id == "finding"
    assert shown.text.extraSelections()
    shown.go_back()
    assert shown.page.id == "start"
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_links_are_followed_by_keys(desk: Desk) -> None:
    desk.guide.show_contents()
    shown = help_window(desk)
    shown.show_page("zones")
    shown.text.setFocus()
    QTest.keyClick(shown.text, Qt.Key.Key_Tab)
    assert shown.text.textCursor().selectedText() == "Worth a look"
    QTest.keyClick(shown.text, Qt.Key.Key_Return)
    assert shown.page.id == "checks"


def test_a_link_does_what_it_names(desk: Desk) -> None:
    desk.guide.show_contents()
    shown = help_window(desk)
    shown.text.followed.emit(Piece("do", "entities"))
    assert desk.docks.open_id == "entities"
    desk.session.leave()
    shown.text.followed.emit(Piece("do", "export"))
    assert "cannot be done" in shown._foot.text()


def test_the_page_is_about_where_one_is(desk: Desk) -> None:
    assert desk.guide.page_here() == "reading"
    action(desk, "checks").trigger()
    assert desk.guide.page_here() == "checks"
    desk.docks.close_dock()
    desk.article_list.view.setFocus()
    assert desk.guide.page_here() == "exchange"


def test_words_of_a_page_are_words(desk: Desk) -> None:
    desk.guide.show_contents()
    text = help_window(desk).text
    assert isinstance(text, QTextEdit)
    assert text.isReadOnly()
    assert text.accessibleName()


def test_a_dialog_has_the_key_for_its_page(desk: Desk, qtbot: QtBot) -> None:
    action(desk, "keys").trigger()
    dialog = desk.window.findChild(KeysDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    shown = dialog.findChild(HelpWindow)
    assert shown is not None
    assert shown.page.id == "keys"
    shown.text.followed.emit(Piece("do", "export"))
    assert "cannot be done" in shown._foot.text()
    shown.reject()
    dialog.reject()


def test_every_page_about_a_place_is_there() -> None:
    pages = {*guide._OF_DOCKS.values(), *guide._OF_DIALOGS.values()}
    assert pages <= set(PAGES)
