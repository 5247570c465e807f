from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pressmark.ui.panels.inspector.line_field import LineField
from tests.ui.panels.in_memory import hear


def refuse_digits(text: str) -> str:
    return "Write letters." if any(char.isdigit() for char in text) else ""


@pytest.fixture
def field(show: Callable[..., None]) -> LineField:
    made = LineField(refuse_digits, limit=12)
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(made)
    column.addWidget(LineField())
    made.show_text("before")
    show(page)
    made.setFocus()
    made.line.selectAll()
    return made


def test_enter_takes_over_without_blanks_at_the_ends(field: LineField, qtbot: QtBot) -> None:
    written = hear(field.written)
    qtbot.keyClicks(field.line, "  after ")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert written == [("after",)]
    assert field.line.text() == "after"


def test_leaving_takes_over(field: LineField, qtbot: QtBot) -> None:
    written = hear(field.written)
    qtbot.keyClicks(field.line, "after")
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert written == [("after",)]


def test_what_was_not_changed_is_not_written(field: LineField, qtbot: QtBot) -> None:
    written = hear(field.written)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    qtbot.keyClicks(field.line, " before ")
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert written == []


def test_escape_brings_back_what_was_there(field: LineField, qtbot: QtBot) -> None:
    written = hear(field.written)
    qtbot.keyClicks(field.line, "after")
    qtbot.keyClick(field.line, Qt.Key.Key_Escape)
    assert field.line.text() == "before"
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert written == []


def test_what_is_refused_stays_with_a_sentence_until_it_fits(
    field: LineField, qtbot: QtBot
) -> None:
    written = hear(field.written)
    qtbot.keyClicks(field.line, "abc1")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert written == []
    assert field.line.text() == "abc1"
    assert field.sentence == field.line.accessibleDescription() == "Write letters."
    assert field.line.property("invalid") is True
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert written == [("abc",)]
    assert field.sentence == ""
    assert field.line.property("invalid") is False


def test_characters_are_counted_as_code_points(field: LineField, qtbot: QtBot) -> None:
    written = hear(field.written)
    field.line.insert("\U0001f600" * 12)
    field.line.textEdited.emit(field.line.text())
    assert field.sentence == "12 of 12 characters"
    qtbot.keyClicks(field.line, "x")
    assert field.sentence == "13 of 12 characters"
    field.line.setModified(True)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.sentence == "Write at most 12 characters."
    assert written == []


def test_what_is_being_written_survives_a_refresh_but_not_another_value(
    field: LineField, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field.line, "unfinished")
    field.show_text("before")
    assert field.line.text() == "unfinished"
    field.show_text("undone")
    assert field.line.text() == "undone"
    qtbot.keyClicks(field.line, "again")
    field.show_text("undone", always=True)
    assert field.line.text() == "undone"


@pytest.fixture
def pausing(show: Callable[..., None]) -> LineField:
    made = LineField(refuse_digits, takes_pauses=True)
    made.show_text("before")
    show(made)
    made.setFocus()
    made.line.selectAll()
    return made


def test_a_pause_hands_over_what_fits_and_writing_goes_on(pausing: LineField, qtbot: QtBot) -> None:
    visit = pausing.visit
    pausing.written.connect(lambda text: pausing.show_text(text.upper()))  # as the project has it
    with qtbot.waitSignal(pausing.written) as heard:
        qtbot.keyClicks(pausing.line, "one ")
    assert heard.args == ["one"]
    assert pausing.shown == "ONE"
    qtbot.keyClicks(pausing.line, "two")
    assert pausing.line.text() == "one two"
    assert pausing.visit is visit
    qtbot.keyClick(pausing.line, Qt.Key.Key_Return)
    assert pausing.line.text() == "ONE TWO"
    assert pausing.visit is not visit


@pytest.mark.parametrize("text", ["half 1", "", "before"])
def test_a_pause_hands_over_nothing_that_is_no_value(
    pausing: LineField, qtbot: QtBot, text: str
) -> None:
    written = hear(pausing.written)
    qtbot.keyClick(pausing.line, Qt.Key.Key_Delete)
    qtbot.keyClicks(pausing.line, text)
    pausing.pause.timeout.emit()
    assert written == []
    assert pausing.sentence == ""


def test_what_a_pause_handed_over_is_not_written_again(pausing: LineField, qtbot: QtBot) -> None:
    written = hear(pausing.written)
    qtbot.keyClicks(pausing.line, "one")
    pausing.pause.timeout.emit()
    qtbot.keyClick(pausing.line, Qt.Key.Key_Return)
    assert written == [("one",)]


def test_escape_brings_back_what_was_there_before_the_pause(
    pausing: LineField, qtbot: QtBot
) -> None:
    written = hear(pausing.written)
    for word in ("one", "two"):
        qtbot.keyClicks(pausing.line, word)
        pausing.pause.timeout.emit()
    qtbot.keyClick(pausing.line, Qt.Key.Key_Escape)
    assert written == [("one",), ("onetwo",), ("before",)]
    assert pausing.line.text() == pausing.shown == "before"
