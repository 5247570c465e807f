"""The overview ruler: the scroll bar of the article, with every annotation at its height."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QScrollBar, QWidget

from pressmark.model.annotation import Annotation
from pressmark.model.span import Span
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.colours import mix

ROWS = 1024
"""Into how many rows the text is divided; a few more than a screen has px."""

WIDTH = 14
_MARGIN = 2
_COLUMNS = 4


class Tally:
    """How many annotations of each label start, or go on, in each row of the ruler.

    Kept as differences between rows, so that an annotation costs the same however long it is.
    """

    def __init__(self, size: int) -> None:
        self._size = max(1, size)
        self._steps: dict[str, list[int]] = {}

    def count(self, annotation: Annotation, number: int = 1) -> None:
        """Count an annotation in, or (-1) out again."""
        steps = self._steps.get(annotation.label)
        if steps is None:
            steps = self._steps[annotation.label] = [0] * (ROWS + 1)
        for start, end in annotation.fragments:
            steps[start * ROWS // self._size] += number
            steps[(end - 1) * ROWS // self._size + 1] -= number

    def rows(self, span: Span) -> tuple[int, int]:
        """Return the rows [first, last) that a stretch of the text falls into."""
        return span.start * ROWS // self._size, (span.end - 1) * ROWS // self._size + 1

    def runs(self, label_id: str) -> list[tuple[int, int]]:
        """Return the stretches of rows [start, end) that have annotations of a label."""
        runs: list[tuple[int, int]] = []
        depth, start = 0, 0
        for row, step in enumerate(self._steps.get(label_id, ())):
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
        self._ys: list[float] = []
        self._picture = QPixmap()

    def show_tally(self, tally: Tally, colour_of: Callable[[str], QColor]) -> None:
        """Show other annotations; `colour_of` gives the colour of a label id."""
        self._tally, self._colour_of = tally, colour_of
        self._picture = QPixmap()
        self.update()

    def show_heights(self, heights: Sequence[float]) -> None:
        """Set where the text is: heights from 0 to 1 of places at equal distances in the text."""
        self._heights = heights
        self._picture = QPixmap()
        self.update()

    def refresh(self, rows: Iterable[tuple[int, int]]) -> None:
        """Draw stretches of rows anew, because what is counted in them changed."""
        if self._picture.isNull():
            return
        for start, end in rows:
            self._draw(start, end)
        self.update()

    def sizeHint(self) -> QSize:
        """Be narrow."""
        return QSize(WIDTH, 64)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the marks, and over them the handle."""
        del event
        ratio = self.devicePixelRatioF()
        if self._picture.size() != self.size() * ratio:
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(current_theme().colours.paper)
            self._spread()
            self._draw(0, ROWS)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        self._paint_handle(painter)

    def _draw(self, first: int, last: int) -> None:
        """Draw the rows from `first` to before `last` of the picture."""
        top, bottom = int(self._ys[first]) - 2, int(self._ys[last]) + 3
        painter = QPainter(self._picture)
        painter.setClipRect(0, top, self.width(), bottom - top)
        paper = current_theme().colours.paper
        painter.fillRect(self.rect(), paper)
        painter.setPen(Qt.PenStyle.NoPen)
        ys, step = self._ys, (self.width() - 2 * _MARGIN) / _COLUMNS
        for at, label in enumerate(self._tally.labels()):
            painter.setBrush(mix(paper, self._colour_of(label), 0.75))
            left = _MARGIN + min(at, _COLUMNS - 1) * step
            runs = ((ys[start], ys[end]) for start, end in self._tally.runs(label))
            painter.drawRects(
                [
                    QRectF(left, y0, step - 0.5, max(2.0, y1 - y0))
                    for y0, y1 in runs
                    if y0 <= bottom and y1 >= top
                ]
            )

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

    def _spread(self) -> None:
        """Work out the height in px of every row, by the nearest two known heights."""
        last = len(self._heights) - 1
        places = [row * last / ROWS for row in range(ROWS)]
        steps = [(int(place), place % 1) for place in places]
        known = [height * self.height() for height in self._heights]
        self._ys = [known[at] + (known[at + 1] - known[at]) * share for at, share in steps]
        self._ys.append(known[last])
