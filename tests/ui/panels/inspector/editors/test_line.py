import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pressmark.edits.annotations import SetAttributes
from pressmark.model.attribute import Attribute, Value
from pressmark.ui.panels.inspector.editors.editor import Surroundings
from pressmark.ui.panels.inspector.editors.kinds import make_editor
from pressmark.ui.panels.inspector.editors.line import LineEditor
from pressmark.ui.session import Session
from tests.ui.panels.in_memory import ANADOLU, hear, surroundings


@pytest.fixture
def around(session: Session) -> Surroundings:
    return surroundings(session)


def made(qtbot: QtBot, around: Surroundings, kind: str, limit: int | None = None) -> LineEditor:
    editor = make_editor(Attribute(id="x", title="X", kind=kind, max_length=limit), around)
    assert isinstance(editor, LineEditor)
    qtbot.addWidget(editor)
    editor.show()
    return editor


def write(qtbot: QtBot, editor: LineEditor, text: str) -> None:
    editor.field.line.selectAll()
    editor.field.line.insert(text)  # key events of a test can only type ASCII
    editor.field.line.setModified(True)
    qtbot.keyClick(editor.field.line, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("text", " A programme ", "A programme"),
        ("number", "12", 12),
        ("number", "-3.50", -3.5),
        ("date", "2024-05", "2024-05"),
    ],
)
def test_a_line_becomes_a_value(
    qtbot: QtBot, around: Surroundings, kind: str, text: str, value: Value
) -> None:
    editor = made(qtbot, around, kind)
    edited = hear(editor.edited)
    write(qtbot, editor, text)
    assert edited == [(value, ())]
    assert type(edited[0][0]) is type(value)


@pytest.mark.parametrize(
    ("kind", "text", "sentence"),
    [
        ("number", "twelve", "Write a number, such as 12 or 3.5."),
        ("number", "1e999", "Write a number, such as 12 or 3.5."),
        ("number", "1_000", "Write a number, such as 12 or 3.5."),
        ("number", "١٢", "Write a number, such as 12 or 3.5."),
        (
            "date",
            "5/6/2024",
            "Write a date as 2024, 2024-05 or 2024-05-27, as far as it is known.",
        ),
        ("text", "123456", "Write at most 5 characters."),
    ],
)
def test_what_does_not_fit_is_refused(
    qtbot: QtBot, around: Surroundings, kind: str, text: str, sentence: str
) -> None:
    editor = made(qtbot, around, kind, limit=5 if kind == "text" else None)
    edited = hear(editor.edited)
    write(qtbot, editor, text)
    assert edited == []
    assert editor.field.sentence.startswith(sentence)


def test_an_empty_line_is_no_value(qtbot: QtBot, around: Surroundings) -> None:
    editor = made(qtbot, around, "number")
    editor.show_value(0)
    assert editor.field.line.text() == "0"
    edited = hear(editor.edited)
    write(qtbot, editor, "")
    assert edited == [(None, ())]


@pytest.mark.parametrize("text", ["27 May 2024", "27.5.2024", "May 27, 2024"])
def test_a_date_may_be_written_as_people_do(qtbot: QtBot, around: Surroundings, text: str) -> None:
    editor = made(qtbot, around, "date")
    edited = hear(editor.edited)
    write(qtbot, editor, text)
    assert edited == [("2024-05-27", ())]


def test_what_it_was_before_is_completed_and_shown_at_down(qtbot: QtBot, anadolu: Session) -> None:
    for number, programme in enumerate(("DPRK", "Russia", "Russia")):
        edit = SetAttributes(ANADOLU, f"B{18 - number:02}", {"x": programme})
        anadolu.commit("Set", edit)
    editor = made(qtbot, surroundings(anadolu), "text")
    line = editor.field.line
    QApplication.sendEvent(line, QFocusEvent(QEvent.Type.FocusIn))
    qtbot.keyClick(line, Qt.Key.Key_Down)
    completer = line.completer()
    assert completer is not None
    offered = completer.completionModel()
    assert [offered.index(at, 0).data() for at in range(offered.rowCount())] == ["Russia", "DPRK"]
    assert completer.popup().isVisible()
    completer.popup().hide()
