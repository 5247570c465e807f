from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pressmark.ui.desk import Desk
from pressmark.ui.focus_in_sight import FocusInSight


def in_sight(field: QWidget, within: QScrollArea) -> bool:
    viewport = within.viewport()
    place = field.rect().translated(field.mapTo(viewport, field.rect().topLeft()))
    return viewport.rect().contains(place.adjusted(2, 2, -2, -2))  # its words, not its frame


def test_a_field_below_is_scrolled_to(qtbot: QtBot) -> None:
    page, scroll = QWidget(), QScrollArea()
    column = QVBoxLayout(page)
    fields = [QLineEdit() for _ in range(30)]
    for field in fields:
        column.addWidget(field)
    scroll.setWidget(page)
    scroll.setWidgetResizable(True)
    qtbot.addWidget(scroll)
    FocusInSight(scroll)
    scroll.resize(200, 120)
    with qtbot.waitActive(scroll):
        scroll.show()
        scroll.activateWindow()
    for field in (fields[-1], fields[0], fields[15]):
        field.setFocus()
        qtbot.waitUntil(lambda field=field: in_sight(field, scroll))


def test_each_field_that_tab_reaches_is_in_sight(desk: Desk, qtbot: QtBot) -> None:
    desk.window.setMinimumSize(700, 450)
    desk.window.resize(720, 450)
    desk.view.next_annotation()
    QApplication.processEvents()
    QTest.keyClick(desk.view, Qt.Key.Key_Return)
    scroll = desk.inspector.findChild(QScrollArea)
    assert scroll is not None
    seen = 0
    while (field := desk.window.focusWidget()) and scroll.isAncestorOf(field):
        qtbot.waitUntil(lambda field=field: in_sight(field, scroll))
        seen += 1
        QTest.keyClick(field, Qt.Key.Key_Tab)
    assert seen > 10
