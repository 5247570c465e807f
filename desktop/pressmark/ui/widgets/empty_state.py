"""What is said where there is nothing yet, and how to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.themed_icon import ThemedIcon

_ALL = 1_000
"""A share of the width beside which those of the gaps count for nothing."""
_WIDEST = 360  # px: a line that is still read at one glance


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
        self._button = QPushButton(button)
        self._button.setVisible(bool(button))
        self._button.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(ThemedIcon(icon, "faint", 32), 0, Qt.AlignmentFlag.AlignHCenter)
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
