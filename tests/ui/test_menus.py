"""The menus that the table of actions makes."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu

from pressmark.ui.desk import Desk


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
