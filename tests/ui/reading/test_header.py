import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressmark.model.article import Article, ArticleHead
from pressmark.ui.reading.header import Header
from pressmark.ui.reading.measure import Measure


@pytest.fixture
def header(qtbot: QtBot) -> Header:
    shown = Header(None)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def show(header: Header, text: str, **head: object) -> None:
    facts = ArticleHead(id="a", **head)  # type: ignore[arg-type]
    header.show_article(Article(facts, text), "me", Measure())


def test_the_title_is_not_repeated_above_a_first_line_that_equals_it(header: Header) -> None:
    show(header, "A title\n\nText.", title="A title")
    assert not header._title.isVisible()
    show(header, "Text.", title="A title")
    assert header._title.isVisible()
    show(header, "Text.")
    assert not header._title.isVisible()


def test_what_is_known_is_told_and_what_is_not_is_said(header: Header) -> None:
    show(header, "Two words", source="Anadolu", published="2024-05", language="en")
    assert header._facts.text() == "Anadolu · May 2024 · English · 2 words"
    show(header, "Two words", source="Anadolu", byline="By A. Reporter", published="2024-05")
    assert header._facts.text() == "Anadolu · By A. Reporter · May 2024 · 2 words"
    show(header, "x" * 1_000_000)
    count = header.locale().toString(1_000_000)
    assert header._facts.text() == f"no source given · no date given · {count} characters"


def test_a_title_is_text_whatever_it_looks_like(header: Header) -> None:
    show(header, "Text.", title="<b>bold</b> & <img src=file:///etc/passwd>")
    assert header._title.textFormat() == Qt.TextFormat.PlainText


def test_the_state_is_that_of_the_annotators_layer_and_can_be_clicked(
    header: Header, qtbot: QtBot
) -> None:
    show(header, "Text.", states={"me": "in-progress", "you": "done"})
    assert header._state.text() == "In progress"
    with qtbot.waitSignal(header.state_asked):
        QTest.mouseClick(header._state, Qt.MouseButton.LeftButton)
