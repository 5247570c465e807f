from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pressmark.ui.panels.inspector.line_field import LineField
from pressmark.ui.panels.inspector.note_field import NoteField

CTRL = Qt.KeyboardModifier.ControlModifier


def wants(field: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> bool:
    """Say whether a field keeps a shortcut of the window for itself."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


@pytest.fixture(params=["line", "note"])
def field(request: pytest.FixtureRequest, show: Callable[..., None]) -> QWidget:
    if request.param == "line":
        made = LineField()
        show(made)
        return made.line
    note = NoteField()
    show(note)
    return note


def test_letters_are_taken_back_in_the_field_and_steps_in_the_project(
    field: QWidget, qtbot: QtBot
) -> None:
    assert not wants(field, Qt.Key.Key_Z)
    qtbot.keyClicks(field, "abc")
    assert wants(field, Qt.Key.Key_Z)
    assert not wants(field, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(field, Qt.Key.Key_Return, CTRL)
    assert not wants(field, Qt.Key.Key_Z)


def test_other_shortcuts_of_editing_stay_with_the_field(field: QWidget) -> None:
    assert wants(field, Qt.Key.Key_A)
    assert wants(field, Qt.Key.Key_V)
