"""Ctrl and an arrow go a word in the direction of the arrow."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.reading.conftest import Reader
from tests.ui.reading.desk import article

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_an_arrow_to_the_left_goes_on_in_a_script_that_runs_so(read: Reader) -> None:
    _, view = read(article("משרד החוץ הודיע היום"))
    view.set_caret(0)
    QTest.keyClick(view, Qt.Key.Key_Left, _CONTROL)
    assert view.caret() == 5
    QTest.keyClick(view, Qt.Key.Key_Left, _CONTROL | _SHIFT)
    assert (view.anchor(), view.caret()) == (5, 10)
    QTest.keyClick(view, Qt.Key.Key_Right, _CONTROL)
    assert view.caret() == 5


def test_it_goes_back_in_other_scripts(read: Reader) -> None:
    _, view = read(article("North Korea denied it"))
    view.set_caret(12)
    QTest.keyClick(view, Qt.Key.Key_Left, _CONTROL)
    assert view.caret() == 6
