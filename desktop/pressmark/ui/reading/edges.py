"""The edges of the active annotation: handles at its corners, to be taken hold of and dragged."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from pressmark.model.span import Span
from pressmark.ui.reading.tagging import joined

_RADIUS = 4.0
_NEAR = 7.0  # px round the middle of a handle: clear of where one presses to select words


class Edge(NamedTuple):
    """One end of a fragment: the fragment's number, and the offset of its other end."""

    fragment: int
    fixed: int


def handles(outlined: Sequence[QRectF]) -> tuple[QPointF, QPointF]:
    """Return where the handles of a fragment are, given the boxes of its lines (at least one)."""
    return outlined[0].topLeft(), outlined[-1].bottomRight()


def edge_at(
    point: QPointF, fragments: Sequence[Span], outlined: Sequence[Sequence[QRectF]]
) -> Edge | None:
    """Return the edge whose handle is at `point`; `outlined` are the boxes of each fragment."""
    for number, (fragment, boxes) in enumerate(zip(fragments, outlined, strict=True)):
        if boxes:
            start, end = handles(boxes)
            if QLineF(point, start).length() <= _NEAR:
                return Edge(number, fragment.end)
            if QLineF(point, end).length() <= _NEAR:
                return Edge(number, fragment.start)
    return None


def with_fragment(fragments: Sequence[Span], number: int, span: Span) -> tuple[Span, ...]:
    """Return `fragments` with one in the place of another; those that meet become one."""
    return joined([*fragments[:number], span, *fragments[number + 1 :]])


def paint_handles(painter: QPainter, points: Sequence[QPointF], line: QColor, fill: QColor) -> None:
    """Draw the handles."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, 2))
    painter.setBrush(fill)
    for point in points:
        painter.drawEllipse(point, _RADIUS, _RADIUS)
