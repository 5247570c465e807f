"""The edges of the active annotation: handles at its corners, to be taken hold of and dragged."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from pressmark.model.span import Span

_RADIUS = 4.0
_NEAR = 7.0  # px round the middle of a handle: clear of where one presses to select words


class Edge(NamedTuple):
    """One end of a fragment: the fragment's number, and the offset of its other end."""

    fragment: int
    fixed: int


class Handles(NamedTuple):
    """Where a fragment is taken hold of."""

    start: QPointF
    end: QPointF


def handles(outlined: Sequence[QRectF], *, from_right: bool) -> Handles:
    """Return the handles of a fragment, given the boxes of its lines (at least one).

    `from_right` says that its paragraph runs from right to left.
    """
    first = [box for box in outlined if box.top() == outlined[0].top()]
    last = [box for box in outlined if box.top() == outlined[-1].top()]
    if from_right:
        start, end = max(first, key=QRectF.right), min(last, key=QRectF.left)
        return Handles(start.topRight(), end.bottomLeft())
    start, end = min(first, key=QRectF.left), max(last, key=QRectF.right)
    return Handles(start.topLeft(), end.bottomRight())


def edge_at(
    point: QPointF, fragments: Sequence[Span], held: Sequence[Handles | None]
) -> Edge | None:
    """Return the edge whose handle is at `point`; `held` are the handles of each fragment."""
    for number, (fragment, one) in enumerate(zip(fragments, held, strict=True)):
        if one and QLineF(point, one.start).length() <= _NEAR:
            return Edge(number, fragment.end)
        if one and QLineF(point, one.end).length() <= _NEAR:
            return Edge(number, fragment.start)
    return None


def paint_handles(painter: QPainter, points: Sequence[QPointF], line: QColor, fill: QColor) -> None:
    """Draw the handles."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, 2))
    painter.setBrush(fill)
    for point in points:
        painter.drawEllipse(point, _RADIUS, _RADIUS)
