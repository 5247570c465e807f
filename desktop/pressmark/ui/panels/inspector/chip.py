"""A name in a rounded box, with a button that takes it away."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from pressmark.ui.theme.appearance import current_theme, give_icon
from pressmark.ui.widgets.elided_label import ElidedLabel

_WIDEST = 240


class Chip(QWidget):
    """Shows a name, elided where it is long; the whole of it is in the tooltip.

    `words` is what shows it, if not a label.
    """

    removed = Signal()

    def __init__(self, name: str, words: QWidget | None = None) -> None:
        super().__init__()
        words = words or ElidedLabel(name)
        words.setMaximumWidth(_WIDEST)
        self.button = QToolButton()
        self.button.setIconSize(QSize(12, 12))
        self.button.setAccessibleName(self.tr("Remove {name}").format(name=name))
        self.button.clicked.connect(self.removed)
        give_icon(self.button, "x")
        row = QHBoxLayout(self)
        row.setContentsMargins(8 if isinstance(words, ElidedLabel) else 2, 1, 1, 1)
        row.setSpacing(1)
        row.addWidget(words)
        row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.button)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_theme().colours.chip)
        painter.drawRoundedRect(QRectF(self.rect()), 7, 7)
