from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from pressmark.edits.articles import SetState
from pressmark.ui.panels.article_list import ArticleList
from pressmark.ui.session import Session
from pressmark.ui.widgets.plain_label import PlainLabel
from tests.ui.panels.in_memory import ANADOLU, UKRINFORM, hear, project_of, session_on


@pytest.fixture
def panel(session: Session, show: Callable[..., None]) -> ArticleList:
    made = ArticleList(session)
    show(made, 280)
    return made


def words(panel: ArticleList) -> set[str]:
    return {label.text() for label in panel.findChildren(PlainLabel) if label.isVisible()}


def click(qtbot: QtBot, panel: ArticleList, row: int, button: Qt.MouseButton) -> None:
    place = panel.view.visualRect(panel.view.model().index(row, 0)).center()
    qtbot.mouseClick(panel.view.viewport(), button, pos=place)


def test_a_click_opens_an_article(session: Session, panel: ArticleList, qtbot: QtBot) -> None:
    click(qtbot, panel, 1, Qt.MouseButton.LeftButton)
    assert session.article_id == ANADOLU


def test_arrow_keys_go_along_and_enter_opens(
    session: Session, panel: ArticleList, qtbot: QtBot
) -> None:
    session.open_article(UKRINFORM)
    entered = hear(panel.entered)
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert session.article_id == UKRINFORM
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert session.article_id == ANADOLU
    assert len(entered) == 1


def test_the_keys_begin_at_the_article_that_is_open(session: Session, panel: ArticleList) -> None:
    session.open_article(ANADOLU)
    assert panel.view.currentIndex().row() == 1


def test_the_filter_says_how_many_it_found(panel: ArticleList, qtbot: QtBot) -> None:
    assert "2" in words(panel)
    panel.focus_filter()
    assert panel.filter.hasFocus()
    qtbot.keyClicks(panel.filter, "anadolu")
    assert panel.order() == (ANADOLU,)
    assert "1 of 2" in words(panel)


def test_a_filter_that_finds_nothing_says_so(panel: ArticleList, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.filter, "zzz")
    assert "No article has these words in its title, source, keywords or date." in words(panel)
    assert not panel.view.isVisible()
    panel.filter.clear()
    assert panel.view.isVisible()


def test_the_foot_counts_what_is_complete(session: Session, panel: ArticleList) -> None:
    assert "0 of 2 done" in words(panel)
    session.commit("Mark article as done", SetState(ANADOLU, "me", "done"))
    assert "1 of 2 done" in words(panel)
    session.undo()
    assert "0 of 2 done" in words(panel)


def test_without_articles_it_says_how_to_begin(show: Callable[..., None], qtbot: QtBot) -> None:
    panel = ArticleList(session_on(project_of()))
    show(panel, 280)
    assert any("No articles yet" in sentence for sentence in words(panel))
    asked = hear(panel.import_asked)
    button = next(one for one in panel.findChildren(QPushButton) if one.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(asked) == 1


def test_without_a_project_it_is_empty(session: Session, panel: ArticleList) -> None:
    session.leave()
    assert panel.order() == ()
    assert not panel.filter.isEnabled()


def test_a_menu_is_asked_for_with_mouse_and_key(session: Session, panel: ArticleList) -> None:
    session.open_article(UKRINFORM)
    asked = hear(panel.menu_asked)
    place = panel.view.visualRect(panel.view.model().index(1, 0)).center()
    for reason, at in (
        (QContextMenuEvent.Reason.Mouse, place),
        (QContextMenuEvent.Reason.Keyboard, QPoint(0, 0)),
        (QContextMenuEvent.Reason.Mouse, QPoint(5, 700)),
    ):
        event = QContextMenuEvent(reason, at, panel.view.viewport().mapToGlobal(at))
        QApplication.sendEvent(panel.view.viewport(), event)
    assert [article_id for article_id, _place in asked] == [ANADOLU, UKRINFORM]
    assert session.article_id == UKRINFORM


def dropped(*urls: QUrl) -> QMimeData:
    offered = QMimeData()
    offered.setUrls(list(urls))
    return offered


@pytest.mark.parametrize(
    ("urls", "paths"),
    [
        (["file:///a.txt", "file:///b"], [Path("/a.txt"), Path("/b")]),
        (["https://example.org/a.txt"], []),
    ],
)
def test_files_can_be_dropped_and_addresses_are_left_to_others(
    panel: ArticleList, urls: list[str], paths: list[Path]
) -> None:
    heard = hear(panel.files_dropped)
    offered = dropped(*map(QUrl, urls))
    around = (Qt.DropAction.CopyAction, offered, Qt.MouseButton.LeftButton)
    enter = QDragEnterEvent(QPoint(9, 200), *around, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(panel, enter)
    assert enter.isAccepted() == bool(paths)
    if enter.isAccepted():
        drop = QDropEvent(QPointF(9, 200), *around, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(panel, drop)
    assert heard == ([(paths,)] if paths else [])


def test_the_pointer_over_a_row_opens_nothing(
    session: Session, panel: ArticleList, qtbot: QtBot
) -> None:
    session.open_article(UKRINFORM)
    for row in (0, 1):
        place = panel.view.visualRect(panel.view.model().index(row, 0)).center()
        qtbot.mouseMove(panel.view.viewport(), place)
        panel.view.entered.emit(panel.view.model().index(row, 0))
    assert session.article_id == UKRINFORM
