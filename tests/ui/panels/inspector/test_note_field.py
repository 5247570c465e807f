from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pressmark.ui.panels.inspector.note_field import NoteField
from tests.ui.panels.in_memory import hear


@pytest.fixture
def note(show: Callable[..., None]) -> NoteField:
    made = NoteField()
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(made)
    column.addWidget(QLineEdit())
    column.addStretch()
    made.show_text("before")
    show(page)
    made.setFocus()
    made.selectAll()
    return made


def test_enter_begins_a_line_and_with_ctrl_takes_over(note: NoteField, qtbot: QtBot) -> None:
    written = hear(note.written)
    qtbot.keyClicks(note, "one")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    qtbot.keyClicks(note, "two ")
    assert written == []
    qtbot.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert written == [("one\ntwo",)]


def test_a_pause_takes_over_and_writing_goes_on(note: NoteField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(note.written) as heard:
        qtbot.keyClicks(note, "one ")
    assert heard.args == ["one"]
    note.show_text("one")  # what the project holds now
    qtbot.keyClicks(note, "two")
    assert note.toPlainText() == "one two"


def test_leaving_takes_over_once(note: NoteField, qtbot: QtBot) -> None:
    written = hear(note.written)
    qtbot.keyClicks(note, "after")
    qtbot.keyClick(note, Qt.Key.Key_Tab)
    note.setFocus()
    qtbot.keyClick(note, Qt.Key.Key_Tab)
    assert written == [("after",)]


def test_escape_leaves_and_loses_nothing(note: NoteField, qtbot: QtBot) -> None:
    written = hear(note.written)
    qtbot.keyClicks(note, "after")
    qtbot.keyClick(note, Qt.Key.Key_Escape)
    assert written == [("after",)]
    note.clearFocus()
    assert written == [("after",)]


def test_what_is_being_written_survives_a_refresh_but_not_another_note(
    note: NoteField, qtbot: QtBot
) -> None:
    qtbot.keyClicks(note, "unfinished")
    note.show_text("before")
    assert note.toPlainText() == "unfinished"
    note.show_text("undone")
    assert note.toPlainText() == "undone"
    qtbot.keyClicks(note, "again")
    note.show_text("undone", always=True)
    assert note.toPlainText() == "undone"


def test_it_is_as_high_as_its_text_within_limits(note: NoteField, qtbot: QtBot) -> None:
    one = note.height()
    note.show_text("\n".join("line" for _ in range(5)))
    qtbot.waitUntil(lambda: note.height() > 3 * (one - 14))
    assert note.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    note.show_text("\n".join("line" for _ in range(200)))
    qtbot.waitUntil(lambda: note.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    assert note.height() < 12 * one
    note.show_text("a long line that needs more room than there is in one " * 3)
    qtbot.waitUntil(lambda: 2 * (one - 14) < note.height() < 8 * one)
