"""Painting drawings: the same shapes that SVG has, in the lines of the reading view."""

from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from pressmark.formats.plots.drawing import (
    Bar,
    Drawing,
    Glyph,
    Ribbon,
    Rule,
    Setting,
    Words,
)
from pressmark.formats.plots.marks import chart_marks
from pressmark.formats.review_themes import MarkStyle, review_themes
from pressmark.model.label_set import LabelSet
from pressmark.ui.theme.fonts import interface_font
from pressmark.ui.theme.icons import icon_pixmap
from pressmark.ui.theme.lanes import paint_lane
from pressmark.ui.theme.marks import Mark, Pattern
from pressmark.ui.theme.themes import Theme
from pressmark.ui.words import number_words

Marks = Mapping[str, Mark]

_LINE, _SCALE = 2.0, 1.25
"""How far above the lower edge of a bar its line runs, and how strong it is."""


def setting() -> Setting:
    """Return how words are set in the window: as its font measures them."""
    metrics = cache(_metrics)
    return Setting(lambda text, size: metrics(size).horizontalAdvance(text), number_words)


def marks_of(labels: LabelSet, theme: Theme) -> Marks:
    """Return the marks that charts are drawn in, by the keys of their shapes."""
    styles = chart_marks(labels, review_themes()[theme.name])
    return {key: _mark(style) for key, style in styles.items()}


def _mark(style: MarkStyle) -> Mark:
    pattern = Pattern(style.pattern)
    return Mark(style.id, QColor(style.colour), pattern, "tag", QColor(style.wash))


def paint(painter: QPainter, drawing: Drawing, marks: Marks, theme: Theme) -> None:
    """Paint a drawing with its top left corner where the painter's is."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    for shape in drawing.shapes:
        match shape:
            case Bar():
                _paint_bar(painter, shape, marks[shape.key])
            case Ribbon():
                _paint_ribbon(painter, shape, marks[shape.key])
            case Words():
                _write(painter, shape, theme)
            case Glyph():
                colour = marks[shape.key].colour if shape.key else theme.colours.muted
                ratio = painter.device().devicePixelRatioF()
                pixmap = icon_pixmap(shape.name, colour, round(shape.size), ratio)
                painter.drawPixmap(QPointF(shape.x, shape.y), pixmap)
            case Rule():
                painter.setPen(QPen(theme.colours.hairline, 1))
                painter.drawLine(QPointF(shape.x0, shape.y0), QPointF(shape.x1, shape.y1))


def _paint_bar(painter: QPainter, bar: Bar, mark: Mark) -> None:
    box = QRectF(*bar.box)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mark.wash)
    painter.drawRoundedRect(box, 2, 2)
    y = box.bottom() - min(_LINE, box.height() / 2)
    paint_lane(painter, box.left(), box.right(), y, mark, _SCALE)


def _paint_ribbon(painter: QPainter, ribbon: Ribbon, mark: Mark) -> None:
    middle = (ribbon.x0 + ribbon.x1) / 2
    path = QPainterPath(QPointF(ribbon.x0, ribbon.y0))
    path.cubicTo(middle, ribbon.y0, middle, ribbon.y1, ribbon.x1, ribbon.y1)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.strokePath(path, QPen(mark.wash, ribbon.width, c=Qt.PenCapStyle.FlatCap))
    pen = QPen(mark.colour, 3.6 if mark.pattern == Pattern.DOUBLE else 2.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if mark.pattern in _DASHES:
        pen.setDashPattern(_DASHES[mark.pattern])
    if mark.pattern == Pattern.DOTS:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.strokePath(path, pen)
    if mark.pattern == Pattern.DOUBLE:
        painter.strokePath(path, QPen(mark.wash, 1.2))


_DASHES = {
    Pattern.DOTS: [0.05, 2.5],
    Pattern.DASHES: [3.0, 1.5],
    Pattern.DASH_DOT: [4.0, 1.0, 1.0, 1.0],
    Pattern.HATCH: [1.0, 1.0],
    Pattern.BEADS: [0.5, 2.0],
}
"""Dashes and gaps of what is drawn along a curve, in widths of its line."""


def _write(painter: QPainter, words: Words, theme: Theme) -> None:
    painter.setFont(interface_font(round(words.size)))
    painter.setPen(theme.colours.ink if words.colour == "ink" else theme.colours.muted)
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[words.anchor]
    wide = _metrics(words.size).horizontalAdvance(words.text)
    painter.drawText(QPointF(words.x - share * wide, words.y), words.text)


def _metrics(size: float) -> QFontMetricsF:
    return QFontMetricsF(interface_font(round(size)))
