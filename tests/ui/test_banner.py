import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pressmark.ui.banner import Banner
from pressmark.ui.widgets.strip import Offer


@pytest.fixture
def banner(qtbot: QtBot) -> Banner:
    made = Banner()
    qtbot.addWidget(made)
    return made


def test_topics_stand_below_each_other_until_they_are_withdrawn(banner: Banner) -> None:
    banner.say("one", "First.")
    banner.say("two", "Second.")
    assert [banner.words(topic) for topic in ("one", "two", "three")] == ["First.", "Second.", ""]
    banner.withdraw("one")
    assert not banner.isHidden()
    banner.withdraw("two")
    banner.withdraw("two")
    assert banner.isHidden()


def test_what_is_said_anew_takes_the_place_of_what_was_said(banner: Banner) -> None:
    banner.say("one", "First.", Offer("Old", lambda: None))
    banner.say("one", "Second.", Offer("New", lambda: None))
    assert banner.words("one") == "Second."
    assert list(banner.offers("one")) == ["New"]


def test_a_button_does_what_it_says_and_a_cross_puts_the_line_away(banner: Banner) -> None:
    done: list[str] = []
    banner.say("one", "<b>First</b>.", Offer("Do it", lambda: done.append("it")))
    do, close = banner.findChildren(QPushButton)
    do.click()
    assert done == ["it"]
    assert banner.words("one") == "<b>First</b>."
    close.click()
    assert banner.words("one") == ""
    assert banner.isHidden()


def test_some_lines_stay(banner: Banner) -> None:
    banner.say("one", "First.", closes=False)
    assert banner.findChildren(QPushButton) == []
