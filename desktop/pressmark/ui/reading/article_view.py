"""The article view: what the mouse does in the article that is read."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from pressmark.model.annotation import Annotation
from pressmark.model.span import Span
from pressmark.ui.reading import steps
from pressmark.ui.reading.hover import Hover
from pressmark.ui.reading.pointer import Pointer
from pressmark.ui.reading.selection import Reach
from pressmark.ui.reading.selection_bar import SelectionBar
from pressmark.ui.reading.shaping import Shaping
from pressmark.ui.reading.sheet import Sheet
from pressmark.ui.reading.side import Side
from pressmark.ui.reading.typed_page import TypedPage
from pressmark.ui.session import Session

_Modifier = Qt.KeyboardModifier
_AT_EDGE, _OVER_TEXT = Qt.CursorShape.SizeHorCursor, Qt.CursorShape.IBeamCursor


class ArticleView(TypedPage):
    """The middle of the window: an article to read and to tag, with the mouse or the keys alone."""

    caret_moved = Signal(int)
    """The caret is at another code point."""
    selection_changed = Signal(object)
    """What is selected: a Span, or None."""
    menu_asked = Signal(QPoint, tuple)
    """A context menu, at a place on the screen, for annotations (ids, innermost first)."""
    brush_changed = Signal(str)
    """The id of the label that each drag tags with, or ""."""

    def __init__(
        self, session: Session, parent: QWidget | None = None, side: Side | None = None
    ) -> None:
        super().__init__(session, parent, side)
        self._brush = ""
        self._is_exact = False
        self._shaping = Shaping(self)
        self._clicked_stack: list[str] = []
        self._active_before: Annotation | None = None
        self._pointer = Pointer(self)
        self._pointer.selected.connect(self._end_selecting)
        self._pointer.clicked.connect(self._click)
        self._hover = Hover(self)
        self._bar = SelectionBar(self.viewport())
        self._bar.chosen.connect(self.tag)
        self._bar.addition_chosen.connect(self.add_to_active)
        self.cursorPositionChanged.connect(self._tell_caret)
        self.selectionChanged.connect(self._tell_selection)
        self._follow()

    @property
    def brush(self) -> str:
        """The id of the label that each drag tags with, or ""."""
        return self._brush

    def set_brush(self, label_id: str) -> None:
        """Tag with a label at each drag from now on; "" for no longer."""
        if label_id != self._brush:
            self._brush = label_id
            self.brush_changed.emit(label_id)

    @property
    def is_exact(self) -> bool:
        """Whether drags take exact characters without Alt."""
        return self._is_exact

    def set_exact(self, *, exact: bool) -> None:
        """Let drags take exact characters even without Alt, which some desktops keep."""
        self._is_exact = exact

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show another sheet, with nothing selected."""
        self._bar.hide()
        self._trail.clear()
        super().show_sheet(sheet)

    # ---- what is said

    def _tell_caret(self) -> None:
        self.caret_moved.emit(self.caret())

    def _tell_selection(self) -> None:
        span = self.selected()
        if span is None:
            self._bar.hide()
        self._shaping.preview(span)
        self.viewport().update()
        self.selection_changed.emit(span)

    def _take_frame(self) -> None:
        super()._take_frame()
        self._bar.show_labels(self._labels)

    # ---- acting

    def _click(self, point: QPointF) -> None:
        """Activate the innermost annotation at a point; at the next click there, the next one.

        A click on a handle, or with Ctrl, leaves the active one as it is.
        """
        self._active_before = self._session.annotation
        if self._shaping.is_on:
            self._shaping.end(None)
            return
        stack = self.annotations_at(point)
        ids = [one.id for one in stack]
        again = ids == self._clicked_stack
        self._clicked_stack = ids
        self._activate(steps.outwards(stack, self.active if again else None))

    def _end_selecting(self) -> None:
        """Shape the active annotation, tag what was selected, or show the labels beside it."""
        self._clicked_stack = []
        span = self.selected_span()
        shaped = self._shaping.end(span)
        if span is None:
            return
        if shaped:
            self._tagging.move(*shaped)
            self.set_caret(self.caret())
        elif self._brush:
            self.tag(self._brush)
        elif self._session.writable:
            self.offer_labels(span)

    def offer_labels(self, span: Span) -> None:
        """Show the labels beside a selection, where it can be seen."""
        boxes = self.boxes(span)
        if not boxes:
            return
        active, is_backward = self.may_be_shaped, self.caret() < span.end
        is_more = active and not any(one.contains(span) for one in active.fragments)
        self._bar.offer_addition(active.text if active and is_more else ())
        caret, last = QRectF(self.cursorRect()), boxes[0 if is_backward else -1]
        focus = caret if caret.intersects(QRectF(self.viewport().rect())) else last
        above = is_backward and boxes[0].top() != boxes[-1].top()
        self._bar.show_at(focus, boxes[0], above=above)

    def withdraw_labels(self) -> None:
        """Show no labels beside the selection any more."""
        self._bar.hide()

    # ---- events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection."""
        if event.button() == Qt.MouseButton.LeftButton and self.sheet:
            event.accept()
            self._hover.leave()
            exact = self._is_exact or event.modifiers() & _Modifier.AltModifier
            reach = Reach.CHARACTERS if exact else Reach.WORDS
            edge = self._shaping.edge_at(event.position())
            self._shaping.begin(event, edge)
            if edge:
                self._pointer.press_edge(event.position(), edge.fixed, reach)
            else:
                extend = bool(event.modifiers() & _Modifier.ShiftModifier)
                self._pointer.press(event.position(), reach, extend=extend)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        if event.button() == Qt.MouseButton.LeftButton and self.sheet:
            if self._active_before:
                self._activate(self._active_before)  # its first click was no choice
            self._shaping.begin(event, None)
            self._pointer.press_again(event.position())
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on selecting, or look at what is under the pointer."""
        if self._pointer.is_down:
            self._pointer.move(event.position())
        elif not event.buttons():
            self._hover.move(event.position())
            at_edge = self._shaping.edge_at(event.position()) is not None
            self.viewport().setCursor(_AT_EDGE if at_edge else _OVER_TEXT)

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

    def _escape(self) -> bool:
        if self._pointer.is_down:
            self._shaping.end(None)
            self._pointer.cancel()
        elif self._brush and not self.selected():
            self.set_brush("")
        else:
            return super()._escape()
        return True
