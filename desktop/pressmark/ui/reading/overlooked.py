"""Making seen what one overlooks: characters without a shape, letters of another alphabet."""

import unicodedata
from bisect import bisect_left

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from pressmark.model.span import Span
from pressmark.ui.reading.geometry import Line
from pressmark.ui.reading.sheet import Sheet

_HEAD = 0.13
"""Half the width of a mark's head, in sizes of the text."""


def paint_overlooked(
    painter: QPainter, sheet: Sheet, top: float, bottom: float, colour: QColor
) -> None:
    """Mark what stands between two heights: a pin where a character has no shape, a dotted box."""
    if not sheet.oddities:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for line in sheet.geometry.lines_between(top, bottom):
        for offset in _within(sheet.oddities.invisible, line):
            _paint_pin(painter, sheet, line, offset, colour)
        for offset in _within(sheet.oddities.letters, line):
            _paint_box(painter, sheet, line, offset, colour)


def overlooked_words(sheet: Sheet, offset: int) -> str:
    """Return what is overlooked at an offset or just before it; "" where nothing is."""
    for at in (offset, offset - 1):
        if _is_in(sheet.oddities.invisible, at):
            words = QCoreApplication.translate("reading", "Invisible: {name}")
            return words.format(name=_name(sheet.text[at]))
        if _is_in(sheet.oddities.letters, at):
            return _name(sheet.text[at])
    return ""


def _name(char: str) -> str:
    return f"{unicodedata.name(char, '?').capitalize()} (U+{ord(char):04X})"


def _is_in(offsets: tuple[int, ...], offset: int) -> bool:
    at = bisect_left(offsets, offset)
    return at < len(offsets) and offsets[at] == offset


def _within(offsets: tuple[int, ...], line: Line) -> tuple[int, ...]:
    return offsets[bisect_left(offsets, line.start) : bisect_left(offsets, line.next_start)]


def _paint_pin(painter: QPainter, sheet: Sheet, line: Line, offset: int, colour: QColor) -> None:
    """Draw a stroke with a diamond for its head, where the character stands."""
    size = sheet.measure.size
    x, top = sheet.geometry.x_of(line, offset), line.baseline - sheet.measure.above
    head = max(2.0, size * _HEAD)
    painter.setPen(QPen(colour, 1))
    painter.drawLine(QPointF(x, top + head), QPointF(x, line.baseline + sheet.measure.below))
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(
        [
            QPointF(x - head, top),
            QPointF(x, top - head),
            QPointF(x + head, top),
            QPointF(x, top + head),
        ]
    )


def _paint_box(painter: QPainter, sheet: Sheet, line: Line, offset: int, colour: QColor) -> None:
    """Draw a dotted box round a letter."""
    top = line.baseline - sheet.measure.above
    height = sheet.measure.above + sheet.measure.below / 2
    painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for left, right in sheet.geometry.extents(line, Span(offset, offset + 1)):
        painter.drawRect(
            QRectF(round(left) - 1.5, round(top) + 0.5, round(right - left) + 2, height)
        )
