"""A line of words across the window, with buttons for what can be done about it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from pressmark.ui.theme.appearance import give_icon
from pressmark.ui.widgets.plain_label import PlainLabel


class Offer(NamedTuple):
    """A button's words, and what it does."""

    words: str
    follow: Callable[[], object]


class Strip(QFrame):
    """Words that wrap, then a button for each offer; what `closes` has one to put it away."""

    closed = Signal()
    """Somebody has read it and wants it to go."""

    def __init__(self, words: str, offers: Sequence[Offer], *, closes: bool) -> None:
        super().__init__()
        self.setProperty("surface", "strip")
        self.words = words
        self.offers = tuple(offers)
        label = PlainLabel(words)
        label.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(label, 1)
        for offer in offers:
            row.addWidget(_button(offer))
        if closes:
            close = QPushButton()
            close.setFlat(True)
            close.setAccessibleName(self.tr("Close"))
            close.clicked.connect(self.closed)
            give_icon(close, "x")
            row.addWidget(close)


def _button(offer: Offer) -> QPushButton:
    button = QPushButton(offer.words)

    def follow() -> None:
        offer.follow()  # which need not know whether the button is checked

    button.clicked.connect(follow)
    return button
