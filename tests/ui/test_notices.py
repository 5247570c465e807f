import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pressmark.ui.notices import Notices


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(700, 500)
    widget.show()
    return widget


def timer(notices: Notices) -> QTimer:
    found = notices.findChild(QTimer)
    assert found is not None
    return found


def test_good_news_go_by_themselves_and_bad_news_stay(over: QWidget) -> None:
    notices = Notices(over)
    notices.tell("Saved.")
    assert timer(notices).isActive()
    notices.warn("Not saved.")
    assert not timer(notices).isActive()
    assert notices.text == "Not saved."
    notices.tell("Saved.")
    timer(notices).timeout.emit()
    assert notices.text == ""
    assert not timer(notices).isActive()


def test_only_the_offer_that_is_outdated_goes(over: QWidget) -> None:
    undone: list[str] = []
    undo, show = undone.clear, undone.copy
    notices = Notices(over)
    notices.tell("Exported.", "Open", show)
    notices.outdate(undo)
    assert notices.text == "Exported."
    notices.tell("Removed.", "Undo", undo)
    notices.outdate(undo)
    assert notices.text == ""


def test_the_button_does_what_it_names_and_the_notice_goes(over: QWidget) -> None:
    done: list[str] = []
    notices = Notices(over)
    notices.tell("Removed.", "Undo", lambda: done.append("undo"))
    button = next(one for one in notices.findChildren(QPushButton) if one.text() == "Undo")
    button.click()
    assert done == ["undo"]
    assert notices.text == ""
    notices.tell("Nothing to do about it.")
    assert not button.isVisible()


@pytest.mark.parametrize("words", ["Short.", "A rather long sentence. " * 12])
@pytest.mark.parametrize("width", [480, 1200])
def test_it_stands_at_the_foot_within_the_paper(over: QWidget, words: str, width: int) -> None:
    notices = Notices(over)
    notices.warn(words, "Save as…")
    over.resize(width, 500)
    assert over.rect().contains(notices.geometry())
    assert notices.geometry().bottom() > 500 - 40
    assert abs(notices.geometry().center().x() - width / 2) <= 2


def test_markup_is_shown_as_it_is(over: QWidget) -> None:
    notices = Notices(over)
    notices.warn("<img src='x'> & <b>")
    assert notices.text == "<img src='x'> & <b>"
