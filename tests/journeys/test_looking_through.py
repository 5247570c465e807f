"""Somebody looks through what is worth a look, by keys alone, and asks the help about it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pressmark.edits.additions import addition
from pressmark.edits.annotations import SetAttributes
from pressmark.model.span import Span
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.help.help_window import HelpWindow
from tests.journeys.conftest import Start
from tests.typist import CTRL, SHIFT, Typist

KEY = Qt.Key


@pytest.fixture
def desk(start: Start, project: Path, qtbot: QtBot) -> Iterator[Desk]:
    """Return the window on a copy of the example, with the keys going to the article."""
    with start(project) as made:
        with qtbot.waitActive(made.window):
            made.window.activateWindow()
        made.view.setFocus()
        yield made


def spoil(desk: Desk) -> None:
    """Leave three things that are worth a look: a cut word, no speaker, a relation to nothing."""
    article = desk.session.article
    assert article is not None
    cut = article.text.index("top diplomats") + 1
    edit = addition(
        desk.session.project, article.head.id, "claim", (Span(cut, cut + 8),), desk.session.stamp()
    )
    desk.session.commit("Tag", edit)
    quote = next(one for one in article.annotations if one.label == "quote")
    desk.session.commit("Set", SetAttributes(article.head.id, quote.id, {"speaker": None}))


def listed(desk: Desk, qtbot: QtBot) -> list[str]:
    rows = desk.checking.panel.rows
    qtbot.waitUntil(lambda: not rows.is_searching)
    return sorted(one.finding.code for one in rows.all())


def test_findings_are_gone_through_and_mended_by_two_keys(desk: Desk, qtbot: QtBot) -> None:
    spoil(desk)
    before = desk.session.project
    typist = Typist(desk)
    desk.view.setFocus()
    typist.press(KEY.Key_F7, SHIFT)
    assert listed(desk, qtbot) == ["no-actor", "ragged"]
    typist.press(KEY.Key_F7, SHIFT)
    assert desk.session.annotation is not None
    for left in (1, 0):
        typist.press(KEY.Key_F7, CTRL)
        assert len(listed(desk, qtbot)) == left
    typist.press(KEY.Key_Escape)
    assert desk.docks.open_id == ""
    assert desk.window.focusWidget() is desk.view
    typist.press(KEY.Key_Z, CTRL, times=2)
    assert desk.session.project.articles == before.articles


def test_mending_from_the_list_goes_on_to_the_next(desk: Desk, qtbot: QtBot) -> None:
    spoil(desk)
    typist = Typist(desk)
    typist.press(KEY.Key_F7)
    listed(desk, qtbot)
    typist.press(KEY.Key_Down)
    typist.press(KEY.Key_M)
    assert len(listed(desk, qtbot)) == 1
    qtbot.waitUntil(lambda: desk.checking.panel.list.currentIndex().row() == 0)
    typist.press(KEY.Key_M)
    assert listed(desk, qtbot) == []


def test_the_help_tells_of_it_and_leads_there(desk: Desk, qtbot: QtBot) -> None:
    typist = Typist(desk)
    typist.press(KEY.Key_F7)
    listed(desk, qtbot)
    typist.press(KEY.Key_F1, SHIFT)
    shown = desk.window.findChild(HelpWindow)
    assert shown is not None
    assert shown.page.id == "checks"
    assert "Shift+F7" in shown.text.toPlainText()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is shown.text)
    typist.press(KEY.Key_Escape)
    assert not shown.isVisible()
