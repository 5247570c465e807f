from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from pressmark.ui.panes import Panes


@pytest.fixture
def make(qtbot: QtBot) -> Callable[[], Panes]:
    def made() -> Panes:
        panes = Panes(QWidget(), QWidget(), QWidget(), QWidget())
        qtbot.addWidget(panes)
        panes.resize(1440, 800)
        panes.show()
        return panes

    return made


def test_widths_and_hidden_panes_come_back(make: Callable[[], Panes]) -> None:
    panes = make()
    panes.setSizes([300, 740, 400])
    panes.left.hide()
    kept = panes.arrangement()

    again = make()
    again.arrange(kept)
    assert again.left.isHidden()
    assert not again.right.isHidden()
    assert again.right.width() == panes.right.width()
    again.left.show()
    assert abs(again.left.width() - 300) < 5


@pytest.mark.parametrize("damaged", ["", "x", "11", "11 1 2 3", "99 280 340 1 1", "11 -5 0 0 0"])
def test_what_is_damaged_leaves_the_panes_as_they_are(
    make: Callable[[], Panes], damaged: str
) -> None:
    panes = make()
    before = panes.sizes()
    panes.arrange(damaged)
    assert panes.sizes() == before
    assert not panes.left.isHidden()


def test_the_paper_gives_way_last(make: Callable[[], Panes]) -> None:
    panes = make()
    panes.resize(1024, 600)
    left, paper, right = panes.sizes()
    assert paper >= 380
    assert left >= 220
    assert right >= 300


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """Return a wide window that may be narrow."""
    made = QMainWindow()
    qtbot.addWidget(made)
    made.setMinimumSize(300, 300)
    made.setCentralWidget(Panes(QWidget(), QWidget(), QWidget(), QWidget()))
    made.resize(1440, 800)
    made.show()
    return made


def test_in_a_narrow_window_an_outer_pane_gives_way(window: QMainWindow) -> None:
    panes = window.centralWidget()
    assert isinstance(panes, Panes)
    window.resize(720, 400)
    assert panes.left.isHidden()
    QApplication.processEvents()
    assert panes.width() == 720
    panes.toggle(panes.left)
    assert panes.right.isHidden()
    assert panes.arrangement().startswith("11 ")
    window.resize(1024, 600)
    assert not panes.right.isHidden()


def test_what_somebody_hid_does_not_come_back_by_itself(window: QMainWindow) -> None:
    panes = window.centralWidget()
    assert isinstance(panes, Panes)
    panes.toggle(panes.left)
    window.resize(720, 400)
    window.resize(1024, 600)
    assert panes.left.isHidden()
