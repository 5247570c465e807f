"""A line to write in that says what is wrong with it, and is taken over when it is left."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pressmark.ui.panels.inspector.undo_keys import is_for_project
from pressmark.ui.widgets.plain_label import PlainLabel

PAUSE = 1000
"""Milliseconds without a key after which what was written is handed over."""

Refusal = Callable[[str], str]
"""Returns the sentence about what is wrong with a text and how it would be right, or ""."""


def anything(text: str) -> str:
    """Refuse nothing."""
    del text
    return ""


class LineField(QWidget):
    """Takes over what was written on Enter or when the focus goes; Esc brings back what was shown.

    What `refusal` refuses stays where it is, marked, with the sentence below. `limit` is a number
    of code points, counted beside the line while it is written.

    With `takes_pauses`, what fits is handed over after a pause too, for what only stands in a line
    is lost in a crash; the line stays as it is written. `visit` is another object after each visit.
    """

    written = Signal(str)
    """Another text than the one shown, without blanks at its ends."""

    def __init__(
        self,
        refusal: Refusal = anything,
        limit: int | None = None,
        *,
        takes_pauses: bool = False,
    ) -> None:
        super().__init__()
        self._refusal = refusal
        self._limit = limit
        self._shown = ""
        self._handed: _Handed | None = None
        self._is_handing = False
        self.visit = object()
        self.line = _Line()
        self.line.editingFinished.connect(self._take_over)
        self.line.textEdited.connect(self._count)
        self.line.given_up.connect(self._give_up)
        self.pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.pause.timeout.connect(self._hand_over)
        if takes_pauses:
            self.line.textEdited.connect(self.pause.start)
        self._sentence = PlainLabel(role="small")
        self._sentence.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(4)
        self._beside.addWidget(self.line)
        column.addLayout(self._beside)
        column.addWidget(self._sentence)
        self.setFocusProxy(self.line)
        self._say("")

    @property
    def shown(self) -> str:
        """The text that is the case, whatever is being written."""
        return self._shown

    def put_beside(self, button: QWidget) -> None:
        """Put a button after the line."""
        self._beside.addWidget(button)

    @property
    def sentence(self) -> str:
        """What is said below the line; "" while nothing is."""
        return self._sentence.text()

    def show_text(self, text: str, *, always: bool = False) -> None:
        """Show a text; one that is being written stays unless another one came or `always`."""
        if not always and text == self._shown and self.line.isModified():
            return
        self._shown = text
        if self._is_handing:
            return
        self.pause.stop()
        self._handed = None
        self.line.setText(text)
        self.line.setCursorPosition(0)
        self._say("")

    def _take_over(self) -> None:
        self.pause.stop()
        if not self.line.isModified():
            return
        text = self.line.text().strip()
        refusal = self._refused(text)
        self._say(refusal, is_wrong=bool(refusal))
        if refusal:
            return
        before = self._handed.text if self._handed else self._shown
        if text != before:
            self._shown = text
        self._handed = None
        self.line.setText(self._shown)
        if text != before:
            self.written.emit(text)
        self.visit = object()

    def _hand_over(self) -> None:
        """Hand over what fits while it is written; an emptied line is about to be filled."""
        text = self.line.text().strip()
        before = self._handed or _Handed(self._shown, self._shown)
        if not self.line.isModified() or text in ("", before.text) or self._refused(text):
            return
        self._shown, self._handed, self._is_handing = text, _Handed(text, before.start), True
        self.written.emit(text)
        self._is_handing = False

    def _give_up(self) -> None:
        """Bring back what the line began with, and put it back where a pause has handed over."""
        handed = self._handed
        if handed is not None and not self._refused(handed.start):
            self.show_text(handed.start, always=True)
            self.written.emit(handed.start)
        else:
            self.show_text(self._shown, always=True)
        self.visit = object()

    def _refused(self, text: str) -> str:
        if self._limit is not None and len(text) > self._limit:
            return self.tr("Write at most {limit} characters.").format(limit=self._limit)
        return self._refusal(text)

    def _count(self, text: str) -> None:
        if self._limit is None:
            return
        count = len(text.strip())
        words = self.tr("{count} of {limit} characters").format(count=count, limit=self._limit)
        self._say(words, is_wrong=count > self._limit)

    def _say(self, sentence: str, *, is_wrong: bool = False) -> None:
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.line.setAccessibleDescription(sentence)
        self._sentence.show_role("danger" if is_wrong else "small")
        if self.line.property("invalid") != is_wrong:
            self.line.setProperty("invalid", is_wrong)
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)


class _Handed(NamedTuple):
    """What a pause has handed over, and what the line began with."""

    text: str
    start: str


class _Line(QLineEdit):
    """A line edit that Esc empties of what was written."""

    given_up = Signal()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the project where there is nothing written to take back."""
        may_undo, may_redo = self.isUndoAvailable(), self.isRedoAvailable()
        if is_for_project(event, may_undo=may_undo, may_redo=may_redo):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up what was written, or leave Esc to others where nothing was."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
