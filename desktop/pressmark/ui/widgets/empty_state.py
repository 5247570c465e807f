"""What is said where there is nothing yet, and how to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.themed_icon import ThemedIcon

_ALL = 1_000
"""A share of the width beside which those of the gaps count for nothing."""
_WIDEST = 360  # px: a line that is still read at one glance
_AROUND, _LOW = 24, 120  # px


class EmptyState(QWidget):
    """An icon, a sentence that teaches, and a button where there is one thing to do."""

    asked = Signal()
    """The button was clicked."""

    def __init__(
        self, icon: str, sentence: str, button: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sentence = PlainLabel(sentence, "muted")
        self._sentence.setWordWrap(True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sentence.setMaximumWidth(_WIDEST)
        self._button = QPushButton(button, self)  # without a parent it would be a window
        self._button.setVisible(bool(button))
        self._button.clicked.connect(self.asked)
        self._icon = ThemedIcon(icon, "faint", 32)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._sentence, _ALL)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.setAccessibleName(sentence)

    def say(self, sentence: str) -> None:
        """Say something else."""
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room there is to the words: without the icon where that is little."""
        super().resizeEvent(event)
        is_low = event.size().height() < _LOW
        self._icon.setHidden(is_low)
        above = 4 if is_low else _AROUND
        self._column.setContentsMargins(_AROUND, above, _AROUND, above)
