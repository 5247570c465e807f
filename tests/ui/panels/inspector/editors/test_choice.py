from dataclasses import replace
from types import MappingProxyType

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pressmark.model.attribute import Attribute
from pressmark.ui.panels.inspector.editors.choice import ChoiceEditor, SeveralChoicesEditor
from pressmark.ui.panels.inspector.editors.editor import Surroundings
from pressmark.ui.panels.inspector.editors.flag import FlagEditor
from pressmark.ui.panels.inspector.editors.kinds import make_editor
from pressmark.ui.session import Session
from tests.ui.panels.in_memory import hear, surroundings


@pytest.fixture
def around(session: Session) -> Surroundings:
    return surroundings(session)


@pytest.fixture
def one(qtbot: QtBot, around: Surroundings) -> ChoiceEditor:
    attribute = Attribute(id="x", title="X", kind="choice", values=("one-thing", "other"))
    editor = make_editor(attribute, around)
    assert isinstance(editor, ChoiceEditor)
    qtbot.addWidget(editor)
    editor.show()
    return editor


@pytest.fixture
def several(qtbot: QtBot, around: Surroundings) -> SeveralChoicesEditor:
    attribute = Attribute(id="x", title="X", kind="choice", values=("a", "b", "c"), several=True)
    editor = make_editor(attribute, around)
    assert isinstance(editor, SeveralChoicesEditor)
    qtbot.addWidget(editor)
    editor.show()
    return editor


def test_values_are_called_what_the_label_set_says(qtbot: QtBot, around: Surroundings) -> None:
    titles = MappingProxyType({"other": "Інше & друге"})
    attribute = Attribute(
        id="x", title="X", kind="choice", values=("one", "other"), value_titles=titles
    )
    one = make_editor(attribute, around)
    several = make_editor(replace(attribute, several=True), around)
    qtbot.addWidget(one)
    qtbot.addWidget(several)
    assert isinstance(one, ChoiceEditor)
    assert isinstance(several, SeveralChoicesEditor)
    assert one.field.itemText(2) == "Інше & друге"
    assert several.boxes["other"].text() == "2 Інше && друге"


def test_values_are_offered_in_words_and_none_first(one: ChoiceEditor) -> None:
    field = one.field
    assert [field.itemText(at) for at in range(field.count())] == ["—", "One thing", "Other"]


def test_keys_choose_and_choosing_none_clears(one: ChoiceEditor, qtbot: QtBot) -> None:
    edited = hear(one.edited)
    one.show_value("one-thing")
    assert edited == []
    qtbot.keyClick(one.field, Qt.Key.Key_Down)
    qtbot.keyClick(one.field, Qt.Key.Key_Home)
    assert edited == [("other", ()), (None, ())]


def test_the_wheel_of_somebody_who_scrolls_past_changes_nothing(one: ChoiceEditor) -> None:
    one.show_value("one-thing")
    one.field.clearFocus()
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 -- Qt takes it by place
    )
    QApplication.sendEvent(one.field, event)
    assert one.field.currentData() == "one-thing"
    assert not event.isAccepted()


def test_several_are_ticked_in_the_order_of_the_label_set(
    several: SeveralChoicesEditor, qtbot: QtBot
) -> None:
    edited = hear(several.edited)
    several.show_value(("c",))
    assert [box.isChecked() for box in several.boxes.values()] == [False, False, True]
    qtbot.keyClick(several.boxes["a"], Qt.Key.Key_Space)
    assert edited == [(("a", "c"), ())]
    qtbot.keyClick(several.boxes["a"], Qt.Key.Key_Space)
    qtbot.keyClick(several.boxes["c"], Qt.Key.Key_Space)
    assert edited[1:] == [(("c",), ()), (None, ())]


def test_a_digit_chooses_the_value_of_that_number(one: ChoiceEditor, qtbot: QtBot) -> None:
    edited = hear(one.edited)
    for key in (Qt.Key.Key_2, Qt.Key.Key_0, Qt.Key.Key_9):
        qtbot.keyClick(one.field, key)
    assert edited == [("other", ()), (None, ())]


def test_a_digit_ticks_and_takes_the_tick_away(several: SeveralChoicesEditor, qtbot: QtBot) -> None:
    edited = hear(several.edited)
    for key in (Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_4):
        qtbot.keyClick(several.boxes["b"], key)
    assert edited == [(("c",), ()), (("a", "c"), ()), (("a",), ())]


def test_a_long_list_is_searched_and_keeps_to_its_values(
    qtbot: QtBot, around: Surroundings
) -> None:
    values = tuple(f"value-{number}" for number in range(12))
    editor = make_editor(Attribute(id="x", title="X", kind="choice", values=values), around)
    assert isinstance(editor, ChoiceEditor)
    qtbot.addWidget(editor)
    editor.show()
    line = editor.field.lineEdit()
    assert line is not None
    editor.show_value("value-3")
    edited = hear(editor.edited)
    for typed, shown in (("lue 1", "Value 3"), ("lue 11", "Value 11")):
        line.selectAll()
        qtbot.keyClicks(line, typed)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert line.text() == shown
    assert edited == [("value-11", ())]


def test_a_flag_is_yes_or_no_or_neither(qtbot: QtBot, around: Surroundings) -> None:
    editor = make_editor(Attribute(id="x", title="X", kind="flag"), around)
    assert isinstance(editor, FlagEditor)
    qtbot.addWidget(editor)
    editor.show()
    edited = hear(editor.edited)
    for value in (True, False, None):
        editor.show_value(value)
        assert editor.segments.value is value
    assert edited == []
    with qtbot.waitActive(editor):
        editor.activateWindow()
    editor.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert edited == [(True, ())]
