"""The menus that the table of actions makes."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from pressmark.ui.desk import Desk
from tests.window import action


def test_the_context_menu_opens_again_and_again(desk: Desk) -> None:
    article = desk.session.article
    assert article is not None
    innermost_first = tuple(one.id for one in list(article.annotations.in_order)[:2])
    for _ in range(3):
        desk.view.menu_asked.emit(QPoint(10, 10), innermost_first)
        shown = QApplication.activePopupWidget()
        assert isinstance(shown, QMenu)
        assert any(action.menu() for action in shown.actions())
        shown.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_note_keeps_ctrl_enter_from_finishing_the_article(desk: Desk) -> None:
    key = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    key.ignore()
    QApplication.sendEvent(desk.inspector.annotation.note, key)
    assert key.isAccepted()


def test_rows_that_come_and_go_are_there_when_their_menu_opens(desk: Desk) -> None:
    menus = {menu.title(): menu for menu in desk.window.findChildren(QMenu)}
    menus["A&nnotation"].aboutToShow.emit()
    labels = desk.session.project.label_set.labels
    shown = menus["&Label"].actions()
    assert [one.text() for one in shown] == [label.title for label in labels]
    assert menus["&Label"].isEnabled()


def test_single_keys_can_be_switched_off(desk: Desk, qtbot: QtBot) -> None:
    view, kept = desk.view, action(desk, "remove").shortcuts()
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    view.setFocus()
    article = desk.session.article
    assert article is not None
    first, *_ = article.annotations.in_order
    desk.session.activate(first.id)
    action(desk, "single-keys").trigger()
    assert not desk.preferences.settings.single_keys
    for key in (Qt.Key.Key_N, Qt.Key.Key_4, Qt.Key.Key_BracketRight, Qt.Key.Key_F):
        QTest.keyClick(view, key)
    assert desk.session.annotation == first
    assert action(desk, "remove").shortcuts() == kept
    assert "(N)" not in action(desk, "next").toolTip()
    action(desk, "single-keys").trigger()
    QTest.keyClick(view, Qt.Key.Key_N)
    assert desk.session.annotation != first


def test_the_letters_of_an_open_menu_are_no_keys_of_the_article(desk: Desk) -> None:
    def takes_over(widget: QWidget) -> bool:
        none = Qt.KeyboardModifier.NoModifier
        key = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_B, none)
        key.ignore()
        QApplication.sendEvent(widget, key)
        return key.isAccepted()

    assert not takes_over(desk.view)
    menu = next(one for one in desk.window.findChildren(QMenu) if one.title() == "&File")
    menu.popup(QPoint(10, 10))
    assert takes_over(desk.view)  # some systems ask the one, some the other
    assert takes_over(menu)
    menu.close()
    assert not takes_over(desk.view)
