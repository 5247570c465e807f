"""Two articles side by side, each as usable as one alone, with the keys and with the mouse."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressmark.model.article import Article
from pressmark.ui.desk import Desk
from pressmark.ui.reading.article_view import ArticleView
from tests.journeys.conftest import Start
from tests.window import action

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def views(desk: Desk) -> tuple[ArticleView, ArticleView]:
    left, right = desk.sides.views
    return left, right


def article(desk: Desk) -> Article:
    assert desk.session.article is not None
    return desk.session.article


def press(desk: Desk, key: Qt.Key, keys: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(desk.window.focusWidget() or desk.window, key, keys)


def test_both_sides_are_read_and_tagged(start: Start, project: Path) -> None:
    with start(project) as desk:
        first, second = desk.article_list.order()
        QTest.keyClick(desk.view, Qt.Key.Key_F6)
        assert desk.sides.articles == (first, second)
        left, right = views(desk)
        assert left.hasFocus()
        assert desk.session.article_id == first

        QTest.keyClick(left, Qt.Key.Key_N)
        kept = desk.session.annotation
        assert kept is not None

        press(desk, Qt.Key.Key_F6)
        assert right.hasFocus()
        assert desk.view is right
        assert desk.session.article_id == second
        assert desk.session.annotation is None
        assert left.active == kept

        before = len(article(desk).annotations)
        start_at = right.text.index("Friday")
        right.set_caret(start_at + 2)
        QTest.keyClick(right, Qt.Key.Key_E)
        QTest.keyClick(right, Qt.Key.Key_1)
        made = desk.session.annotation
        assert made is not None
        assert made.text == ("Friday",)
        assert len(article(desk).annotations) == before + 1
        assert right.active == made

        press(desk, Qt.Key.Key_F6)
        assert left.hasFocus()
        assert desk.session.annotation == kept
        assert right.active == made

        desk.session.undo()
        assert desk.sides.articles == (first, second)
        assert desk.session.article_id == second
        assert right.hasFocus()
        assert len(article(desk).annotations) == before


def test_a_click_goes_to_the_side_and_begins_a_selection_at_once(
    start: Start, project: Path
) -> None:
    with start(project) as desk:
        _first, second = desk.article_list.order()
        action(desk, "side-by-side").trigger()
        left, right = views(desk)
        desk.view.select(0, 5)
        at = right.text.index("foreign ministers")
        right.set_caret(at)
        point = right.cursorRect().center() + QPoint(4, 0)
        assert left.hasFocus()
        QTest.mousePress(right.viewport(), Qt.MouseButton.LeftButton, pos=point)
        QTest.mouseMove(right.viewport(), point + QPoint(30, 0))
        QTest.mouseRelease(right.viewport(), Qt.MouseButton.LeftButton, pos=point + QPoint(30, 0))
        assert desk.session.article_id == second
        assert right.hasFocus()
        assert right.selected() is not None
        assert left.selected() is not None


def test_articles_are_opened_on_the_other_side_from_the_list(
    start: Start, project: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        first, second = desk.article_list.order()
        rows = desk.article_list.view
        rows.setFocus()
        qtbot.keyClick(rows, Qt.Key.Key_Down)
        qtbot.keyClick(rows, Qt.Key.Key_Return, SHIFT)
        assert desk.sides.articles == (first, second)
        assert desk.session.article_id == first

        # What is on the other side already is gone to, not opened twice.
        qtbot.keyClick(rows, Qt.Key.Key_Return)
        assert desk.session.article_id == second
        assert desk.sides.articles == (first, second)
        assert desk.view.hasFocus()

        desk.articles.open_next()
        assert desk.notices.text == "This is the last article of the list."
        assert desk.sides.articles == (first, second)


def test_the_sides_change_places(start: Start, project: Path) -> None:
    with start(project) as desk:
        first, second = desk.article_list.order()
        action(desk, "move-over").trigger()
        assert desk.sides.articles == (second, first)
        assert desk.session.article_id == second
        action(desk, "move-over").trigger()
        assert desk.sides.articles == (first, second)


def test_the_article_that_is_read_stays_alone(start: Start, project: Path) -> None:
    with start(project) as desk:
        _first, second = desk.article_list.order()
        action(desk, "side-by-side").trigger()
        action(desk, "turn").trigger()
        QTest.keyClick(desk.view, Qt.Key.Key_N)
        active, caret = desk.session.annotation, desk.view.caret()
        action(desk, "side-by-side").trigger()
        assert desk.sides.articles == (second,)
        assert desk.session.article_id == second
        assert desk.session.annotation == active == desk.view.active
        assert desk.view.caret() == caret
        assert desk.view.hasFocus()


def test_what_is_removed_leaves_its_side_empty(start: Start, project: Path) -> None:
    with start(project) as desk:
        first, second = desk.article_list.order()
        action(desk, "side-by-side").trigger()
        action(desk, "remove-article").trigger()
        assert desk.sides.articles == ("", second)
        assert desk.session.article_id == second
        desk.session.undo()
        assert desk.session.article_id == first


def test_changes_are_seen_on_both_sides(start: Start, project: Path) -> None:
    with start(project) as desk:
        first, second = desk.article_list.order()
        action(desk, "side-by-side").trigger()
        desk.article_list.view.selectAll()
        action(desk, "state-done").trigger()
        states = [desk.session.project.articles[one].head.states for one in (first, second)]
        assert {one[desk.session.annotator_id] for one in states} == {"done"}
        # The focus in the text ends what was chosen in the list.
        assert desk.article_list.chosen.ids == (first, second)
        desk.article_list.view.setFocus()
        desk.view.setFocus()
        assert desk.article_list.chosen.ids == ()


def test_it_is_so_again_at_the_next_start(start: Start, project: Path) -> None:
    with start(project) as desk:
        first, second = desk.article_list.order()
        action(desk, "side-by-side").trigger()
    with start() as desk:
        assert desk.sides.articles == (first, second)
        assert desk.session.article_id == first
        action(desk, "side-by-side").trigger()
    with start() as desk:
        assert desk.sides.articles == (first,)
