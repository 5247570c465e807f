from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pressmark.ui.column import Column
from pressmark.ui.desk import Desk


def test_what_there_was_room_for_comes_back(qtbot: QtBot) -> None:
    column = Column(QLabel("Inspector"), QLabel("List"))
    qtbot.addWidget(column)
    column.resize(300, 600)
    column.show()
    column.share([400, 200])
    before = column.sizes()
    with qtbot.waitSignal(column.turned_low, check_params_cb=bool):
        column.resize(300, 320)
    column.fold(is_folded=True)
    assert column.sizes()[1] < column.sizes()[0]
    assert column.shares() == before
    with qtbot.waitSignal(column.turned_low, check_params_cb=lambda low: not low):
        column.resize(300, 600)
    column.fold(is_folded=False)
    assert column.sizes() == before


def test_beside_a_dock_in_a_small_window_the_list_folds(desk: Desk, qtbot: QtBot) -> None:
    inspector, listed = desk.inspector, desk.annotation_list
    desk.window.resize(QSize(1024, 700))
    assert not listed.fold.isVisible()
    shown = inspector.height()
    desk.docks.open("find")
    qtbot.waitUntil(lambda: not listed.view.isVisible())
    qtbot.waitUntil(lambda: inspector.height() > 250)
    listed.fold.click()
    qtbot.waitUntil(lambda: listed.view.isVisible() and inspector.height() < 250)
    listed.fold.click()
    qtbot.waitUntil(lambda: inspector.height() > 250)
    desk.docks.close_dock()
    qtbot.waitUntil(lambda: listed.view.isVisible() and inspector.height() == shown)
    assert not listed.fold.isVisible()


def test_in_a_large_window_nothing_folds(desk: Desk) -> None:
    desk.window.resize(QSize(1440, 900))
    desk.docks.open("find")
    assert desk.annotation_list.view.isVisible()
