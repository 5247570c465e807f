"""The middle of the window: the panes, or a page in their place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget


class Centre(QStackedWidget):
    """Shows the panes until a page is shown in their place."""

    changed = Signal()
    """The panes are shown again, or no more."""

    def __init__(self, panes: QWidget) -> None:
        super().__init__()
        self._panes = panes
        self.addWidget(panes)

    def show_page(self, page: QWidget) -> None:
        """Show a page in the place of the panes."""
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
        self.changed.emit()

    def show_panes(self) -> None:
        """Show the panes again."""
        if self.currentWidget() is not self._panes:
            self.setCurrentWidget(self._panes)
            self.changed.emit()
