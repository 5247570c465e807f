from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pressmark.edits.articles import AddArticle, DescribeArticle
from pressmark.ui.panels.article_list import ArticleList
from pressmark.ui.session import Session
from tests.ui.panels.in_memory import ANADOLU, UKRINFORM, article

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def panel(session: Session, show: Callable[..., None]) -> ArticleList:
    session.commit("Import", *(AddArticle(article(f"n{at}", title=f"N{at}")) for at in range(4)))
    session.open_article(UKRINFORM)
    made = ArticleList(session)
    show(made, 280)
    made.view.setFocus()
    return made


def click(qtbot: QtBot, panel: ArticleList, row: int, keys: Qt.KeyboardModifier) -> None:
    place = panel.view.visualRect(panel.view.model().index(row, 0)).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, keys, place)


def test_ctrl_and_shift_choose_and_open_nothing(
    session: Session, panel: ArticleList, qtbot: QtBot
) -> None:
    click(qtbot, panel, 2, CTRL)
    assert panel.chosen.ids == (UKRINFORM, "n0")
    click(qtbot, panel, 4, SHIFT)
    assert panel.chosen.ids == (UKRINFORM, "n0", "n1", "n2")
    assert session.article_id == UKRINFORM
    click(qtbot, panel, 1, Qt.KeyboardModifier.NoModifier)
    assert panel.chosen.ids == ()
    assert session.article_id == ANADOLU


def test_the_keys_choose_too(panel: ArticleList, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.view, Qt.Key.Key_Down, SHIFT)
    assert panel.chosen.ids == (UKRINFORM, ANADOLU)
    qtbot.keyClick(panel.view, Qt.Key.Key_A, CTRL)
    assert len(panel.chosen.ids) == 6
    qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    assert panel.chosen.ids == ()


def test_what_is_chosen_stays_so_however_the_list_is_arranged(
    session: Session, panel: ArticleList, qtbot: QtBot
) -> None:
    qtbot.keyClick(panel.view, Qt.Key.Key_Down, SHIFT)
    panel.arrange("title", frozenset())
    assert set(panel.chosen.ids) == {UKRINFORM, ANADOLU}
    session.commit("Describe", DescribeArticle(ANADOLU, {"title": "AAA"}))
    assert set(panel.chosen.ids) == {UKRINFORM, ANADOLU}
    assert len(panel.view.selectionModel().selectedRows()) == 2


def test_what_is_no_longer_listed_is_no_longer_chosen(
    session: Session, panel: ArticleList, qtbot: QtBot
) -> None:
    qtbot.keyClick(panel.view, Qt.Key.Key_A, CTRL)
    panel.filter.setText("N")
    panel.arrange("imported", frozenset({("annotations", "none")}))
    assert panel.chosen.ids == ("n0", "n1", "n2", "n3")
    session.undo()
    assert panel.chosen.ids == ()


def test_opening_an_article_ends_it(session: Session, panel: ArticleList, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.view, Qt.Key.Key_A, CTRL)
    session.open_article("n2")
    assert panel.chosen.ids == ()
    assert len(panel.view.selectionModel().selectedRows()) == 1
