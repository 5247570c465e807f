"""The article view: what mouse and keyboard do in the article that is read."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from pressmark.analysis.words import trimmed
from pressmark.model.annotation import Annotation
from pressmark.model.span import Span
from pressmark.ui.reading import keys, steps
from pressmark.ui.reading.article_page import ArticlePage
from pressmark.ui.reading.hover import Hover
from pressmark.ui.reading.pointer import Pointer
from pressmark.ui.reading.selection import Reach
from pressmark.ui.reading.selection_bar import SelectionBar
from pressmark.ui.reading.stack_words import stack_words
from pressmark.ui.reading.tagging import Tagging
from pressmark.ui.session import Session

_Modifier = Qt.KeyboardModifier
_COMMAND = _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier


class ArticleView(ArticlePage):
    """The middle of the window: an article to read and to tag, with the mouse or the keys alone."""

    caret_moved = Signal(int)
    """The caret is at another code point."""
    selection_changed = Signal(object)
    """What is selected: a Span, or None."""
    stack_announced = Signal(str)
    """The active annotation among those over and under it: "claim, inside quote, 2 of 3"."""
    menu_asked = Signal(QPoint, tuple)
    """A context menu, at a place on the screen, for annotations (ids, innermost first)."""
    inspector_asked = Signal()
    """Enter: the focus shall go to the inspector."""
    brush_changed = Signal(str)
    """The id of the label that each drag tags with, or ""."""
    noticed = Signal(str)
    """One sentence on why something was not done."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._brush = ""
        self._is_exact = False
        self._clicked_stack: list[str] = []
        self._tagging = Tagging(session, self)
        self._tagging.noticed.connect(self.noticed)
        self._pointer = Pointer(self)
        self._pointer.selected.connect(self._offer)
        self._pointer.clicked.connect(self._click)
        self._hover = Hover(self)
        self._bar = SelectionBar(self.viewport())
        self._bar.chosen.connect(self.tag)
        self.cursorPositionChanged.connect(self._tell_caret)
        self.selectionChanged.connect(self._tell_selection)
        self._follow()

    # ---- actions

    def selected_span(self) -> Span | None:
        """Return what tagging would take: the selection with characters whole and trimmed."""
        span = self.selected()
        return trimmed(self.text, span) if span else None

    def tag(self, label_id: str) -> None:
        """Tag the selection with a label; without one, relabel the active annotation."""
        span, active = self.selected_span(), self.active
        if span:
            self._tagging.tag(label_id, (span,))
            self.set_caret(self.caret())
        elif active:
            self._tagging.relabel(active, label_id)

    def add_fragment(self, label_id: str) -> None:
        """Add the selection to the active annotation if it has that label; else tag it."""
        span, active = self.selected_span(), self.active
        if span and active and active.label == label_id:
            self._tagging.add_fragment(active, span)
            self.set_caret(self.caret())
        else:
            self.tag(label_id)

    def reanchor(self) -> None:
        """Give the active annotation the selection as its only fragment."""
        span, active = self.selected_span(), self.active
        if span and active:
            self._tagging.move(active, (span,))
            self.set_caret(self.caret())

    def remove_active(self) -> None:
        """Delete the active annotation."""
        if active := self.active:
            self._tagging.remove(active)

    def next_annotation(self) -> None:
        """Go to the annotation after the active one, or after the caret."""
        self._step(steps.following)

    def previous_annotation(self) -> None:
        """Go to the annotation before the active one, or before the caret."""
        self._step(steps.preceding)

    def cycle(self) -> None:
        """Activate the next of the annotations that overlap at the caret, innermost first."""
        if one := steps.outwards(self._stack(self.caret()), self.active):
            self._activate(one)

    @property
    def brush(self) -> str:
        """The id of the label that each drag tags with, or ""."""
        return self._brush

    def set_brush(self, label_id: str) -> None:
        """Tag with a label at each drag from now on; "" for no longer."""
        if label_id != self._brush:
            self._brush = label_id
            self.brush_changed.emit(label_id)

    def set_exact(self, *, exact: bool) -> None:
        """Let drags take exact characters even without Alt, which some desktops keep."""
        self._is_exact = exact

    # ---- what is said

    def _tell_caret(self) -> None:
        self.caret_moved.emit(self.caret())

    def _tell_selection(self) -> None:
        span = self.selected()
        if span is None:
            self._bar.hide()
        self.viewport().update()
        self.selection_changed.emit(span)

    def _take_frame(self) -> None:
        super()._take_frame()
        self._bar.show_labels(self._labels)

    def _take_active(self, annotation_id: str) -> None:
        super()._take_active(annotation_id)
        active, sheet = self.active, self.sheet
        words = ""
        if active and sheet:
            stack = self._stack(self.caret())
            if active not in stack:
                stack = sheet.stacking.at(active.span.start)
            words = stack_words(stack, active, self._labels)
        self.setAccessibleDescription(words)
        self.stack_announced.emit(words)

    # ---- acting

    def _stack(self, offset: int) -> list[Annotation]:
        """Return the annotations at a caret, innermost first; at an end, those that end there."""
        stacking = self.sheet.stacking if self.sheet else None
        if stacking is None:
            return []
        return stacking.at(offset) or (stacking.at(offset - 1) if offset else [])

    def _step(self, step: Callable[..., Annotation | None]) -> None:
        if self.sheet is None:
            return
        one = step(self.sheet.stacking.annotations, self.active, self.caret())
        if one:
            self.set_caret(one.span.start)
            self._activate(one)
            self.scroll_to(one.id)

    def _activate(self, annotation: Annotation | None) -> None:
        self._session.activate(annotation.id if annotation else "")

    def _click(self, point: QPointF) -> None:
        """Activate the innermost annotation at a point; at the next click there, the next one."""
        stack = self.annotations_at(point)
        ids = [one.id for one in stack]
        again = ids == self._clicked_stack
        self._clicked_stack = ids
        self._activate(steps.outwards(stack, self.active if again else None))

    def _offer(self, _point: QPointF) -> None:
        """Tag what was just selected, or show the labels beside it."""
        self._clicked_stack = []
        span = self.selected_span()
        if span is None:
            return
        if self._brush:
            self.tag(self._brush)
        elif self._session.writable:
            boxes = self.boxes(span)
            if boxes:
                first, last = boxes[0], boxes[-1]
                focus = last if self.caret() >= span.end else first
                self._bar.show_at(QRectF(self.cursorRect()).united(focus), first)

    # ---- events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection."""
        if event.button() == Qt.MouseButton.LeftButton and self.sheet:
            self._hover.leave()
            extend = bool(event.modifiers() & _Modifier.ShiftModifier)
            exact = self._is_exact or event.modifiers() & _Modifier.AltModifier
            reach = Reach.CHARACTERS if exact else Reach.WORDS
            self._pointer.press(event.position(), reach, extend=extend)
            event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        if event.button() == Qt.MouseButton.LeftButton and self.sheet:
            self._pointer.press_again(event.position())
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on selecting, or look at what is under the pointer."""
        if self._pointer.is_down:
            self._pointer.move(event.position())
        elif not event.buttons():
            self._hover.move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection; other programs may paste it from now on."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.release(event.position())
            self.offer_selection()

    def leaveEvent(self, event: QEvent) -> None:
        """Raise nothing any more."""
        self._hover.leave()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is under the pointer, or at the caret."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if by_key:
            stack = self._stack(self.caret())
            place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        else:
            stack = self.annotations_at(QPointF(event.pos()))
            place = event.globalPos()
        if stack and self.active not in stack:
            self._activate(stack[0])
        self.menu_asked.emit(place, tuple(one.id for one in stack))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tag, or move the caret."""
        if self._press(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._commands(event):
            self.inspector_asked.emit()
            return True
        if event.key() == Qt.Key.Key_Escape:
            return self._escape()
        return self._press_label(event) or self._press_action(event)

    def _escape(self) -> bool:
        """Leave the innermost thing one is in: a selection, the brush, an annotation."""
        if self.selected():
            self.set_caret(self.caret())
        elif self._brush:
            self.set_brush("")
        elif self.active:
            self._activate(None)
        else:
            return False
        return True

    def _press_label(self, event: QKeyEvent) -> bool:
        key = None if self._commands(event) else keys.pressed(event)
        label = next((one for one in self._labels.labels if key in one.keys), None)
        if label is None or key is None:
            return False
        if not event.isAutoRepeat():
            with_shift = event.modifiers() & _Modifier.ShiftModifier
            (self.add_fragment if with_shift else self.tag)(label.id)
        return True

    def _press_action(self, event: QKeyEvent) -> bool:
        """Trigger the action of a key by its place, where the layout prints something else on it."""
        letter = keys.pressed_letter(event)
        if letter is None or event.key() == ord(letter) or self._commands(event):
            return False
        shift = event.modifiers() & _Modifier.ShiftModifier
        wanted = QKeySequence(f"Shift+{letter}" if shift else letter)
        for action in self.actions():
            if action.isEnabled() and wanted in action.shortcuts():
                action.trigger()
                return True
        return False

    @staticmethod
    def _commands(event: QKeyEvent) -> bool:
        return bool(event.modifiers() & _COMMAND)
