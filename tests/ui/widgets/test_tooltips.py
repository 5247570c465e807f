import pytest
from PySide6.QtGui import QAccessible, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pressmark.ui.widgets.tooltips import give_tooltip, plain_tooltip


@pytest.mark.parametrize("words", ["Sort annotations", "the EU's “AT&T” case", "a < b", ""])
def test_short_words_stay_as_they_are(words: str) -> None:
    assert plain_tooltip(words) == words
    assert not Qt.mightBeRichText(words)


@pytest.mark.parametrize("words", ["<img src='x'>", "a &lt; b", "<b>", "x" * 61])
def test_what_would_be_taken_for_markup_or_has_to_wrap_is_escaped(words: str) -> None:
    told = plain_tooltip(words)
    assert told.startswith("<p>")
    assert Qt.mightBeRichText(told)
    assert "<img" not in told


def test_paragraphs_stand_apart_and_are_said_without_markup(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    give_tooltip(widget, "Claim (1)", "", "A <b>statement</b>.")
    assert widget.toolTip() == "<p>Claim (1)</p><p>A &lt;b&gt;statement&lt;/b&gt;.</p>"
    spoken = QAccessible.queryAccessibleInterface(widget)
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Description) == "Claim (1)\nA <b>statement</b>."
