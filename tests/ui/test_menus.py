"""The menus that the table of actions makes."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
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


def test_ctrl_enter_takes_the_note_over_and_leaves_the_article_as_it_is(desk: Desk) -> None:
    session = desk.session
    article = session.article
    assert article is not None
    annotation = article.annotations.in_order[0]
    session.activate(annotation.id)
    QApplication.processEvents()
    desk.inspector.write_note()
    note = desk.inspector.annotation.note
    QTest.keyClicks(note, "Ask the desk.")
    QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert session.undo_title == "Write note"
    assert session.article is not None
    assert session.article.head.state == article.head.state
