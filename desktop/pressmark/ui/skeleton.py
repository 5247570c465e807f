"""What stands in the window for the moment until its parts are there."""

import json
from functools import cache

from PySide6.QtCore import QLine, QRect, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pressmark.paths import resource

TOP, FOOT = 48, 28
"""Heights of the bar at the top and of the line at the foot, in px."""


class Skeleton(QWidget):
    """The desk and the paper, empty, in the colours of the theme; needs hardly any code to show.

    `left` and `right` are the widths of the panels, 0 for one that is hidden.
    """

    painted = Signal()
    """The first paint is over."""

    def __init__(self, theme: str, left: int, right: int) -> None:
        super().__init__()
        self._colours = _colours(theme)
        self._left, self._right = left, right
        self._is_painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the panes and the lines between them."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._colours["panel"])
        panes = self.rect().adjusted(0, TOP, 0, -FOOT)
        paper = panes.adjusted(self._left, 0, -self._right, 0)
        painter.fillRect(paper, self._colours["paper"])
        painter.setPen(self._colours["hairline"])
        painter.drawLines(_edges(panes, paper))
        painter.end()
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()


def _edges(panes: QRect, paper: QRect) -> list[QLine]:
    across = [
        QLine(panes.left(), y, panes.right(), y) for y in (panes.top() - 1, panes.bottom() + 1)
    ]
    sides = [x for x in (paper.left() - 1, paper.right() + 1) if panes.left() <= x <= panes.right()]
    return across + [QLine(x, panes.top(), x, panes.bottom()) for x in sides]


@cache
def _colours(theme: str) -> dict[str, QColor]:
    if theme not in ("light", "dark"):
        scheme = QGuiApplication.styleHints().colorScheme()
        theme = "dark" if scheme == Qt.ColorScheme.Dark else "light"
    tokens = json.loads(resource("themes", f"{theme}.json").read_bytes())["colours"]
    return {name: QColor(tokens[name]) for name in ("panel", "paper", "hairline")}
