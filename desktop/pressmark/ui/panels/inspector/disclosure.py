"""A line that shows and hides what is below."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton

from pressmark.ui.theme.appearance import give_icon


class Disclosure(QToolButton):
    """A quiet button with an arrow that points down while it is on."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setIconSize(QSize(14, 14))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggled.connect(self._turn)
        self._turn(on=False)

    def _turn(self, on: bool) -> None:  # noqa: FBT001 -- Qt hands it over by place
        give_icon(self, "chevron-down" if on else "chevron-right")
