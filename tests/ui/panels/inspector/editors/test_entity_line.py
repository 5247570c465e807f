from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from pressmark.ui.panels.inspector.editors.entity_line import EntityLine
from pressmark.ui.session import Session
from tests.ui.panels.in_memory import hear


@pytest.fixture
def line(session: Session, show: Callable[..., None]) -> EntityLine:
    made = EntityLine()
    show(made, 200, 40)
    made.offer(session.project)
    made.setFocus()
    return made


def offered(line: EntityLine) -> list[str]:
    model = line.completer().completionModel()
    return [model.index(row, 0, QModelIndex()).data() for row in range(model.rowCount())]


def test_names_and_aliases_are_offered_wherever_they_hold_the_letters(
    line: EntityLine, qtbot: QtBot
) -> None:
    qtbot.keyClicks(line, "kore")
    assert "North Korea" in offered(line)
    assert "Nine North Korean individuals and entities listed by the EU" in offered(line)
    assert "Russia" not in offered(line)
    line.completer().popup().hide()


def test_picking_a_completion_takes_its_entity_once(line: EntityLine, qtbot: QtBot) -> None:
    chosen, named = hear(line.chosen), hear(line.named)
    qtbot.keyClicks(line, "mosc")
    popup = line.completer().popup()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(chosen))
    qtbot.wait(0)
    assert chosen == [("russia",)]
    assert named == []


def test_enter_on_an_empty_line_names_nobody(line: EntityLine, qtbot: QtBot) -> None:
    chosen, named = hear(line.chosen), hear(line.named)
    qtbot.keyClicks(line, "   ")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert chosen == named == []


def test_going_elsewhere_leaves(line: EntityLine) -> None:
    left = hear(line.left)
    line.clearFocus()
    assert len(left) == 1


def test_down_shows_all_and_those_named_before_come_first(
    line: EntityLine, session: Session, qtbot: QtBot
) -> None:
    line.offer(session.project, ("russia", "kim-yo-jong"))
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert offered(line)[:3] == ["Moscow", "Russia", "Kim Yo-jong"]
    assert line.completer().popup().isVisible()
    line.completer().popup().hide()
