"""The overview ruler: the scroll bar of the article, with every annotation at its height."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from pressmark.model.annotation import Annotation
from pressmark.ui.reading.lanes import SHOWN
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.colours import mix

ROWS = 1024
"""Into how many rows the text is divided; a few more than a screen has px."""

WIDTH = 14
_MARGIN = 2


class Tally:
    """How many annotations of each label start, or go on, in each row of the ruler.

    Kept as differences between rows, so that an annotation costs the same however long it is.
    """

    def __init__(self, size: int) -> None:
        self._size = max(1, size)
        self._steps: dict[str, Counter[int]] = {}

    def count(self, annotation: Annotation, number: int = 1) -> None:
        """Count an annotation in, or (-1) out again."""
        steps = self._steps.setdefault(annotation.label, Counter())
        for start, end in annotation.fragments:
            steps[start * ROWS // self._size] += number
            steps[(end - 1) * ROWS // self._size + 1] -= number

    def runs(self, label_id: str) -> list[tuple[int, int]]:
        """Return the stretches of rows [start, end) that have annotations of a label."""
        runs: list[tuple[int, int]] = []
        depth, start = 0, 0
        for row, step in sorted(self._steps.get(label_id, {}).items()):
            if depth == 0 and step > 0:
                start = row
            if depth > 0 and depth + step == 0:
                runs.append((start, row))
            depth += step
        return runs

    def labels(self) -> list[str]:
        """Return the ids of the labels that were counted."""
        return list(self._steps)


class OverviewRuler(QScrollBar):
    """A scroll bar that shows in its groove where the annotations are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setAccessibleName(self.tr("Overview of the article"))
        self._tally = Tally(0)
        self._colour_of: Callable[[str], QColor] = lambda _label: current_theme().colours.muted
        self._heights: Sequence[float] = (0.0, 1.0)

    def show_tally(self, tally: Tally, colour_of: Callable[[str], QColor]) -> None:
        """Show other annotations; `colour_of` gives the colour of a label id."""
        self._tally, self._colour_of = tally, colour_of
        self.update()

    def show_heights(self, heights: Sequence[float]) -> None:
        """Set where the text is: heights from 0 to 1 of places at equal distances in the text."""
        self._heights = heights
        self.update()

    def sizeHint(self) -> QSize:
        """Be narrow."""
        return QSize(WIDTH, 64)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw marks, and over them the handle."""
        del event
        painter = QPainter(self)
        colours = current_theme().colours
        painter.fillRect(self.rect(), colours.paper)
        width = (self.width() - 2 * _MARGIN) / SHOWN
        for at, label in enumerate(self._tally.labels()):
            colour = mix(colours.paper, self._colour_of(label), 0.75)
            left = _MARGIN + min(at, SHOWN) * width * 0.75
            for start, end in self._tally.runs(label):
                top, bottom = self._height(start), self._height(end)
                painter.fillRect(QRectF(left, top, width * 0.75, max(2.0, bottom - top)), colour)
        self._paint_handle(painter)

    def _paint_handle(self, painter: QPainter) -> None:
        whole = self.maximum() - self.minimum() + self.pageStep()
        if self.maximum() == self.minimum() or whole <= 0:
            return
        handle = QColor(current_theme().colours.muted)
        handle.setAlpha(95 if self.isSliderDown() or self.underMouse() else 55)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(handle)
        height = max(24.0, self.height() * self.pageStep() / whole)
        way = self.height() - height
        top = way * (self.value() - self.minimum()) / (self.maximum() - self.minimum())
        painter.drawRoundedRect(QRectF(1, top, self.width() - 2, height), 4, 4)

    def _height(self, row: int) -> float:
        """Return the height in px of a row, by the nearest two known heights."""
        place = row / ROWS * (len(self._heights) - 1)
        at = min(int(place), len(self._heights) - 2)
        low, high = self._heights[at], self._heights[at + 1]
        return (low + (high - low) * (place - at)) * self.height()
