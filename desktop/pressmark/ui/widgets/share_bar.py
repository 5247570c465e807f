"""A thin bar that shows how an article's annotations fall to the labels."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pressmark.model.label_set import Label
from pressmark.ui.theme.appearance import current_theme

HEIGHT = 4
"""Height of the bar in px."""

Share = tuple[Label, int]
"""A label and how many annotations carry it."""

_GAP, _LEAST = 1.5, 3.0


def paint_shares(
    painter: QPainter, bar: QRectF, shares: Sequence[Share], *, from_right: bool = False
) -> None:
    """Draw the bar into `bar`, for delegates; without annotations it is an empty groove.

    Labels stand in the given order; each that has annotations stays visible, however few.
    """
    theme = current_theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rounded = QPainterPath()
    rounded.addRoundedRect(bar, bar.height() / 2, bar.height() / 2)
    painter.setClipPath(rounded)
    counted = [(label, count) for label, count in shares if count > 0]
    if not counted:
        painter.fillRect(bar, theme.colours.hairline)
    start = 0.0
    for (label, _), width in zip(counted, _widths(bar.width(), counted), strict=True):
        left = bar.right() - start - width if from_right else bar.left() + start
        part = QRectF(left, bar.top(), width, bar.height())
        painter.fillRect(part, theme.mark(label.mark or "", label.glyph).colour)
        start += width + _GAP
    painter.restore()


def _widths(room: float, shares: Sequence[Share]) -> list[float]:
    room -= _GAP * (len(shares) - 1)
    total = sum(count for _, count in shares)
    wished = [max(_LEAST, room * count / total) for _, count in shares]
    return [width * room / sum(wished) for width in wished]


class ShareBar(QWidget):
    """The bar as a widget; in words its proportions are its accessible description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: tuple[Share, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Annotations by label"))

    def show_shares(self, shares: Sequence[Share]) -> None:
        """Show other proportions."""
        self._shares = tuple(shares)
        self.setAccessibleDescription(shares_in_words(shares))
        self.update()

    def sizeHint(self) -> QSize:
        """Be thin."""
        return QSize(120, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Be seen."""
        return QSize(24, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar, from the side where lines begin."""
        del event
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        paint_shares(QPainter(self), QRectF(self.rect()), self._shares, from_right=from_right)


def shares_in_words(shares: Sequence[Share]) -> str:
    """Return e.g. "Claim 12, Quote 9", for tooltips and screen readers."""
    return ", ".join(f"{label.title} {count}" for label, count in shares if count > 0)
