from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from pressmark.edits.frame import SetLabelSet
from pressmark.model.label_set import Label
from pressmark.ui.panels.label_bar import LabelBar
from pressmark.ui.panels.more_labels import MoreLabels
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


def test_labels_without_room_are_in_a_menu(bar: LabelBar, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitExposed(bar):
        bar.show()
    labels = session.project.label_set
    many = tuple(Label(id=f"l{at}", title=f"Label {at} & more") for at in range(20))
    session.commit("Many", SetLabelSet(replace(labels, labels=many)))
    bar.resize(500, 34)
    seen = [one.label_id for one in bar.buttons() if one.isVisible()]
    assert seen == [f"l{at}" for at in range(6)]
    more = bar.findChild(MoreLabels)
    assert more is not None
    assert (more.text(), more.accessibleName()) == ("+14", "14 more labels")
    picked = hear(bar.brush_picked)
    more.click()
    menu = more.findChild(QMenu)
    assert menu is not None
    assert menu.actions()[0].text() == "Label 6 && more"
    menu.actions()[0].trigger()
    menu.close()
    assert picked == [("l6",)]
    bar.resize(1500, 34)
    assert not more.isVisible()
    assert all(one.isVisible() for one in bar.buttons())


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
