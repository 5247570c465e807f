from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from pressmark.ui.docks import Docks


def two_docks(qtbot: QtBot) -> tuple[Docks, QLineEdit, QLineEdit]:
    docks, one, other = Docks(QWidget()), QLineEdit(), QLineEdit()
    docks.add("find", "Find", one)
    docks.add("history", "History", other)
    qtbot.addWidget(docks)
    docks.resize(600, 400)
    with qtbot.waitActive(docks):
        docks.show()
        docks.activateWindow()
    return docks, one, other


def test_one_dock_is_open_at_a_time_and_has_the_focus(qtbot: QtBot) -> None:
    docks, one, other = two_docks(qtbot)
    assert docks.open_id == ""
    docks.open("find")
    assert (docks.open_id, docks.focusWidget()) == ("find", one)
    docks.toggle("history")
    assert (docks.open_id, docks.focusWidget()) == ("history", other)
    assert not one.isVisible()
    docks.toggle("history")
    assert docks.open_id == ""


def test_escape_closes_the_dock_and_says_so(qtbot: QtBot) -> None:
    docks, one, _ = two_docks(qtbot)
    docks.open("find")
    with qtbot.waitSignals([docks.closed, docks.changed]):
        QTest.keyClick(one, Qt.Key.Key_Escape)
    assert docks.open_id == ""


def test_a_dock_leaves_most_of_a_low_window_to_reading_until_it_is_dragged(qtbot: QtBot) -> None:
    docks, one, _ = two_docks(qtbot)
    docks.open("find")
    assert docks.sizes()[1] <= 0.4 * 400
    docks.setSizes([100, 300])
    docks.splitterMoved.emit(100, 1)
    docks.close_dock()
    docks.open("find")
    assert docks.sizes()[1] > 0.6 * 400
    assert one.isVisible()


def test_an_escape_that_nobody_wants_closes_the_dock_from_the_panes_too(qtbot: QtBot) -> None:
    docks, _, _ = two_docks(qtbot)
    docks.open("find")
    panes = docks.widget(0)
    panes.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    panes.setFocus()
    QTest.keyClick(panes, Qt.Key.Key_Escape)
    assert docks.open_id == ""


def test_in_a_narrow_window_what_narrows_down_stands_beside_the_title(qtbot: QtBot) -> None:
    docks, panel, strip = Docks(QWidget()), QWidget(), QLineEdit()
    QHBoxLayout(panel).addWidget(strip)
    docks.add("find", "Find", panel, strip)
    docks.add("history", "History", QLineEdit())
    qtbot.addWidget(docks)
    docks.resize(1000, 400)
    docks.show()
    docks.open("find")
    assert not panel.isAncestorOf(strip)
    docks.open("history")
    assert panel.isAncestorOf(strip)
    docks.open("find")
    qtbot.waitUntil(strip.isVisible)
    docks.resize(1440, 400)
    qtbot.waitUntil(lambda: panel.isAncestorOf(strip) and strip.isVisible())
