"""Tab goes through widgets as they stand."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGridLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pressmark.ui.desk import Desk
from pressmark.ui.tab_order import order_tabs


def test_rows_that_came_later_are_reached_where_they_stand(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    column = QVBoxLayout(form)
    grid, foot = QGridLayout(), QLineEdit()
    column.addLayout(grid)
    column.addWidget(foot)
    fields = [QLineEdit() for _ in range(4)]
    for row in (2, 0, 3, 1):
        grid.addWidget(fields[row], row, 0)
    form.show()
    order_tabs(form)
    fields[0].setFocus()
    passed = []
    for _ in (*fields, foot):
        passed.append(form.focusWidget())
        QTest.keyClick(form, Qt.Key.Key_Tab)
    assert passed == [*fields, foot]


def test_an_entity_is_reached_between_its_words_and_the_button_for_more(desk: Desk) -> None:
    article = desk.session.article
    assert article is not None
    named = next(one for one in article.annotations.in_order if "speaker" in one.attributes)
    desk.session.activate(named.id)
    QApplication.processEvents()  # fields that are laid out later would get no focus
    QTest.keyClick(desk.view, Qt.Key.Key_Return)
    passed = []
    for _ in range(6):
        focused = desk.window.focusWidget()
        assert focused is not None
        passed.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    clear, add = passed.index("Speaker: Clear"), passed.index("Speaker: add entity")
    assert add == clear + 2
    assert passed[clear + 1].startswith("Remove ")
