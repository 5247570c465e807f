"""The caret and the selection count code points."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.reading.conftest import Reader
from tests.ui.reading.desk import article
from tests.ui.reading.hands import (
    KEY,
    TEXT,
    press,
    selected_words,
)


def test_words_are_stepped_over_by_their_own_rule(read: Reader) -> None:
    _, view = read(article(TEXT))
    view.set_caret(TEXT.index("co-op"))
    view.setFocus()
    QTest.keySequence(view, QKeySequence(QKeySequence.StandardKey.SelectNextWord))
    assert selected_words(view) == "co-operation "


def test_copying_gives_the_stored_text(read: Reader) -> None:
    text = "a\u00a0b\u2028c\x00d\r\ne"
    _, view = read(article(text))
    view.selectAll()
    view.copy()
    assert QGuiApplication.clipboard().text() == text


@pytest.mark.parametrize(
    "text",
    [
        "\U0001f1fa\U0001f1e6 ends \U0001f468\u200d\U0001f469\u200d\U0001f467",
        "e\u0301te\u0301 NFD\n\nand\u00a0more\n \nlines\n",
        "a\r\nb\rc\u2028d\u2029e\ufdd0\x00\x0b",
        "مرحبا بالعالم abc 123 مرحبا",
        "",
        "\n",
        "한국어 \U0001d49c\U0001d49e",
    ],
)
def test_every_place_comes_back_as_it_was_set(read: Reader, text: str) -> None:
    _, view = read(article(text))
    for offset in range(len(text) + 1):
        view.set_caret(offset)
        assert view.caret() == offset
        view.select(0, offset)
        assert view.selected_text() == text[:offset]


def test_arrows_visit_each_character_once(read: Reader) -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    text = f"a\U0001f1fa\U0001f1e6{family}e\u0301b"
    _, view = read(article(text))
    stops = [view.caret()]
    for _ in range(5):
        press(view, KEY.Key_Right)
        stops.append(view.caret())
    assert stops == [0, 1, 3, 8, 10, 11]


def test_a_break_that_only_the_display_has_is_no_stop(read: Reader) -> None:
    text = "word " * 4000
    _, view = read(article(text))
    assert view.sheet
    border = view.document().findBlockByNumber(1).position() - 1  # in Qt's own count
    view.set_caret(border - 2)
    stops = []
    for _ in range(4):
        press(view, KEY.Key_Right)
        stops.append(view.caret())
    assert stops == [border - 1, border, border + 1, border + 2]
    for _ in range(4):
        press(view, KEY.Key_Left)
    assert view.caret() == border - 2


def test_blank_lines_that_are_not_shown_are_no_stops(read: Reader) -> None:
    text = "ab\n\n\ncd"
    _, view = read(article(text))
    view.set_caret(1)
    stops = []
    for key in (KEY.Key_Right, KEY.Key_Right, KEY.Key_Right, KEY.Key_Left, KEY.Key_Left):
        press(view, key)
        stops.append(view.caret())
    assert stops == [2, 5, 6, 5, 2]
    view.set_caret(3)
    press(view, KEY.Key_Left, with_=Qt.KeyboardModifier.AltModifier)
    assert view.caret() == 3


def test_the_wheel_with_ctrl_asks_for_another_size(read: Reader, qtbot: QtBot) -> None:
    _, view = read(article(TEXT))
    size = view.document().defaultFont().pixelSize()
    for turned, asked in ((120, 1), (-120, -1)):
        with qtbot.waitSignal(view.size_asked) as signal:
            QApplication.sendEvent(view.viewport(), wheel(turned, CTRL))
        assert signal.args == [asked]
    assert view.document().defaultFont().pixelSize() == size


def test_the_wheel_scrolls_beside_the_paper_too(read: Reader) -> None:
    _, view = read(article("\n".join([TEXT] * 30)))
    QApplication.sendEvent(view, wheel(-120))
    assert view.ruler.value() > 0


CTRL = Qt.KeyboardModifier.ControlModifier


def wheel(
    turned: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> QWheelEvent:
    at = QPointF(3, 3)
    buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(at, at, QPoint(), QPoint(0, turned), buttons, modifiers, phase, False)  # noqa: FBT003 -- Qt's


def test_nothing_can_be_dropped_here(read: Reader) -> None:
    _, view = read(article(TEXT))
    assert not view.acceptDrops()
    assert not view.viewport().acceptDrops()
