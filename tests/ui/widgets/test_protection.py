import pytest
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from pressmark.ui.widgets.protection import mark_as_reading, protect


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    for part in (QLineEdit("a"), QPlainTextEdit("b"), QComboBox(), QPushButton("c")):
        column.addWidget(part)
    return made


def state(page: QWidget) -> list[bool]:
    """Return of each field whether somebody can change something in it."""
    line, text = page.findChild(QLineEdit), page.findChild(QPlainTextEdit)
    choice, button = page.findChild(QComboBox), page.findChild(QPushButton)
    assert line is not None
    assert text is not None
    assert choice is not None
    assert button is not None
    return [not line.isReadOnly(), not text.isReadOnly(), choice.isEnabled(), button.isEnabled()]


def test_nothing_can_be_changed_and_words_can_be_copied(page: QWidget) -> None:
    protect(page, on=True)
    assert state(page) == [False] * 4
    line = page.findChild(QLineEdit)
    assert line is not None
    assert line.isEnabled()
    protect(page, on=False)
    assert state(page) == [True] * 4


def test_what_reads_stays_and_what_was_disabled_before_stays_so(page: QWidget) -> None:
    choice, button = page.findChild(QComboBox), page.findChild(QPushButton)
    assert choice is not None
    assert button is not None
    mark_as_reading(button)
    choice.setEnabled(False)
    protect(page, on=True)
    assert button.isEnabled()
    protect(page, on=False)
    assert not choice.isEnabled()


def test_nobody_is_asked_to_write(page: QWidget) -> None:
    line = page.findChild(QLineEdit)
    assert line is not None
    line.setPlaceholderText("Write something")
    protect(page, on=True)
    protect(page, on=True)
    assert line.placeholderText() == ""
    protect(page, on=False)
    assert line.placeholderText() == "Write something"
