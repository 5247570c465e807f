"""The shapes of relations in the margin: arcs, their arrow heads, stubs that lead elsewhere."""

from math import atan2, cos, sin
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen

from pressmark.ui.theme.colours import Colours
from pressmark.ui.theme.fonts import interface_font

KEPT_FREE = 9
"""Px between an arc's ends and the text."""

_EDGE = 9.0  # px from the edge of the view at which an arc ends whose end is out of sight
_HEAD, _DOT = 8.5, 2.5
_LEAST, _SLOPE = 14.0, 0.12
"""How far an arc reaches into the margin at least, and how much of its height is added to that."""
_NEAR = 9.0
_STUB, _STUB_PX = 16, 10


class Arc(NamedTuple):
    """One relation as a line: what is stroked, what is filled at its ends, and the other end."""

    line: QPainterPath
    ends: QPainterPath
    other: str
    words: str
    is_dashed: bool = False


class Stub(NamedTuple):
    """What stands for relations to one other article."""

    box: QRectF
    name: str
    other: str
    words: str


class Ends(NamedTuple):
    """The heights in px of the view at which an arc begins and ends, and where arrow heads are."""

    start: float
    end: float
    head_at_start: bool
    head_at_end: bool


def arc_shape(ends: Ends, margin: int, height: int, place: int) -> tuple[QPainterPath, ...] | None:
    """Return line and ends of an arc in a margin of that width; None where none of it is in view.

    `place` counts the arcs that join the same two annotations, so that they lie apart.
    """
    seen = [0 <= y <= height for y in (ends.start, ends.end)]
    if not any(seen):
        return None
    right = float(margin - KEPT_FREE)
    deep = _LEAST + 7 * place + _SLOPE * abs(ends.end - ends.start)
    deep = min(deep, right - 4)
    start, end = ends.start, ends.end + 7 * place
    if abs(end - start) < _STUB:  # on one line: still a loop that can be seen
        start, end = start - 5, end + 5
    line, filled = QPainterPath(), QPainterPath()
    filled.setFillRule(Qt.FillRule.WindingFill)
    if all(seen):
        reach = right - deep * 4 / 3
        line.moveTo(right, start)
        line.cubicTo(QPointF(reach, start), QPointF(reach, end), QPointF(right, end))
        _add_end(filled, QPointF(right, start), has_head=ends.head_at_start)
        _add_end(filled, QPointF(right, end), has_head=ends.head_at_end)
    else:
        inner, outer = (start, end) if seen[0] else (end, start)
        edge = _EDGE if outer < inner else height - _EDGE
        bend = QPointF(right - deep, inner + (edge - inner) * 0.3)
        line.moveTo(right, inner)
        line.cubicTo(QPointF(right - deep, inner), bend, QPointF(right - deep, edge))
        has_head = ends.head_at_start if seen[0] else ends.head_at_end
        _add_end(filled, QPointF(right, inner), has_head=has_head)
        tip = QPointF(right - deep, edge + (-5 if outer < inner else 5))
        filled.addPath(_head(tip, QPointF(right - deep, edge - (tip.y() - edge))))
    return line, filled


def stub_box(margin: int, y: float, place: int, width: float) -> QRectF:
    """Return where a stub stands whose annotation begins at a height; `place` counts them."""
    wide = min(width, margin - 8.0)
    return QRectF(margin - KEPT_FREE + 4 - wide, y + 10 + place * (_STUB + 2), wide, _STUB)


def hit(arc: Arc, point: QPointF) -> bool:
    """Say whether a point is on an arc, or as near as one points at it."""
    stroker = QPainterPathStroker()
    stroker.setWidth(_NEAR)
    return stroker.createStroke(arc.line).contains(point) or arc.ends.contains(point)


def paint_arc(painter: QPainter, arc: Arc, colour: QColor, paper: QColor) -> None:
    """Draw an arc, with paper round it where it crosses the stripes of annotations."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(paper, 5))
    painter.drawPath(arc.line)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    style = Qt.PenStyle.DashLine if arc.is_dashed else Qt.PenStyle.SolidLine
    painter.setPen(QPen(colour, 1.6, style))
    painter.drawPath(arc.line)
    painter.setPen(QPen(paper, 1.5))
    painter.setBrush(colour)
    painter.drawPath(arc.ends)


def paint_stub(painter: QPainter, stub: Stub, colours: Colours) -> None:
    """Draw the name of an outlet in a small box."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours.accent, 1))
    painter.setBrush(colours.paper)
    painter.drawRoundedRect(stub.box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(interface_font(_STUB_PX))
    painter.setPen(colours.accent)
    room = stub.box.adjusted(4, 0, -4, 0)
    mode = Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(stub.name, mode, int(room.width()) + 1)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)


def _add_end(path: QPainterPath, point: QPointF, *, has_head: bool) -> None:
    if has_head:
        path.addPath(_head(point + QPointF(3, 0), point - QPointF(5, 0)))
    else:
        path.addEllipse(point, _DOT, _DOT)


def _head(tip: QPointF, behind: QPointF) -> QPainterPath:
    """Return an arrow head at `tip` that points there from `behind`."""
    angle = atan2(tip.y() - behind.y(), tip.x() - behind.x())
    path = QPainterPath(tip)
    for side in (-0.5, 0.5):
        path.lineTo(tip - QPointF(cos(angle + side), sin(angle + side)) * _HEAD)
    path.closeSubpath()
    return path
