"""The lines of the marks under the text, painted from small cached tiles.

A reading view paints thousands of these in one frame; a tile is drawn once for each mark, size
and screen, and repeated by Qt. All shapes are made of whole device pixels, so that lines are
crisp and pieces of one line join wherever it is cut.
"""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QTransform,
)

from pressmark.ui.theme.marks import Mark, Pattern

_Shape = tuple[int, int, QPainterPath]
"""One period of a pattern: its length and height in device px, and the area it fills."""

_SHORTEST_TILE = 64  # device px; a very short tile would be repeated too often


def paint_lane(  # noqa: PLR0913, PLR0917 - called thousands of times a frame: bare numbers
    painter: QPainter, x0: float, x1: float, y: float, mark: Mark, scale: float = 1.0
) -> None:
    """Draw the mark's line from `x0` to `x1` with its middle at `y`, in the painter's px.

    `scale` is the text size over 19 px: the line is nominally 2 px at 1, the tallest
    patterns 3 px, and never thinner than 2 device pixels. The pattern is anchored to x = 0, so
    that pieces that meet continue each other.
    """
    to_device = painter.deviceTransform()
    ratio, dx, dy = to_device.m11(), to_device.dx(), to_device.dy()
    brush, height = _brush(mark.pattern, mark.colour.rgb(), *_strokes(scale, ratio), ratio)
    left, right = round(dx + x0 * ratio), round(dx + x1 * ratio)
    top = (round(dy + y * ratio - height / 2) - dy) / ratio
    painter.setBrushOrigin(QPointF(0, top))
    width = max(0, right - left) / ratio
    painter.fillRect(QRectF((left - dx) / ratio, top, width, height / ratio), brush)


def _strokes(scale: float, ratio: float) -> tuple[int, int]:
    return max(2, round(2 * scale * ratio)), max(1, round(scale * ratio))


@lru_cache(maxsize=512)
def _brush(pattern: Pattern, rgb: int, thick: int, thin: int, ratio: float) -> tuple[QBrush, int]:
    """Return a brush that repeats the pattern along x, and its height in device px."""
    period, height, shape = _SHAPES[pattern](thick, thin)
    repeats = -(-_SHORTEST_TILE // period)
    tile = QImage(period * repeats, height, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for _ in range(repeats):
        painter.fillPath(shape, QColor(rgb))
        painter.translate(period, 0)
    painter.end()
    brush = QBrush(tile)
    brush.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
    return brush, height


def _bars(*bars: tuple[float, float, float, float]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for x, y, width, height in bars:
        path.addRect(x, y, width, height)
    return path


def _solid(thick: int, _thin: int) -> _Shape:
    return thick, thick, _bars((0, 0, thick, thick))


def _dots(thick: int, _thin: int) -> _Shape:
    if thick < 3:  # too few pixels for a circle: it would only be paler
        return 2 * thick, thick, _bars((0, 0, thick, thick))
    path = QPainterPath()
    path.addEllipse(0, 0, thick, thick)
    return 2 * thick, thick, path


def _double(thick: int, thin: int) -> _Shape:
    return thin, thick + thin, _bars((0, 0, thin, thin), (0, thick, thin, thin))


def _dashes(thick: int, _thin: int) -> _Shape:
    dash, gap = 3 * thick, round(1.5 * thick)
    return dash + gap, thick, _bars((0, 0, dash, thick))


def _dash_dot(thick: int, _thin: int) -> _Shape:
    dash = 4 * thick
    return dash + 3 * thick, thick, _bars((0, 0, dash, thick), (dash + thick, 0, thick, thick))


def _beads(thick: int, thin: int) -> _Shape:
    period, bead = 5 * thick, thick + thin
    return period, bead, _bars((0, thick // 2, period, thin), (0, 0, bead, bead))


def _hatch(thick: int, thin: int) -> _Shape:
    period, height, width = 2 * thick, thick + thin, 0.65 * thick
    path = QPainterPath()
    for left in (-period, 0, period):  # neighbours lean into this period
        path.addPolygon(
            [
                QPointF(left, height),
                QPointF(left + height, 0),
                QPointF(left + height + width, 0),
                QPointF(left + width, height),
            ]
        )
    return period, height, path


def _wave(thick: int, thin: int) -> _Shape:
    period, height, width = 4 * thick, thick + thin, 0.65 * thick
    high, low, half = width / 2, height - width / 2, period / 2
    line = QPainterPath(QPointF(-half, high))
    for x in (-half, half):
        line.cubicTo(x + half / 2, high, x + half / 2, low, x + half, low)
        line.cubicTo(x + half * 1.5, low, x + half * 1.5, high, x + period, high)
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    return period, height, stroker.createStroke(line)


_SHAPES: dict[Pattern, Callable[[int, int], _Shape]] = {
    Pattern.SOLID: _solid,
    Pattern.DOTS: _dots,
    Pattern.DOUBLE: _double,
    Pattern.DASHES: _dashes,
    Pattern.WAVE: _wave,
    Pattern.DASH_DOT: _dash_dot,
    Pattern.BEADS: _beads,
    Pattern.HATCH: _hatch,
}
