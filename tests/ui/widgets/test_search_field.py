import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QVBoxLayout
from pytestqt.qtbot import QtBot

from pressmark.ui.widgets.search_field import SearchField
from tests.ui.widgets.looking import spoken


@pytest.fixture
def field(qtbot: QtBot) -> SearchField:
    field = SearchField("Filter articles")
    qtbot.addWidget(field)
    return field


def cross(field: SearchField) -> QAction:
    return next(action for action in field.actions() if action.text() == "Clear")


def test_it_says_what_it_is_for(field: SearchField) -> None:
    assert spoken(field) == field.placeholderText() == "Filter articles"


def test_the_cross_comes_with_text_and_empties(field: SearchField, qtbot: QtBot) -> None:
    assert not cross(field).isVisible()
    qtbot.keyClicks(field, "arms")
    assert cross(field).isVisible()
    with qtbot.waitSignal(field.textChanged):
        cross(field).trigger()
    assert field.text() == ""
    assert not cross(field).isVisible()


def test_escape_empties_first_and_then_leaves(qtbot: QtBot) -> None:
    dialog, field = QDialog(), SearchField("Filter articles")
    qtbot.addWidget(dialog)
    QVBoxLayout(dialog).addWidget(field)
    dialog.show()
    field.setText("arms")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert dialog.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
