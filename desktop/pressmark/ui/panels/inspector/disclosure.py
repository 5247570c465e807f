"""A line that shows and hides what is more."""

from PySide6.QtCore import Signal

from pressmark.ui.panels.inspector.line_button import LineButton
from pressmark.ui.widgets.protection import mark_as_reading


class Disclosure(LineButton):
    """A quiet button with an arrow, which points down while more is shown."""

    turned = Signal(bool)
    """Whether more is to be shown from now on."""

    def __init__(self) -> None:
        super().__init__("chevron-right")
        mark_as_reading(self)
        self._is_open = False
        self.clicked.connect(lambda: self.turn(is_open=not self._is_open))

    @property
    def is_open(self) -> bool:
        """Whether more is shown."""
        return self._is_open

    def turn(self, *, is_open: bool) -> None:
        """Show more, or less."""
        if is_open != self._is_open:
            self._is_open = is_open
            self.show_icon("chevron-down" if is_open else "chevron-right")
            self.turned.emit(is_open)
