from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pressmark.edits.frame import SetLabelSet
from pressmark.ui.panels.label_bar import LabelBar
from pressmark.ui.session import Session
from tests.ui.panels.in_memory import file_of, hear


@pytest.fixture
def bar(session: Session, qtbot: QtBot) -> LabelBar:
    made = LabelBar(session)
    qtbot.addWidget(made)
    return made


def pressed(bar: LabelBar) -> list[str]:
    return [button.label_id for button in bar.buttons() if button.isChecked()]


def press(qtbot: QtBot, bar: LabelBar, at: int) -> None:
    qtbot.mouseClick(bar.buttons()[at], Qt.MouseButton.LeftButton)


def test_there_is_a_button_for_each_label(bar: LabelBar) -> None:
    assert [button.label_id for button in bar.buttons()] == [
        "claim",
        "quote",
        "sanction",
        "denial",
    ]


def test_one_label_at_a_time_is_the_brush(bar: LabelBar, qtbot: QtBot) -> None:
    picked = hear(bar.brush_picked)
    for at in (0, 1, 1):
        press(qtbot, bar, at)
    assert picked == [("claim",), ("quote",), ("",)]
    assert pressed(bar) == []


def test_the_brush_can_be_shown_without_a_signal(bar: LabelBar) -> None:
    picked = hear(bar.brush_picked)
    bar.show_brush("denial")
    assert pressed(bar) == ["denial"]
    bar.show_brush("")
    assert pressed(bar) == []
    assert picked == []


def test_tooltips_say_what_counts_as_one_in_plain_words(session: Session, bar: LabelBar) -> None:
    assert "A statement that something is or was the case" in bar.buttons()[0].toolTip()
    labels = session.project.label_set
    hostile = replace(labels.labels[0], definition="<img src='file:///x'> & co")
    session.commit("Change labels", SetLabelSet(replace(labels, labels=(hostile,))))
    tip = bar.buttons()[0].toolTip()
    assert "&lt;img src=&#x27;file:///x&#x27;&gt; &amp; co" in tip
    assert "<img" not in tip


def test_another_label_set_brings_other_buttons(
    session: Session, bar: LabelBar, qtbot: QtBot
) -> None:
    press(qtbot, bar, 3)
    picked = hear(bar.brush_picked)
    labels = session.project.label_set
    session.commit("Change labels", SetLabelSet(replace(labels, labels=labels.labels[:2])))
    assert [button.label_id for button in bar.buttons()] == ["claim", "quote"]
    assert picked == [("",)]
    session.undo()
    assert len(bar.buttons()) == 4


def test_other_changes_leave_the_buttons_alone(session: Session, bar: LabelBar) -> None:
    before = bar.buttons()
    session.become(session.annotator)
    assert bar.buttons() == before


def test_what_is_read_only_cannot_be_tagged(session: Session, bar: LabelBar) -> None:
    file_of(session).read_only = "locked"
    session.project_replaced.emit()
    assert not any(button.isEnabled() for button in bar.buttons())
    session.leave()
    assert bar.buttons() == ()
