from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from pressmark.edits.annotations import MoveAnnotation
from pressmark.model.span import Span
from pressmark.ui.desk import Desk
from tests.window import action

CTRL = Qt.KeyboardModifier.ControlModifier


def copied() -> str:
    return QGuiApplication.clipboard().text()


def test_the_selection_is_copied_as_it_is_stored(desk: Desk) -> None:
    desk.view.select(0, 20)
    QTest.keyClick(desk.view, Qt.Key.Key_C, CTRL)
    assert copied() == desk.view.text[:20]


def test_a_citation_says_where_the_words_stand(desk: Desk) -> None:
    begin = desk.view.text.index("jointly condemned")
    desk.view.select(begin, begin + 17)
    action(desk, "cite").trigger()
    assert copied().startswith("“jointly condemned” (Ukrinform, “")


def test_without_a_selection_the_active_annotation_is_meant_with_its_gaps(desk: Desk) -> None:
    article = desk.session.article
    assert article is not None
    one = article.annotations.in_order[0]
    start, end = one.span
    gaps = (Span(start, start + 3), Span(end - 3, end))
    desk.session.commit("Move", MoveAnnotation(article.head.id, one.id, gaps))
    desk.session.activate(one.id)
    desk.copying.copy_citation()
    assert f"{article.text[start : start + 3]} […] " in copied()


def test_nothing_to_copy_leaves_the_clipboard_alone(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("before")
    desk.session.activate("")
    desk.view.set_caret(0)
    desk.copying.copy()
    assert copied() == "before"
