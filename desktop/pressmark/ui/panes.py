"""The three panes side by side: what is listed, what is read, what is known of it."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from pressmark.ui.skeleton import LEFT, RIGHT

_ARRANGEMENT = re.compile(r"([01])([01]) (\d{1,5}) (\d{1,5}) (\d{1,5}) (\d{1,5})")
_LEAST = (220, 480, 316)
"""Below these widths panes are of no use; together they fit the smallest window."""


class Panes(QSplitter):
    """Articles, paper, and inspector above annotations; the outer ones can be hidden."""

    def __init__(self, left: QWidget, middle: QWidget, upper: QWidget, lower: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.left = left
        self.right = _splitter(Qt.Orientation.Vertical, upper, lower)
        self.right.setSizes([520, 380])
        for pane, least in zip((left, middle, self.right), _LEAST, strict=True):
            pane.setMinimumWidth(least)
            self.addWidget(pane)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)
        for pane in (self.left, self.right):
            self.setStretchFactor(self.indexOf(pane), 0)
        self.setSizes([LEFT, 10_000, RIGHT])

    def arrangement(self) -> str:
        """Return which panes are shown and how large they are, as text to be kept."""
        shown = "".join(str(int(not pane.isHidden())) for pane in (self.left, self.right))
        sizes = (self.left.width(), self.right.width(), *self.right.sizes())
        return " ".join((shown, *map(str, sizes)))

    def arrange(self, arrangement: str) -> None:
        """Bring back what `arrangement` returned; anything else leaves the panes as they are."""
        kept = _ARRANGEMENT.fullmatch(arrangement)
        if kept is None:
            return
        left, right, upper, lower = map(int, kept.groups()[2:])
        self.setSizes([left, max(1, self.width() - left - right), right])
        self.right.setSizes([upper, lower])
        self.left.setHidden(kept[1] == "0")
        self.right.setHidden(kept[2] == "0")


def _splitter(orientation: Qt.Orientation, *parts: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for part in parts:
        splitter.addWidget(part)
    return splitter
