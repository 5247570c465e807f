"""Painting the marks: washes and the selection under the text, lanes and outline over it.

Everything is drawn in px of the document; the painter is moved to where that is shown.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from pressmark.model.annotation import Annotation
from pressmark.model.label_set import LabelSet
from pressmark.ui.reading.bands import More, Page, Piece
from pressmark.ui.reading.lanes import SHOWN
from pressmark.ui.reading.measure import Measure
from pressmark.ui.theme.fonts import interface_font
from pressmark.ui.theme.lanes import paint_lane
from pressmark.ui.theme.marks import Mark
from pressmark.ui.theme.themes import Theme

_ROUND = 3.0
_OUTLINE = 2.0
_FOUND = 0.3
_SELECTED = 0.22


@dataclass(frozen=True, slots=True)
class Emphasis:
    """What stands out: the active annotation, the one under the pointer, those faded for it."""

    active: str = ""
    raised: str = ""
    faded: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True, slots=True)
class Palette:
    """A theme, and what it has for the labels of one label set: marks and letters by label id."""

    theme: Theme
    marks: Mapping[str, Mark]
    letters: Mapping[str, str]

    @classmethod
    def of(cls, labels: LabelSet, theme: Theme) -> "Palette":
        """Return the palette for a label set in a theme."""
        return cls(
            theme,
            {label.id: theme.mark(label.mark or "", label.glyph) for label in labels.labels},
            {label.id: label.title[:1].upper() for label in labels.labels},
        )

    def letter(self, annotation: Annotation) -> str:
        """Return the letter that stands for an annotation's label."""
        return self.letters.get(annotation.label, "?")

    def mark(self, annotation: Annotation) -> Mark:
        """Return the mark of an annotation; one of an unknown label is neutral."""
        return self.marks.get(annotation.label) or self.theme.mark("")


def found_tint(theme: Theme) -> QColor:
    """Return the translucent colour over what was found, unlike that of any label."""
    tint = QColor(theme.colours.warning)
    tint.setAlphaF(_FOUND)
    return tint


def selection_tint(theme: Theme) -> QColor:
    """Return the translucent colour over selected text, which shows the washes under it."""
    tint = QColor(theme.colours.accent)
    tint.setAlphaF(_SELECTED)
    return tint


def paint_washes(
    painter: QPainter, page: Page, measure: Measure, palette: Palette, emphasis: Emphasis
) -> None:
    """Lay the flat colours under the text: the shortest on top, the raised one above all."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    raised = [piece for piece in page.pieces if piece.annotation.id == emphasis.raised]
    for piece in [*page.pieces, *raised]:
        if piece.annotation.id not in emphasis.faded:
            painter.setBrush(palette.mark(piece.annotation).wash)
            painter.drawRoundedRect(box(piece, measure), _ROUND, _ROUND)


def paint_lanes(painter: QPainter, page: Page, measure: Measure, palette: Palette) -> None:
    """Draw the lines under the text, the ticks where they start, and what joins fragments."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for piece in page.joins:
        if piece.lane < SHOWN:
            _paint_join(painter, piece, measure, palette.mark(piece.annotation).colour)
    for piece in page.pieces:
        if piece.lane < SHOWN:
            mark, y = palette.mark(piece.annotation), piece.baseline + measure.lane(piece.lane)
            paint_lane(painter, piece.left, piece.right, y, mark, measure.scale)
            if piece.starts:
                _paint_tick(painter, piece, y, measure, mark.colour)
    for more in page.deeper:
        _paint_more(painter, more, measure, palette.theme.colours.muted)


def paint_outline(
    painter: QPainter,
    boxes: Iterable[QRectF],
    colour: QColor,
    *,
    width: float = _OUTLINE,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    """Draw one line round all the boxes of the active annotation."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, width, style))
    painter.drawPath(outline(boxes))


def box(piece: Piece, measure: Measure) -> QRectF:
    """Return the box of a piece's wash."""
    top = piece.baseline - measure.above
    return QRectF(piece.left, top, piece.right - piece.left, measure.above + measure.below)


def outline(boxes: Iterable[QRectF]) -> QPainterPath:
    """Return the outer border of overlapping boxes, with its corners rounded."""
    union = QPainterPath()
    union.setFillRule(Qt.FillRule.WindingFill)
    for one in boxes:
        union.addRect(one)
    rounded = QPainterPath()
    for polygon in union.simplified().toSubpathPolygons():
        corners = _corners([QPointF(point) for point in polygon.toList()[:-1]])
        for at, corner in enumerate(corners):
            before, after = corners[at - 1], corners[(at + 1) % len(corners)]
            start, end = _towards(corner, before), _towards(corner, after)
            if at == 0:
                rounded.moveTo(start)
            else:
                rounded.lineTo(start)
            rounded.quadTo(corner, end)
        rounded.closeSubpath()
    return rounded


def _corners(points: list[QPointF]) -> list[QPointF]:
    """Leave out the points that a straight side passes through."""
    count = len(points)
    return [
        point
        for at, point in enumerate(points)
        if not _is_straight(points[at - 1], point, points[(at + 1) % count])
    ]


def _is_straight(before: QPointF, point: QPointF, after: QPointF) -> bool:
    first, second = point - before, after - point
    return abs(first.x() * second.y() - first.y() * second.x()) < 0.01


def _towards(corner: QPointF, other: QPointF, radius: float = 5.0) -> QPointF:
    """Return where the rounding of `corner` meets its side to `other`."""
    length = QLineF(corner, other).length()
    share = min(radius, length / 2) / length if length else 0.0
    return corner + (other - corner) * share


def _paint_tick(
    painter: QPainter, piece: Piece, lane: float, measure: Measure, colour: QColor
) -> None:
    width = max(1, round(1.5 * measure.scale))
    height = round(measure.size * 0.3)
    painter.fillRect(QRectF(round(piece.left), round(lane) - height, width, height), colour)


def _paint_join(painter: QPainter, piece: Piece, measure: Measure, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine))
    y = round(piece.baseline + measure.lane(piece.lane))
    painter.drawLine(QPointF(round(piece.left), y), QPointF(round(piece.right), y))


def _paint_more(painter: QPainter, more: More, measure: Measure, colour: QColor) -> None:
    painter.setFont(interface_font(max(9, round(measure.size * 0.55)), QFont.Weight.Medium))
    painter.setPen(colour)
    painter.drawText(QPointF(more.left + 4, more.baseline + measure.below), f"+{more.count}")
