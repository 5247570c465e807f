"""Thin lines under the words that the attributes of the active annotation point at."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from pressmark.model.annotation import Annotation
from pressmark.model.attribute import anchors
from pressmark.model.span import Span
from pressmark.ui.reading.measure import Measure


def anchor_spans(annotation: Annotation) -> Iterator[Span]:
    """Yield the stretches that an annotation's attributes point at."""
    for value in annotation.attributes.values():
        yield from (anchor.span for anchor in anchors(value) if anchor.span is not None)


def marked_spans(annotation: Annotation) -> Iterator[Span]:
    """Yield all that looks otherwise while an annotation is the active one."""
    yield annotation.span
    yield from anchor_spans(annotation)


def paint_anchor_lines(
    painter: QPainter, boxes: Iterable[QRectF], measure: Measure, colour: QColor
) -> None:
    """Draw a line just under the letters in each of the boxes that a wash would have."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    drop = round(measure.above + measure.size * 0.1)
    for box in boxes:
        painter.fillRect(QRectF(box.left(), box.top() + drop, box.width(), 1.0), colour)
