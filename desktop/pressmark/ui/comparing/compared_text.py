"""One of two texts that are compared: what the other one has not is marked, not by colour alone."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QMargins, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pressmark.model.article import Article
from pressmark.model.span import Span
from pressmark.ui.reading import painting
from pressmark.ui.reading.caret_edit import CaretEdit
from pressmark.ui.reading.measure import Measure
from pressmark.ui.reading.sheet import Sheet
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.colours import mix
from pressmark.ui.theme.fonts import interface_font

Side = Literal["old", "new"]

_SIZE = 16
_GUTTER, _TOP, _RIGHT, _BOTTOM = 34, 18, 18, 60
_ROUND = 3.0


class ComparedText(CaretEdit):
    """Shows a text with its differences. Offsets are code points, heights px of the text.

    They are struck through, with a minus beside them, in the old text; underlined, with a plus, in
    the new one.
    """

    def __init__(self, side: Side, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"compared-{side}")
        self.setAccessibleName(name)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side = side
        self._sheet: Sheet | None = None
        self._differences: Sequence[Span] = ()
        self._starts: list[int] = []
        self._current: Span | None = None
        self._shown: tuple[Span, ...] = ()

    def show_article(self, article: Article, differences: Sequence[Span]) -> None:
        """Show an article's text; `differences`, ascending, may be empty stretches."""
        margins = QMargins(_GUTTER, _TOP, _RIGHT, _BOTTOM)
        before, self._sheet = self._sheet, Sheet(article, Measure(_SIZE), margins, self)
        self._differences = differences
        self._starts = [one.start for one in differences]
        self._current, self._shown = None, ()
        self.show_text(self._sheet.text, self._sheet.document, self._sheet.offsets)
        layout = self._sheet.document.documentLayout()
        layout.documentSizeChanged.connect(self._sheet.forget_layout)
        if before:
            before.document.deleteLater()

    def show_current(self, difference: Span | None) -> None:
        """Let one of the differences stand out."""
        self._current = difference
        self.viewport().update()

    def outline(self, spans: tuple[Span, ...]) -> None:
        """Draw round some stretches: those of an annotation."""
        self._shown = spans
        self.viewport().update()

    # ---- places

    def offset_at_height(self, height: float) -> int:
        """Return the start of the line at a height."""
        if self._sheet is None:
            return 0
        geometry = self._sheet.geometry
        return geometry.line_of(geometry.offset_at(QPointF(_GUTTER, height))).start

    def height_of(self, offset: int) -> float:
        """Return how far down the line of an offset begins."""
        return self._sheet.geometry.line_of(offset).top if self._sheet else 0.0

    def scroll_to(self, offset: int) -> None:
        """Scroll so that a line stands in the upper part of what can be seen."""
        height = self.height_of(offset) - self.viewport().height() / 3
        self.verticalScrollBar().setValue(round(max(0.0, height)))

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint washes, the text over them, and the lines and signs over the text."""
        sheet = self._sheet
        if sheet is None:
            super().paintEvent(event)
            return
        origin = QPointF(0, self.verticalScrollBar().value())
        clip = QRectF(event.rect()).translated(origin)
        top, bottom = clip.top() - _SIZE, clip.bottom() + _SIZE
        seen = self._seen(sheet, top, bottom)
        boxes = [(one, sheet.geometry.boxes(one, top, bottom)) for one in seen]
        painter = self._painter(origin)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._wash())
        for _, parts in boxes:
            for part in parts:
                painter.drawRoundedRect(part, _ROUND, _ROUND)
        painter.end()
        super().paintEvent(event)
        painter = self._painter(origin)
        for span, parts in boxes:
            self._paint_difference(painter, sheet, span, parts)
        for one in self._shown:
            around = sheet.geometry.boxes(one, top, bottom)
            painting.paint_outline(painter, around, current_theme().colours.accent)
        painter.end()

    def _painter(self, origin: QPointF) -> QPainter:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-origin)
        return painter

    def _seen(self, sheet: Sheet, top: float, bottom: float) -> Sequence[Span]:
        """Return the differences that have something between two heights."""
        lines = sheet.geometry.lines_between(top, bottom)
        if not lines:
            return ()
        first = max(0, bisect_right(self._starts, lines[0].start) - 1)
        last = bisect_left(self._starts, lines[-1].next_start + 1)
        return self._differences[first:last]

    def _colour(self) -> QColor:
        colours = current_theme().colours
        return colours.danger if self._side == "old" else colours.good

    def _wash(self) -> QColor:
        theme = current_theme()
        return mix(theme.colours.paper, self._colour(), 0.13 if theme.name == "light" else 0.2)

    def _paint_difference(
        self, painter: QPainter, sheet: Sheet, span: Span, parts: list[QRectF]
    ) -> None:
        """Draw the line through or under a difference, and its sign in the margin."""
        colour = self._colour()
        for part in parts:
            baseline = part.top() + sheet.measure.above
            y = baseline - _SIZE * 0.27 if self._side == "old" else baseline + _SIZE * 0.2
            painter.fillRect(QRectF(part.left(), round(y), part.width(), 1.5), colour)
        line = sheet.geometry.line_of(span.start)
        if not parts and not span.length:
            self._paint_gap(painter, sheet, span.start)
        if self._current == span:
            height = sheet.geometry.line_of(max(span.start, span.end - 1)).bottom - line.top
            accent = current_theme().colours.accent
            painter.fillRect(QRectF(6, line.top, 3, max(height, sheet.measure.pitch)), accent)
        sign = "−" if self._side == "old" else "+"
        painter.setPen(colour if span.length else current_theme().colours.muted)
        painter.setFont(interface_font(15, QFont.Weight.DemiBold))
        painter.drawText(QPointF(16, line.baseline), sign if span.length else "·")

    def _paint_gap(self, painter: QPainter, sheet: Sheet, offset: int) -> None:
        """Draw a thin stroke where the other text has more."""
        line = sheet.geometry.line_of(offset)
        after = sheet.geometry.extents(line, Span(offset, offset + 1))
        before = sheet.geometry.extents(line, Span(offset - 1, offset)) if offset else []
        x = after[0][0] if after else before[-1][1] if before else float(_GUTTER)
        top = line.baseline - sheet.measure.above
        height = sheet.measure.above + sheet.measure.below
        painter.fillRect(QRectF(x - 1, top, 2, height), current_theme().colours.muted)
