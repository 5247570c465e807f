"""The three panes side by side: what is listed, what is read, what is known of it."""

import re

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from pressmark.ui.column import Column
from pressmark.ui.skeleton import LEFT, RIGHT

_ARRANGEMENT = re.compile(r"([01])([01]) (\d{1,5}) (\d{1,5}) (\d{1,5}) (\d{1,5})")
_LEAST = (220, 380, 316)
"""Below these widths panes are of no use."""


class Panes(QSplitter):
    """Articles, paper, and inspector above annotations; the outer ones can be hidden.

    Where a window is too narrow for all three, as on small screens and with everything twice as
    large, an outer pane gives way: the articles, unless they were asked for last.
    """

    def __init__(self, left: QWidget, middle: QWidget, upper: QWidget, lower: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.left = left
        self.right = Column(upper, lower)
        self._gave_way: QWidget | None = None
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
        outer = (self.left, self.right)
        shown = "".join(str(int(not pane.isHidden() or pane is self._gave_way)) for pane in outer)
        sizes = (self.left.width(), self.right.width(), *self.right.shares())
        return " ".join((shown, *map(str, sizes)))

    def arrange(self, arrangement: str) -> None:
        """Bring back what `arrangement` returned; anything else leaves the panes as they are."""
        kept = _ARRANGEMENT.fullmatch(arrangement)
        if kept is None:
            return
        left, right, upper, lower = map(int, kept.groups()[2:])
        self.setSizes([left, max(1, self.width() - left - right), right])
        self.right.share([upper, lower])
        self._gave_way = None
        self.left.setHidden(kept[1] == "0")
        self.right.setHidden(kept[2] == "0")
        self._make_room(self.window().width(), self.right)

    def toggle(self, pane: QWidget) -> None:
        """Show or hide an outer pane; the other one gives way to it."""
        self._gave_way = None
        pane.setVisible(pane.isHidden())
        self._make_room(self.window().width(), pane)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the window: a splitter itself gets no smaller than what it shows."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._make_room(self.window().width(), self.right)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring back what gave way if there is room now, and let it give way where not."""
        if isinstance(event, QResizeEvent) and watched is self.window():
            width = event.size().width()
            if self._gave_way is not None and width >= sum(_LEAST):
                self._gave_way.show()
                self._gave_way = None
            self._make_room(width, self.right)
        return super().eventFilter(watched, event)

    def _make_room(self, width: int, keep: QWidget) -> None:
        other = self.left if keep is self.right else self.right
        both_shown = not (keep.isHidden() or other.isHidden())
        if both_shown and width < sum(_LEAST):
            other.hide()
            self._gave_way = other
