"""A small button without words, for what can be done with the field it stands in."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton

from pressmark.ui.theme.appearance import give_icon
from pressmark.ui.widgets.tooltips import give_tooltip


class SmallButton(QToolButton):
    """An icon of 14 px; `words` say what it does, and `of` to what, for people who hear it."""

    def __init__(self, icon: str, words: str, of: str = "") -> None:
        super().__init__()
        self.setIconSize(QSize(14, 14))
        self.setFixedSize(24, 24)
        give_tooltip(self, words)
        self.setAccessibleName(f"{of}: {words}" if of else words)
        give_icon(self, icon)
