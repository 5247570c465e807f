"""The small bar with the labels that appears at a selection; one click tags."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from pressmark.model.label_set import LabelSet
from pressmark.ui.panels.guideline_words import guideline
from pressmark.ui.panels.words import one_line
from pressmark.ui.reading.card import SHADOW, Card
from pressmark.ui.widgets.label_button import LabelButton
from pressmark.ui.widgets.tooltips import plain_tooltip

_WIDEST = 150
"""Px of an annotation's words that are shown."""

_APART = "\u2068{}\u2069"
"""Words that run in their own direction, whichever way those around them run."""


class SelectionBar(Card):
    """A floating card with a row of label buttons, and one to add to the active annotation."""

    chosen = Signal(str)
    """The id of the label that was clicked."""
    addition_chosen = Signal()
    """The selection is to be a further fragment of the active annotation."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Tag the selection"))
        self._row = QHBoxLayout()
        self._row.setSpacing(2)
        self.addition = QPushButton()
        self.addition.setFlat(True)
        self.addition.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.addition.clicked.connect(self.addition_chosen)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(SHADOW + 6, SHADOW + 5, SHADOW + 6, SHADOW + 5)
        self._rows.setSpacing(2)
        self._rows.addLayout(self._row)
        self._rows.addWidget(self.addition)

    def show_labels(self, labels: LabelSet) -> None:
        """Offer the labels of another label set."""
        while item := self._row.takeAt(0):
            if button := item.widget():
                button.deleteLater()
        for label in labels.labels:
            button = LabelButton(label, self, is_flat=True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolTip(plain_tooltip(*guideline(label)))
            button.clicked.connect(lambda _checked=False, one=label.id: self.chosen.emit(one))
            self._row.addWidget(button)

    def offer_addition(self, words: Sequence[str]) -> None:
        """Offer to add to an annotation with these words; to none without words."""
        text = one_line(" … ".join(words))
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _WIDEST)
        named = self.tr("Add to “{words}”")
        apart = _APART.format(shown.replace("&", "&&"))
        self.addition.setText(named.replace("{words}", apart))
        self.addition.setAccessibleName(named.replace("{words}", text))
        self.addition.setToolTip(self.tr("A further fragment of it, as Ctrl + drag makes one"))
        self.addition.setVisible(bool(words))
        for layout in (self._row, self._rows):
            layout.setDirection(QBoxLayout.Direction.LeftToRight)
        self._rows.invalidate()
        for layout in (self._rows, self._row):  # the addition below the labels, or all in a column
            if self.sizeHint().width() > self._room.width() + SHADOW:
                layout.setDirection(QBoxLayout.Direction.TopToBottom)
                self._rows.invalidate()  # it holds the other, and hears of it only later
