"""An article's text in its column: where it stands, what of it can be seen, how it is scrolled."""

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QEvent, QMargins, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from pressmark.model.span import Span
from pressmark.ui.reading import margin
from pressmark.ui.reading.caret_edit import CaretEdit
from pressmark.ui.reading.column import RIGHT, fit_column, scrolled_to
from pressmark.ui.reading.header import Header
from pressmark.ui.reading.measure import Measure
from pressmark.ui.reading.overview import OverviewRuler
from pressmark.ui.reading.sheet import Sheet
from pressmark.ui.widgets.empty_state import EmptyState

_TOP, _BELOW_HEADER, _BOTTOM = 36, 22, 120
_EMPTY_WIDTH = 400


class SheetView(CaretEdit):
    """Shows a sheet below its header. Offsets are code points, points px of the viewport."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ruler = OverviewRuler(self)
        self.setVerticalScrollBar(self.ruler)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header = Header(self.viewport())
        self.header.hide()
        self._empty = EmptyState("newspaper", "")
        self._empty.setParent(self.viewport())
        self._sheet: Sheet | None = None
        self._measure = Measure()
        self._margin = margin.WIDE

    # ---- what is shown

    @property
    def sheet(self) -> Sheet | None:
        """The article that is shown, or None."""
        return self._sheet

    @property
    def measure(self) -> Measure:
        """The measures of the type."""
        return self._measure

    def set_measure(self, measure: Measure) -> None:
        """Set the type of the sheets that are shown from now on."""
        self._measure = measure

    def invite(self, words: str) -> None:
        """Say what one can do here while there is nothing to read."""
        self._empty.say(words)

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show another sheet, from its start."""
        self._sheet, before = sheet, self._sheet
        self.setExtraSelections([])  # Qt crashes over those of a document that is gone
        self.header.setVisible(sheet is not None)
        self._empty.setVisible(sheet is None)
        if sheet is None:
            self.show_nothing()
        else:
            self.show_text(sheet.text, sheet.document, sheet.offsets)
            sheet.document.documentLayout().documentSizeChanged.connect(sheet.forget_layout)
        self.setCursorWidth(2 if sheet else 0)  # each document has its own
        if before:
            before.document.deleteLater()
        self._place_header()

    # ---- places

    @property
    def _origin(self) -> QPoint:
        """The point of the document that is at the view's top left."""
        return QPoint(self.horizontalScrollBar().value(), self.ruler.value())

    def offset_at(self, point: QPointF) -> int:
        """Return the offset nearest to a point of the viewport."""
        return self._sheet.geometry.offset_at(point + self._origin) if self._sheet else 0

    def boxes(self, span: Span) -> list[QRectF]:
        """Return the boxes of what can be seen of `span`, in px of the viewport."""
        if self._sheet is None:
            return []
        top, bottom = self.ruler.value(), self.ruler.value() + self.viewport().height()
        found = self._sheet.geometry.boxes(span, top, bottom)
        return [box.translated(-QPointF(self._origin)) for box in found]

    def visible(self) -> Span:
        """Return the stretch of text that can be seen."""
        if self._sheet is None:
            return Span(0, 0)
        top = self.ruler.value()
        lines = self._sheet.geometry.lines_between(top, top + self.viewport().height())
        return Span(lines[0].start, lines[-1].next_start) if lines else Span(0, 0)

    def first_visible(self) -> int:
        """Return the start of the first line that is seen whole."""
        if self._sheet is None or self.ruler.value() == 0:
            return 0
        geometry, top = self._sheet.geometry, self.ruler.value()
        line = geometry.line_of(geometry.offset_at(QPointF(self._margin, top)))
        return line.start if line.top >= top else line.next_start

    def scroll_to_line(self, offset: int) -> None:
        """Scroll so that the line of `offset` is the first one."""
        if self._sheet and offset > 0:
            self.ruler.setValue(int(self._sheet.geometry.line_of(offset).top))
        else:
            self.ruler.setValue(0)

    def scroll_to_span(self, span: Span) -> None:
        """Scroll as little as brings the start of `span` well into view, and its end if it fits."""
        if self._sheet is None:
            return
        line_of, pitch = self._sheet.geometry.line_of, self._measure.pitch
        top = line_of(span.start).top - 2 * pitch
        bottom = line_of(max(span.start, span.end - 1)).bottom + pitch
        height = self.viewport().height()
        self.ruler.setValue(scrolled_to(top, bottom, self.ruler.value(), height))

    def repaint_spans(self, spans: Iterable[Span]) -> None:
        """Paint the lines of `spans` anew, as far as they can be seen."""
        if self._sheet is None:
            return
        seen, width = self.visible(), self.viewport().width()
        for span in spans:
            start, end = max(span.start, seen.start), min(span.end, seen.end)
            if start < end:
                top = self._sheet.geometry.line_of(start).top - self._measure.pitch
                bottom = self._sheet.geometry.line_of(end - 1).next_top + self._measure.pitch
                area = QRect(0, int(top) - self.ruler.value(), width, int(bottom - top))
                self.viewport().update(area)

    # ---- layout

    def frame_margins(self) -> QMargins:
        """Return the px round the text within the document, the header's included."""
        top = _TOP + self.header.height() + _BELOW_HEADER
        return QMargins(self._margin, top, RIGHT, _BOTTOM)

    def event(self, event: QEvent) -> bool:
        """Fit the column before the viewport is resized, so that text is laid out once only."""
        if event.type() == QEvent.Type.Wheel:  # over what is left free beside the paper
            self.wheelEvent(cast("QWheelEvent", event))
            return True
        if event.type() == QEvent.Type.ShortcutOverride and QApplication.activePopupWidget():
            event.accept()  # an open menu's own letters come first
            return True
        if event.type() != QEvent.Type.Resize:
            return super().event(event)
        place, span, seen = self.first_visible(), self.span_in_hand(), self.visible()
        self.fit()
        done = super().event(event)
        space = self.viewport().rect()
        width = min(_EMPTY_WIDTH, space.width())
        middle = self.rect().center().x() - self.viewport().x()
        left = min(max(0, middle - width // 2), space.width() - width)
        self._empty.setGeometry(left, 0, width, space.height())
        self._place_header()
        if place:
            self.scroll_to_line(place)
        if span and seen.start <= span.start and span.end <= seen.end:
            self.scroll_to_span(span)
        return done

    def span_in_hand(self) -> Span | None:
        """Return what stays in sight where the view gets smaller."""
        return None

    def fit(self) -> None:
        """Set margin, column and header for the room there is."""
        room = self.contentsRect().width() - self.ruler.sizeHint().width()
        column = fit_column(room, self._measure.column())
        self._margin = column.margin
        self.setViewportMargins(column.left, 0, column.right, 0)
        self._fit_header(column.width)
        if self._sheet and self._sheet.set_frame(self.frame_margins()):
            self._sheet.forget_layout()

    def _fit_header(self, width: int) -> None:
        """Give the header the height that its words need in a column."""
        hint, wrapped = self.header.sizeHint(), self.header.heightForWidth(width)
        self.header.resize(width, wrapped if wrapped >= 0 else hint.height())

    def _place_header(self) -> None:
        self.header.move(QPoint(self._margin, _TOP) - self._origin)
