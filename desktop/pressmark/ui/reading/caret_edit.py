"""A text that is read with a caret: every place in it is a code point of the frozen text."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QClipboard,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from pressmark.analysis.words import next_word, previous_word
from pressmark.model.offset_map import OffsetMap
from pressmark.model.span import Span

_Key = QKeySequence.StandardKey


class CaretEdit(QTextEdit):
    """Read-only, with a caret, a selection and plain copying; nothing can be dragged in or out."""

    size_asked = Signal(int)
    """Text one size larger (1) or smaller (-1) is asked for, by the wheel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setReadOnly(True)
        self.setTextInteractionFlags(  # after setReadOnly, which takes the caret away
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._blank = QTextDocument(self)
        self._text = ""
        self._offsets = OffsetMap("")

    def show_text(self, text: str, document: QTextDocument, offsets: OffsetMap) -> None:
        """Show `document`, made for `text`, whose positions `offsets` converts."""
        self._text, self._offsets = text, offsets
        self.setDocument(document)

    def show_nothing(self) -> None:
        """Show no text."""
        self.show_text("", self._blank, OffsetMap(""))

    @property
    def text(self) -> str:
        """The frozen text."""
        return self._text

    def caret(self) -> int:
        """Return where the caret is."""
        return self._offsets.inside(self.textCursor().position())

    def anchor(self) -> int:
        """Return where the selection began; the caret where nothing is selected."""
        return self._offsets.inside(self.textCursor().anchor())

    def set_caret(self, offset: int) -> None:
        """Put the caret somewhere, with nothing selected."""
        self.select(offset, offset)

    def selected(self) -> Span | None:
        """Return what is selected, exactly as it is; None for nothing."""
        start, end = sorted((self.anchor(), self.caret()))
        return Span(start, end) if start < end else None

    def selected_text(self) -> str:
        """Return the selected stretch of the frozen text."""
        span = self.selected()
        return self._text[span.start : span.end] if span else ""

    def select(self, anchor: int, focus: int) -> None:
        """Select from `anchor` to `focus`, where the caret will be."""
        self.setTextCursor(self.cursor_over(anchor, focus))

    def cursor_over(self, anchor: int, focus: int) -> QTextCursor:
        """Return a cursor from `anchor` to `focus`; beyond the text means its end."""
        size = self._offsets.size
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._offsets.outside(min(anchor, size)))
        position = self._offsets.outside(min(focus, size))
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def offer_selection(self) -> None:
        """Let the middle button of the mouse paste the selection, where desktops have that."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.supportsSelection() and self.selected():
            clipboard.setText(self.selected_text(), QClipboard.Mode.Selection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret: by words as people see them, and over breaks that only Qt has."""
        if self._step_by_word(event):
            event.accept()
            return
        offset, position = self.caret(), self.textCursor().position()
        super().keyPressEvent(event)
        if event.key() not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return
        while self.textCursor().position() != position and self._is_no_stop(offset):
            position = self.textCursor().position()
            super().keyPressEvent(event)

    def _is_no_stop(self, before: int) -> bool:
        """Say whether the caret, that was at `before`, is where nobody sees a difference."""
        offset = self.caret()
        between_line_ends = self._text[max(0, offset - 1) : offset + 1] == "\n\n"
        return offset == before or between_line_ends

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl ask for another size, since Qt would only make this text larger."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.size_asked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def _step_by_word(self, event: QKeyEvent) -> bool:
        right, left = next_word, previous_word
        if self.textCursor().block().textDirection() == Qt.LayoutDirection.RightToLeft:
            right, left = left, right
        for step, move, select in (
            (right, _Key.MoveToNextWord, _Key.SelectNextWord),
            (left, _Key.MoveToPreviousWord, _Key.SelectPreviousWord),
        ):
            if event.matches(move) or event.matches(select):
                focus = step(self._text, self.caret())
                self.select(focus if event.matches(move) else self.anchor(), focus)
                return True
        return False

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the frozen text, never Qt's."""
        copied = QMimeData()
        copied.setText(self.selected_text())
        return copied
