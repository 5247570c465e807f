import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from pressmark.ui.geometry import encoded, fitted, put_back

LAPTOP = QRect(0, 0, 1440, 860)
MONITOR = QRect(1440, 0, 2560, 1400)


def test_a_window_comes_back_where_it_was() -> None:
    kept = QRect(1500, 100, 1600, 1000)
    assert fitted(kept, [LAPTOP, MONITOR]) == kept


def test_a_window_of_a_monitor_that_is_gone_comes_to_the_middle_of_the_screen() -> None:
    found = fitted(QRect(2000, 100, 1200, 800), [LAPTOP])
    assert LAPTOP.contains(found)
    assert found.center() == LAPTOP.center()


def test_a_window_larger_than_the_screen_becomes_smaller() -> None:
    found = fitted(QRect(1500, 100, 2000, 1300), [LAPTOP])
    assert LAPTOP.contains(found)


def test_a_window_that_hangs_over_an_edge_stays_while_its_title_can_be_dragged() -> None:
    kept = QRect(1300, 400, 1200, 800)
    assert fitted(kept, [LAPTOP]) == kept


def test_a_window_whose_title_is_above_the_screen_comes_down() -> None:
    found = fitted(QRect(100, -200, 1200, 800), [LAPTOP])
    assert found.top() == 0
    assert found.left() == 100


def test_a_title_in_the_gap_between_two_screens_is_out_of_reach() -> None:
    lower = QRect(0, 900, 1440, 800)
    found = fitted(QRect(100, 862, 1000, 700), [LAPTOP, lower])
    assert lower.contains(found)


def test_without_a_screen_nothing_is_decided() -> None:
    kept = QRect(1, 2, 3, 4)
    assert fitted(kept, []) == kept


def test_a_window_is_put_back_where_it_was_kept(qtbot: QtBot) -> None:
    first, again = QMainWindow(), QMainWindow()
    for window in (first, again):
        qtbot.addWidget(window)
    first.setGeometry(60, 70, 500, 400)
    put_back(again, encoded(first.saveGeometry()))
    assert again.geometry() == first.geometry()


@pytest.mark.parametrize("damaged", ["", "%%%", "AAAA", "AdnQywADAAA="])
def test_what_is_damaged_gives_a_window_that_can_be_seen(qtbot: QtBot, damaged: str) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    put_back(window, damaged)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.contains(window.geometry())
