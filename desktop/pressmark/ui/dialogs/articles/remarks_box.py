"""What somebody should know of a newcomer, a line each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.themed_icon import ThemedIcon

_LOOKS = {
    "refused": ("circle-x", "danger"),
    "look": ("triangle-alert", "warning"),
}


class RemarksBox(QFrame):
    """Sentences with one sign before them; hides where there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = ThemedIcon("info", "muted")
        self._words = PlainLabel()
        self._words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    @property
    def text(self) -> str:
        """What is said."""
        return "" if self.isHidden() else self._words.text()

    def show_remarks(self, lines: Sequence[str], standing: str) -> None:
        """Say these sentences of something that stands so."""
        self.setVisible(bool(lines))
        self._words.setText("\n".join(lines))
        name, colour = _LOOKS.get(standing, ("info", "muted"))
        self._icon.show_icon(name, colour)
        self.setProperty("surface", "warning" if standing in _LOOKS else "card")
        self.style().unpolish(self)
        self.style().polish(self)
