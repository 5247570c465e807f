"""The card of one step of the tour."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pressmark.ui.reading.card import SHADOW, Card
from pressmark.ui.widgets.announcing import announce
from pressmark.ui.widgets.plain_label import PlainLabel

_WIDTH = 300
"""How wide the words are, in px."""


class CoachMark(Card):
    """Says what to try, and leaves one's hands and the focus where they are."""

    next_asked = Signal()
    skip_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = PlainLabel(role="small")
        self._heading = PlainLabel(role="heading")
        self._words = PlainLabel()
        for label in (self._heading, self._words):
            label.setWordWrap(True)
            label.setFixedWidth(_WIDTH)
        self.skip = QPushButton(self.tr("Skip the tour"))
        self.skip.setFlat(True)
        self.skip.clicked.connect(self.skip_asked)
        self.next = QPushButton()
        self.next.setProperty("main", "true")
        self.next.clicked.connect(self.next_asked)
        foot = QHBoxLayout()
        foot.addWidget(self.skip)
        foot.addStretch()
        foot.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW + 16, SHADOW + 12, SHADOW + 16, SHADOW + 12)
        column.setSpacing(6)
        for label in (self._count, self._heading, self._words):
            column.addWidget(label)
        column.addSpacing(4)
        column.addLayout(foot)

    def say(self, number: int, count: int, heading: str, words: str) -> QSize:
        """Say something else; return how large the card is for it."""
        told = self.tr("{number} of {count}").format(number=number, count=count)
        is_last = number == count
        self._count.setText(told)
        self._heading.setText(heading)
        self._words.setText(words)
        self.skip.setVisible(not is_last)
        self.next.setText(self.tr("Finish") if is_last else self.tr("Next"))
        self.setAccessibleName(f"{heading}. {words}")
        layout = self.layout()
        if layout is not None:
            layout.activate()
        announce(self, f"{told}: {heading}. {words}")
        return self.sizeHint()
