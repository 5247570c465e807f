"""The inspector above the annotations, in one column that may be too low for both."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

_BOTH = 420
"""Px of height below which two parts show too little of anything."""


class Column(QSplitter):
    """Two parts; in a low one, as beside an open dock in a small window, the lower can be folded.

    It is the lower one that knows what of it stays, and whether somebody wants it whole.
    """

    turned_low = Signal(bool)
    """There is no room for both, or there is again."""

    def __init__(self, upper: QWidget, lower: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._lower = lower
        self._most = lower.maximumHeight()
        self._shares = [520, 380]
        self._is_low = False
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for part in (upper, lower):
            self.addWidget(part)
        self.setSizes(self._shares)

    def shares(self) -> list[int]:
        """Return the heights of both parts, where there is room for both."""
        return self._shares if self._is_low else self.sizes()

    def share(self, shares: list[int]) -> None:
        """Give both parts room in the proportion of these heights."""
        self._shares = shares
        if not self._is_low:
            self.setSizes(shares)

    def fold(self, *, is_folded: bool) -> None:
        """Let the lower part have no more height than it needs, or a half."""
        self._lower.setMaximumHeight(self._lower.sizeHint().height() if is_folded else self._most)
        if not is_folded:
            self.setSizes([1, 1] if self._is_low else self._shares)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say when there is too little room, and when there is enough again."""
        before = self.sizes()
        super().resizeEvent(event)
        is_low = self.height() < _BOTH
        if is_low != self._is_low:
            if is_low and all(before):
                self._shares = before
            self._is_low = is_low
            self.turned_low.emit(is_low)
