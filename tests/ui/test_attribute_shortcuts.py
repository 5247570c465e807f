from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pressmark.model.span import Span
from pressmark.ui.desk import Desk
from tests.ui.reading.hands import place
from tests.window import opened

ALT = Qt.KeyboardModifier.AltModifier
DOUBLE = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    with opened(qtbot) as made:
        made.session.show("B22")
        made.view.set_caret(made.session.project.annotation("B22").span.start)
        yield made


def cue(desk: Desk) -> str | None:
    value = desk.session.project.annotation("B22").attributes["cue"]
    return getattr(value, "text", None)


def select(desk: Desk, words: str) -> None:
    start = desk.view.text.index(words, desk.session.project.annotation("B22").span.start)
    desk.view.select(start, start + len(words))


def test_alt_and_a_digit_takes_the_selection_and_lets_it_go(desk: Desk) -> None:
    select(desk, "denied")
    QTest.keyClick(desk.view, Qt.Key.Key_2, ALT)
    assert cue(desk) == "denied"
    assert desk.view.selected_span() is None
    assert desk.session.undo_title == "Set cue"
    active = desk.session.annotation
    assert active is not None
    assert active.id == "B22"


def test_a_digit_goes_by_its_place_where_the_layout_types_something_else(desk: Desk) -> None:
    select(desk, "denied")
    french = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Eacute, ALT, 11, 0, 0, "é")
    QApplication.sendEvent(desk.view, french)
    assert cue(desk) == "denied"


def test_without_a_selection_it_leads_to_the_field(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitActive(desk.window):  # keys go to active windows only
        desk.window.activateWindow()
    desk.view.setFocus()
    QTest.keyClick(desk.view, Qt.Key.Key_3, ALT)
    focused = desk.window.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Denied content: Set from the selection"
    QTest.keyClick(focused, Qt.Key.Key_K, ALT)
    focused = desk.window.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Kind"


def test_selecting_a_word_with_the_mouse_leaves_the_annotation_active(desk: Desk) -> None:
    desk.view.scroll_to("B22")
    start = desk.view.text.index("several Western")
    point = place(desk.view, start + 1)
    QTest.mouseClick(desk.view.viewport(), DOUBLE, pos=point)
    QTest.mouseDClick(desk.view.viewport(), DOUBLE, pos=point)
    assert desk.view.selected_span() == Span(start, start + len("several"))
    active = desk.session.annotation
    assert active is not None
    assert active.id == "B22"
