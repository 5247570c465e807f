"""Tab goes through widgets as they stand."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from pressmark.ui.desk import Desk
from pressmark.ui.tab_order import neighbour
from pressmark.ui.widgets.segmented_choice import SegmentedChoice


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
    passed: list[QWidget | None] = [fields[0]]
    for _ in fields:
        passed.append(neighbour(form, passed[-1], forth=True))
    assert passed == [*fields, foot]
    assert neighbour(form, foot, forth=True) is fields[0]
    assert neighbour(form, fields[0], forth=False) is foot
    assert neighbour(form, form, forth=True) is None


def test_of_radio_buttons_the_chosen_one_is_reached(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    column, head = QVBoxLayout(form), QLineEdit()
    column.addWidget(head)
    choice = SegmentedChoice([("Yes", True), ("No", False)], "Presupposed")
    choice.choose(value=False)
    column.addWidget(choice)
    form.show()
    chosen = neighbour(form, head, forth=True)
    assert isinstance(chosen, QRadioButton)
    assert chosen.isChecked()
    assert neighbour(form, chosen, forth=True) is head


def test_an_entity_is_reached_between_its_words_and_the_button_for_more(desk: Desk) -> None:
    article = desk.session.article
    assert article is not None
    named = next(one for one in article.annotations.in_order if "speaker" in one.attributes)
    desk.session.activate(named.id)
    QApplication.processEvents()  # fields that are laid out later would get no focus
    QTest.keyClick(desk.view, Qt.Key.Key_Return)
    passed = []
    for _ in range(7):
        focused = desk.window.focusWidget()
        assert focused is not None
        passed.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    clear, add = passed.index("Speaker: Clear"), passed.index("Speaker: add entity")
    assert add == clear + 3
    assert passed[clear + 2] == f"Remove {passed[clear + 1]}"


def test_tab_comes_by_every_pane_and_back_to_the_article(desk: Desk) -> None:
    article = desk.session.article
    assert article is not None
    for annotation in article.annotations.in_order[:3]:
        desk.session.activate(annotation.id)
        QApplication.processEvents()
        focused: QWidget = desk.view
        passed: list[QWidget] = []
        while focused not in passed:
            passed.append(focused)
            QTest.keyClick(focused, Qt.Key.Key_Tab)
            focused = desk.window.focusWidget()
        assert focused is desk.view
        panes = (desk.inspector, desk.annotation_list, desk.article_list)  # from the article on
        firsts = [
            next(at for at, one in enumerate(passed) if pane.isAncestorOf(one)) for pane in panes
        ]
        assert firsts == sorted(firsts)
        assert all(map(_spoken_name, passed))


def _spoken_name(field: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name)
