"""Somebody who works by the keys alone: every press goes to what has the focus, as on a desk."""

from collections.abc import Iterator
from itertools import islice
from typing import TypeAlias

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from pressmark.analysis.units import grown
from pressmark.analysis.words import next_word, previous_word
from pressmark.model.span import Span
from pressmark.ui.desk import Desk

Key: TypeAlias = Qt.Key | str

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
BARE = Qt.KeyboardModifier.NoModifier
_LINE = 120
"""Code points beyond which one goes by lines: a line of the column is shorter."""
_FAR = 300
"""Presses after which somebody gives up looking for a field."""


class Typist:
    """Presses keys, looks at the article, and hears the names of fields."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.presses = 0

    @property
    def focused(self) -> QWidget:
        """What the next key goes to."""
        widget = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    @property
    def hears(self) -> str:
        """The name of what has the focus: of a list of values that of its label."""
        spoken = QAccessible.queryAccessibleInterface(self.focused)
        labels = [
            other for other, kind in spoken.relations() if kind & QAccessible.RelationFlag.Label
        ]
        return (labels or [spoken])[0].text(QAccessible.Text.Name)

    def press(self, key: Key, modifiers: Qt.KeyboardModifier = BARE, times: int = 1) -> None:
        """Press a key, a few times where asked."""
        for _ in range(times):
            self.presses += 1
            QTest.keyClick(self.focused, key, modifiers)

    def write(self, words: str) -> None:
        """Write into the field that has the focus, any letters."""
        self.presses += len(words)
        stroke = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, BARE, words)
        QApplication.sendEvent(self.focused, stroke)

    def read(self) -> None:
        """Come from wherever one is to the article."""
        while self.focused is not self.desk.view:
            before = self.focused
            self.press(Qt.Key.Key_Escape)
            assert self.focused is not before, f"Esc does not leave {self.hears}"

    def tab_to(self, name: str) -> None:
        """Press Tab until a field of this name has the focus."""
        passed = []
        while self.hears != name:
            passed.append(self.hears)
            assert len(passed) < _FAR, f"{name} is not among {list(dict.fromkeys(passed))}"
            self.press(Qt.Key.Key_Tab)

    def choose(self, name: str, words: str) -> None:
        """Go to a list of values, and down in it to the one of these words."""
        self.tab_to(name)
        field = self.focused
        assert isinstance(field, QComboBox)
        while field.currentText() != words:
            before = field.currentIndex()
            self.press(Qt.Key.Key_Down)
            assert field.currentIndex() != before, f"{words} is not offered"

    # ---- selecting

    def go_to(self, offset: int) -> None:
        """Bring the caret to a place: by lines, then words, then characters."""
        view = self.desk.view
        while abs(offset - view.caret()) > _LINE:
            self.press(Qt.Key.Key_Down if offset > view.caret() else Qt.Key.Key_Up)
        self._step(offset, BARE)

    def select(self, span: Span) -> None:
        """Select a stretch: grown with E where that gets there soon, else by Shift and arrows."""
        self.go_to(span.start)
        growing = self._growing(span)
        if growing:
            self.press("E", times=growing)
        else:
            self._step(span.end, SHIFT)
        assert self.desk.view.selected() == span

    def tag(self, key: str, fragments: tuple[Span, ...]) -> None:
        """Tag with the key of a label, further fragments with Shift."""
        for at, span in enumerate(fragments):
            self.select(span)
            self.press(key, SHIFT if at else BARE)

    def _growing(self, span: Span) -> int:
        """Return how many presses of E select just that; 0 for more than a few."""
        for presses, unit in enumerate(islice(self._units(), 4), start=1):
            if unit == span:
                return presses
        return 0

    def _units(self) -> Iterator[Span]:
        text, caret = self.desk.view.text, self.desk.view.caret()
        unit: Span | None = Span(caret, caret)
        while unit is not None:
            unit = grown(text, unit)
            if unit is not None:
                yield unit

    def _step(self, offset: int, modifiers: Qt.KeyboardModifier) -> None:
        view = self.desk.view
        while (caret := view.caret()) != offset:
            forth = offset > caret
            word = (next_word if forth else previous_word)(view.text, caret)
            by_word = CTRL if (word <= offset if forth else word >= offset) else BARE
            self.press(Qt.Key.Key_Right if forth else Qt.Key.Key_Left, modifiers | by_word)
            assert view.caret() != caret, "the caret does not move"
