"""What stands in the window for the moment until its parts are there."""

import json

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from pressmark.paths import resource

LEFT, RIGHT = 280, 340
"""Widths of the outer panes the first time, in px."""

_TOP, _FOOT = 82, 34
"""Heights of the bars above the panes and of the line at the foot, in px."""


class Skeleton(QFrame):
    """The desk and the paper, empty, in the colours of the theme.

    `arrangement` is that of the panes; those here are about as wide. Made of as little as can be:
    a painter, or one member of the namespace `Qt`, would take longer to import than all else.
    """

    painted = Signal()
    """The first paint is over."""

    def __init__(self, theme: str, arrangement: str) -> None:
        super().__init__()
        self._is_painted = False
        left = 0 if arrangement.startswith("0") else LEFT
        right = 0 if arrangement[1:].startswith("0") else RIGHT
        row = QHBoxLayout(self)
        row.setContentsMargins(left, _TOP, right, _FOOT)
        row.addWidget(QFrame(self))
        self.setStyleSheet(_stylesheet(theme))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say when there is something to see."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()


def _stylesheet(theme: str) -> str:
    if theme not in ("light", "dark"):
        is_dark = QGuiApplication.palette().window().color().lightness() < 128
        theme = "dark" if is_dark else "light"
    colours = json.loads(resource("themes", f"{theme}.json").read_bytes())["colours"]
    desk = "Skeleton {{ background: {panel} }}"
    paper = "Skeleton QFrame {{ background: {paper}; border: 1px solid {hairline} }}"
    return desk.format(**colours) + paper.format(**colours)
