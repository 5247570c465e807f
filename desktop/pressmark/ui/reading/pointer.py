"""The mouse over the text: dragging, double and triple clicks, clicks on annotations."""

from PySide6.QtCore import QElapsedTimer, QObject, QPointF, QTimer, Signal
from PySide6.QtWidgets import QApplication

from pressmark.analysis.sentences import sentence_at
from pressmark.analysis.words import trimmed, word_at
from pressmark.model.span import Span
from pressmark.ui.reading.paper import Paper
from pressmark.ui.reading.selection import Reach, taken

_AUTOSCROLL_MS = 40


class Pointer(QObject):
    """Turns what the left button does on a paper into selections. Points are the viewport's."""

    selected = Signal()
    """A drag or a multiple click ended with something selected."""
    clicked = Signal(QPointF)
    """A plain click."""

    def __init__(self, paper: Paper) -> None:
        super().__init__(paper)
        self._paper = paper
        self._anchor: Span | None = None
        self._fixed: int | None = None
        self._reach = Reach.CHARACTERS
        self._pressed_at = QPointF()
        self._last = QPointF()
        self._is_dragging = False
        self._since_double = QElapsedTimer()
        self._autoscroll = QTimer(self)
        self._autoscroll.setInterval(_AUTOSCROLL_MS)
        self._autoscroll.timeout.connect(self._scroll_on)

    @property
    def is_down(self) -> bool:
        """Whether the button is held."""
        return self._anchor is not None

    def press(self, point: QPointF, reach: Reach, *, extend: bool) -> None:
        """Begin at `point`; `extend` keeps the other end of what is selected already."""
        offset = self._paper.offset_at(point)
        third = self._is_third_click(point)
        self._pressed_at = self._last = point
        self._is_dragging = extend
        self._reach, self._fixed = reach, None
        if third:
            self._take_unit(sentence_at(self._paper.text, offset), Reach.SENTENCES)
            return
        if extend:
            self._anchor = Span(self._paper.anchor(), self._paper.anchor())
            self._take(point)
            return
        self._anchor = Span(offset, offset)
        self._paper.set_caret(offset)

    def press_edge(self, point: QPointF, fixed: int, reach: Reach) -> None:
        """Begin to drag an end of something whose other end is at `fixed`."""
        self._pressed_at = self._last = point
        self._is_dragging = False
        self._reach, self._fixed = reach, fixed
        self._paper.set_caret(self._paper.offset_at(point))
        self._anchor = Span(fixed, fixed)

    def press_again(self, point: QPointF) -> None:
        """Take the word at `point`: the second press of a double click."""
        self._since_double.start()
        self._pressed_at = self._last = point
        offset = self._paper.offset_at(point)
        word = word_at(self._paper.text, offset)
        span = word or trimmed(self._paper.text, Span(offset, offset + 1))
        self._take_unit(span or Span(offset, offset), Reach.WORDS)

    def move(self, point: QPointF) -> None:
        """Follow the pointer while the button is held."""
        far = (point - self._pressed_at).manhattanLength() >= QApplication.startDragDistance() / 2
        if self._anchor is None or not (self._is_dragging or far):
            return
        self._is_dragging = True
        self._last = point
        self._take(point)
        inside = 0 <= point.y() < self._paper.viewport().height()
        if inside:
            self._autoscroll.stop()
        elif not self._autoscroll.isActive():
            self._autoscroll.start()

    def release(self, point: QPointF) -> None:
        """End: with something selected, or it was a click."""
        self._autoscroll.stop()
        was_down, self._anchor = self._anchor is not None, None
        if not was_down:
            return
        if self._paper.selected():
            self.selected.emit()
        elif not self._is_dragging:
            self.clicked.emit(point)

    def cancel(self) -> None:
        """Forget the drag: nothing is selected, and letting the button go does nothing."""
        self._autoscroll.stop()
        self._anchor = None
        self._paper.set_caret(self._paper.caret())

    def _take_unit(self, unit: Span, reach: Reach) -> None:
        self._anchor, self._reach, self._is_dragging = unit, reach, False
        self._fixed = None
        self._paper.select(unit.start, unit.end)

    def _take(self, point: QPointF) -> None:
        if self._anchor is None:
            return
        focus = self._paper.offset_at(point)
        span = taken(self._paper.text, self._anchor, focus, self._reach)
        if span and self._fixed is not None:
            span = _from_fixed(span, self._fixed, focus)
        if span is None:
            self._paper.set_caret(focus)
        elif focus < self._anchor.start:
            self._paper.select(span.end, span.start)
        else:
            self._paper.select(span.start, span.end)

    def _is_third_click(self, point: QPointF) -> bool:
        timer = self._since_double
        soon = timer.isValid() and timer.elapsed() < QApplication.doubleClickInterval()
        near = (point - self._pressed_at).manhattanLength() < QApplication.startDragDistance()
        timer.invalidate()
        return soon and near

    def _scroll_on(self) -> None:
        """Go on scrolling and selecting while the pointer is held above or below the view."""
        height = self._paper.viewport().height()
        beyond = min(self._last.y(), 0.0) + max(self._last.y() - height, 0.0)
        self._paper.ruler.setValue(self._paper.ruler.value() + int(beyond / 2))
        self._take(self._last)


def _from_fixed(span: Span, fixed: int, focus: int) -> Span:
    """Return what is taken with one end just where it is, even within a word."""
    return Span(fixed, span.end) if focus > fixed else Span(span.start, fixed)
