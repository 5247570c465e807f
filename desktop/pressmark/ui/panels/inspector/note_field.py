"""The note of an annotation: free text in a few lines."""

import math

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from pressmark.ui.panels.inspector.line_field import PAUSE
from pressmark.ui.panels.inspector.undo_keys import is_for_project

_FEWEST, _MOST = 1, 10
"""Lines that the field is high."""

_AROUND = 14
"""Padding and border above and below them, in px."""

_LOWEST = 56
"""How high a field that fills the room there is must be, in px."""


class NoteField(QPlainTextEdit):
    """Takes over what was written when the focus goes, on Ctrl+Enter, and on Esc, which leaves.

    A pause does so too: what only stands in the field would be lost in a crash.
    Esc gives up no note: it is the way back to the article, and undo takes back what was written.
    `visit` is another object after each visit to the field.
    It is as high as what is written, within limits, unless it `fills` the room there is.
    """

    written = Signal(str)
    """Another text than the one shown."""

    def __init__(self, parent: QWidget | None = None, *, fills: bool = False) -> None:
        super().__init__(parent)
        self._fills = fills
        self._shown = ""
        self.visit = object()
        self.setTabChangesFocus(True)
        self.setPlaceholderText(self.tr("Add a note"))
        self.setAccessibleName(self.tr("Note"))
        height = QSizePolicy.Policy.Expanding if fills else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, height)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().clearUndoRedoStacks()  # the margin would be taken back
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._hand_over)
        self.textChanged.connect(self._pause.start)

    def show_text(self, text: str, *, always: bool = False) -> None:
        """Show a text; one that is being written stays unless another one came or `always`."""
        if not always and text == self._shown and self.document().isModified():
            return
        if text != self._shown or self.document().isModified():
            self._shown = text
            self.setPlainText(text)
        self.document().setModified(False)

    def sizeHint(self) -> QSize:
        """Be as high as the text, within limits."""
        lines = min(_MOST, self._lines())
        pitch = math.ceil(QFontMetricsF(self.font()).lineSpacing())
        return QSize(120, lines * pitch + _AROUND)

    def minimumSizeHint(self) -> QSize:
        """Need what it wants, or a few lines where it fills the room there is."""
        hint = self.sizeHint()
        return QSize(hint.width(), min(hint.height(), _LOWEST)) if self._fills else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the text is in the new width; Qt tells of other texts only."""
        super().resizeEvent(event)
        if self.sizeHint().height() != self.height():
            self._fit()

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl+Enter, which would finish the article; leave undo where it has no use."""
        if event.type() == QEvent.Type.ShortcutOverride and _takes_over(event):
            event.accept()
            return True
        written = self.document()
        may_undo, may_redo = written.isUndoAvailable(), written.isRedoAvailable()
        if is_for_project(event, may_undo=may_undo, may_redo=may_redo):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take over, or leave."""
        if _takes_over(event):
            self._take_over()
        elif event.key() == Qt.Key.Key_Escape:
            self._take_over()
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take over what was written."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._take_over()

    def _fit(self) -> None:
        """Ask for another height; only a text that is too long gets a scroll bar."""
        policy = Qt.ScrollBarPolicy
        is_long = self._fills or self._lines() > _MOST
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if is_long else policy.ScrollBarAlwaysOff
        )
        self.updateGeometry()

    def _lines(self) -> int:
        return max(_FEWEST, round(self.document().size().height()))

    def _take_over(self) -> None:
        self._hand_over()
        self.visit = object()

    def _hand_over(self) -> None:
        self._pause.stop()
        if not self.document().isModified():
            return
        self.document().setModified(False)
        self.document().clearUndoRedoStacks()  # from now on the project takes it back
        before, self._shown = self._shown, self.toPlainText().strip()
        if self._shown != before:
            self.written.emit(self._shown)


def _takes_over(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return with_control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
