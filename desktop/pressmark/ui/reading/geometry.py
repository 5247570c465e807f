"""Where stretches of the text stand on the page: the one place that asks Qt's text layout.

Offsets are code points, lengths px of the document. Nothing is asked twice while the layout
stays as it is.
"""

from bisect import bisect_right
from operator import attrgetter
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from pressmark.model.offset_map import OffsetMap
from pressmark.model.span import Span
from pressmark.ui.reading.blocks import block_at
from pressmark.ui.reading.display_text import RIGHT_TO_LEFT
from pressmark.ui.reading.measure import Measure

PAGE = 512
"""Code points to a page: what is worked out, kept and forgotten together."""

_STEPS = 8
"""Pages that are looked through one after the other before one is searched for."""

_start, _top = attrgetter("start"), attrgetter("top")


class Line(NamedTuple):
    """One line of text: its code points without the space at its end, and where it stands.

    `next_start` is where the next line starts, and `next_top` at what height; `mixed` says that
    not all of it runs from left to right.
    """

    start: int
    end: int
    next_start: int
    top: float
    bottom: float
    next_top: float
    baseline: float
    mixed: bool


class Geometry:
    """The lines of one document, whose text is `text` and whose positions `offsets` converts."""

    def __init__(
        self, document: QTextDocument, text: str, offsets: OffsetMap, measure: Measure
    ) -> None:
        self._document = document
        self._text = text
        self._offsets = offsets
        self._measure = measure
        self._pages: dict[int, list[Line]] = {}
        self._near = 0

    def forget(self) -> None:
        """Drop what is known of the layout, because it changed."""
        self._pages.clear()

    def offset_at(self, point: QPointF) -> int:
        """Return the offset nearest to a point of the document."""
        line = self._line_at(point.y())
        position = self._offsets.outside(line.start)
        block = self._document.findBlock(position)
        shown = block.layout().lineForTextPosition(position - block.position())
        at = shown.xToCursor(point.x() - block.layout().position().x()) if shown.isValid() else 0
        return self._offsets.inside(block.position() + at)

    def pages(self, top: float, bottom: float) -> range:
        """Return the pages that have a line between two heights of the document."""
        first = last = self._page_at(top)
        while (last + 1) * PAGE <= self._offsets.size and not self._is_below(last, bottom):
            last += 1
        return range(first, last + 1)

    def _page_at(self, height: float) -> int:
        """Return the page of the line at a height, looked for from the one found last."""
        page = self._near
        for _ in range(_STEPS):
            if not self.lines(page) or (self.lines(page)[0].top > height and page > 0):
                page = max(0, page - 1)
            elif not self._is_below(page, height) and (page + 1) * PAGE <= self._offsets.size:
                page += 1
            else:
                break
        else:
            page = self._page_by_block(height)
        self._near = page
        return page

    def _page_by_block(self, height: float) -> int:
        here = self._document.findBlock(self._offsets.outside(self._near * PAGE))
        block = block_at(self._document, height, here.blockNumber())
        page = self._offsets.inside(block.position()) // PAGE
        while not self._is_below(page, height) and (page + 1) * PAGE <= self._offsets.size:
            page += 1
        return page

    def _line_at(self, height: float) -> Line:
        """Return the line at a height, the first one above it and the last one below all."""
        lines = self.lines(self._page_at(height))
        at = bisect_right(lines, height, key=_top)
        return lines[max(0, at - 1)] if lines else self.line_of(self._near * PAGE)

    def _is_below(self, page: int, height: float) -> bool:
        lines = self.lines(page)
        return bool(lines) and lines[-1].next_top > height

    def lines_between(self, top: float, bottom: float) -> list[Line]:
        """Return the lines that have something between two heights of the document."""
        return [
            line
            for page in self.pages(top, bottom)
            for line in self.lines(page)
            if line.top <= bottom and top <= line.bottom
        ]

    def lines(self, page: int) -> list[Line]:
        """Return the lines that start on a page."""
        if page not in self._pages:
            self._pages[page] = self._read_lines(page)
        return self._pages[page]

    def line_of(self, offset: int) -> Line:
        """Return the line that `offset` stands on."""
        page = offset // PAGE
        while page >= 0:
            lines = self.lines(page)
            at = bisect_right(lines, offset, key=_start)
            if at:
                return lines[at - 1]
            page -= 1
        return Line(0, 0, 0, 0.0, 0.0, 0.0, 0.0, mixed=False)

    def height_of(self, offset: int) -> float:
        """Return the top of the line of `offset`, without keeping anything."""
        position = self._offsets.outside(offset)
        block = self._document.findBlock(position)
        self._document.documentLayout().blockBoundingRect(block)  # lays out what was put off
        layout = block.layout()
        line = layout.lineForTextPosition(position - block.position())
        return layout.position().y() + line.y()

    def extents(self, line: Line, span: Span) -> list[tuple[float, float]]:
        """Return (left, right) of what `line` shows of `span`: one pair unless it is mixed."""
        start, end = max(span.start, line.start), min(span.end, line.end)
        if start >= end:
            return []
        block = self._document.findBlock(self._offsets.outside(line.start))
        first = self._offsets.outside(start) - block.position()
        # A split for display stands after the last character, and is no part of it.
        units = 2 if self._text[end - 1] > "\uffff" else 1
        last = self._offsets.outside(end - 1) - block.position() + units
        shown, left = block.layout().lineForTextPosition(first), block.layout().position().x()
        if line.mixed:
            return _runs(shown, first, last - first, left)
        return [(left + _x(shown, first), left + _x(shown, last))]

    def x_of(self, line: Line, offset: int) -> float:
        """Return where a caret before `offset`, which stands on `line`, would be."""
        block = self._document.findBlock(self._offsets.outside(line.start))
        position = self._offsets.outside(offset) - block.position()
        shown = block.layout().lineForTextPosition(position)
        return block.layout().position().x() + _x(shown, position)

    def boxes(self, span: Span, top: float, bottom: float) -> list[QRectF]:
        """Return the boxes, as high as washes, of what stands of `span` between two heights."""
        up, height = self._measure.above, self._measure.above + self._measure.below
        return [
            QRectF(left, line.baseline - up, right - left, height)
            for line in self.lines_between(top, bottom)
            for left, right in self.extents(line, span)
        ]

    def runs_from_right(self, offset: int) -> bool:
        """Say whether the paragraph of `offset` runs from right to left."""
        block = self._document.findBlock(self._offsets.outside(offset))
        return block.textDirection() == Qt.LayoutDirection.RightToLeft

    def _read_lines(self, page: int) -> list[Line]:
        if page * PAGE > self._offsets.size:
            return []
        first = self._offsets.outside(page * PAGE)
        last = self._offsets.outside(min((page + 1) * PAGE, self._offsets.size + 1) - 1)
        block = self._document.findBlock(first)
        lines: list[Line] = []
        while block.isValid() and block.position() <= last:
            self._document.documentLayout().blockBoundingRect(block)  # lays out what was put off
            layout = block.layout()
            at = max(0, first - block.position())
            number = layout.lineForTextPosition(at).lineNumber() if at else 0
            for index in range(max(0, number), layout.lineCount()):
                shown = layout.lineAt(index)
                if block.position() + shown.textStart() > last:
                    break
                line = self._line(block, shown)
                if line.start >= page * PAGE:
                    lines.append(line)
            block = block.next()
        return lines

    def _line(self, block: QTextBlock, shown: QTextLine) -> Line:
        position, count = block.position() + shown.textStart(), shown.textLength()
        is_last = shown.lineNumber() == block.layout().lineCount() - 1
        start = self._offsets.inside(position)
        # The separator after the last line of a block counts as its last character.
        follow = self._offsets.inside(min(position + count + is_last, self._offsets.units))
        text = self._text[start:follow]
        baseline = block.layout().position().y() + shown.y() + shown.ascent()
        top = round(baseline - self._measure.pitch * 0.8)
        bottom = top + self._measure.pitch
        gap = block.blockFormat().bottomMargin() if is_last else 0.0
        mixed = bool(RIGHT_TO_LEFT.search(text)) or (
            block.textDirection() == Qt.LayoutDirection.RightToLeft
        )
        end = start + len(text.rstrip())
        return Line(start, end, follow, top, bottom, bottom + gap, baseline, mixed)


def _x(line: QTextLine, position: int) -> float:
    x, _ = cast("tuple[float, int]", line.cursorToX(position))  # typed as object
    return x


def _runs(line: QTextLine, start: int, count: int, left: float) -> list[tuple[float, float]]:
    """Return the extents of a stretch that may run both ways, joined where they touch."""
    joined: list[tuple[float, float]] = []
    boxes = (run.boundingRect() for run in line.glyphRuns(start, count))
    for x0, x1 in sorted((left + box.left(), left + box.right()) for box in boxes):
        if joined and x0 <= joined[-1][1] + 0.5:
            joined[-1] = joined[-1][0], max(x1, joined[-1][1])
        else:
            joined.append((x0, x1))
    return joined
