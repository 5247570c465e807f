"""One format: what it is for, what goes in, and how it is written."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from pressmark.formats.format import Format
from pressmark.ui.theme.fonts import article_font
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.words import translated


class FormatPage(QScrollArea):
    """A page that scrolls where it is not high enough."""

    def __init__(self, contents: QWidget, options: QWidget) -> None:
        super().__init__()
        self._name, self._about = PlainLabel(), PlainLabel(role="muted")
        font = article_font(24)
        font.setWeight(QFont.Weight.DemiBold)
        self._name.setFont(font)
        self._about.setWordWrap(True)
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(28, 18, 28, 12)
        column.setSpacing(10)
        column.addWidget(self._name)
        column.addWidget(self._about)
        column.addSpacing(4)
        column.addWidget(PlainLabel(self.tr("What goes in"), "heading"))
        column.addWidget(contents)
        column.addSpacing(6)
        column.addWidget(options)
        column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it, and scroll it
        self.setWidget(self._inner)
        self.viewport().setAutoFillBackground(False)
        self._inner.setAutoFillBackground(False)  # which the scroll area has just set

    def show_format(self, form: Format[Any]) -> None:
        """Say what a format is called and for, and begin at the top."""
        self._name.setText(translated(form.name))
        self._about.setText(translated(form.about))
        self.verticalScrollBar().setValue(0)

    def fit(self) -> None:
        """Be as broad as what it shows needs."""
        self.setMinimumWidth(self._inner.minimumSizeHint().width())
