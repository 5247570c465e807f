"""The left margin: a stripe beside the lines of each annotation, with the letter of its label."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from pressmark.model.annotation import Annotation
from pressmark.ui.reading.bands import Page
from pressmark.ui.reading.lanes import SHOWN
from pressmark.ui.reading.painting import Palette
from pressmark.ui.theme.colours import mix
from pressmark.ui.theme.fonts import interface_font

WIDE, NARROW = 80, 36
"""Px that the margin takes: with letters beside the stripes, and without."""

_STRIPE = 4
_LETTER_PX = 10


def column_left(lane: int, margin: int) -> int:
    """Return the left edge of a lane's column in a margin of that width."""
    return 4 + lane * ((margin - 16) // SHOWN)


def paint_margin(painter: QPainter, page: Page, margin: int, palette: Palette, raised: str) -> None:
    """Draw stripes and letters; the one that is pointed at in full colour."""
    painter.setFont(interface_font(_LETTER_PX))
    paper = palette.theme.colours.paper
    for stripe in page.stripes:
        colour = palette.mark(stripe.annotation).colour
        left = column_left(stripe.lane, margin)
        top = stripe.top + (4 if stripe.starts else 0)
        share = 1.0 if stripe.annotation.id == raised else 0.85
        painter.fillRect(QRectF(left, top, _STRIPE, stripe.bottom - top), mix(paper, colour, share))
        if stripe.starts and margin >= WIDE:
            painter.setPen(palette.theme.colours.muted)
            painter.drawText(
                QPointF(left + _STRIPE + 3, top + _LETTER_PX), palette.letter(stripe.annotation)
            )


def stripe_at(page: Page, point: QPointF, margin: int) -> Annotation | None:
    """Return the annotation whose stripe is at a point of the document."""
    for stripe in page.stripes:
        left = column_left(stripe.lane, margin) - 3
        box = QRectF(left, stripe.top, _STRIPE + 6, stripe.bottom - stripe.top)
        if box.contains(point):
            return stripe.annotation
    return None
