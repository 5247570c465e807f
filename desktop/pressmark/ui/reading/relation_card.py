"""The card beside the annotation that a relation may lead to: what fits, and the key of each."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from pressmark.analysis.relating import Fit
from pressmark.model.label_set import Label
from pressmark.ui.reading.card import SHADOW, Card
from pressmark.ui.widgets.key_cap import KeyCap
from pressmark.ui.widgets.label_button import LabelButton
from pressmark.ui.widgets.plain_label import PlainLabel

_COLUMNS = 2
_WIDEST = 300
_INDENT = 10
"""Px that stand before the glyph of a flat button: its glyph begins where the words do."""


class RelationCard(Card):
    """Says what to do next, and has a button for each type that fits."""

    chosen = Signal(object)
    """The Fit that was clicked."""
    list_asked = Signal()
    """The other annotation is in another article."""
    left = Signal()
    """No relation is wanted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Make a relation"))
        self._prompt = PlainLabel()
        self._prompt.setWordWrap(True)
        self.inferred = QCheckBox(self.tr("Inferred"))
        self.inferred.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._shift = KeyCap(self.tr("Shift + letter"))
        self.elsewhere = self._button(self.tr("Other articles"), "list", "/")
        self.elsewhere.clicked.connect(self.list_asked)
        self.leave = self._button(self.tr("Leave"), "x", self.tr("Esc"))
        self.leave.clicked.connect(self.left)
        self.buttons: list[QAbstractButton] = []
        self._offers = QGridLayout()
        self._offers.setSpacing(4)
        self._offers.setColumnStretch(_COLUMNS, 1)
        sure, foot = QHBoxLayout(), QHBoxLayout()
        for row, parts in (
            (sure, (self.inferred, self._shift)),
            (foot, (self.elsewhere, self.leave)),
        ):
            row.setSpacing(6)
            for part in parts:
                row.addWidget(part)
            row.addStretch()
        sure.setContentsMargins(_INDENT, 0, 0, 0)
        self._prompt.setContentsMargins(_INDENT, 0, 0, 0)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW + 2, SHADOW + 8, SHADOW + 8, SHADOW + 4)
        column.setSpacing(4)
        column.addWidget(self._prompt)
        for rows in (self._offers, sure, foot):
            column.addLayout(rows)

    def show_offers(self, prompt: str, offers: Mapping[str, Fit]) -> None:
        """Say what is to be done, and offer types by their keys; none at first."""
        self._prompt.setText(prompt)
        width = min(_WIDEST, self._prompt.fontMetrics().horizontalAdvance(prompt) + 4) + _INDENT
        self._prompt.setFixedSize(width, self._prompt.heightForWidth(width))
        for button in self.buttons:
            self._offers.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._offer(key, fit) for key, fit in offers.items()]
        for at, button in enumerate(self.buttons):
            self._offers.addWidget(button, at // _COLUMNS, at % _COLUMNS)
            button.show()  # now: else the card would be measured without it
        self.inferred.setVisible(bool(offers))
        self._shift.setVisible(bool(offers))
        self._column.activate()

    def _offer(self, key: str, fit: Fit) -> QAbstractButton:
        glyph = "arrow-left" if fit.is_back else "arrow-right"
        if fit.kind.symmetric:
            glyph = "arrow-left-right"
        button = self._button(fit.kind.title, glyph, key)
        if fit.is_back:
            words = self.tr("{relation}, from the other one to this one")
            button.setAccessibleName(words.format(relation=fit.kind.title))
        button.clicked.connect(lambda: self.chosen.emit(fit))
        return button

    def _button(self, title: str, glyph: str, key: str) -> QAbstractButton:
        """Return a button that leaves the focus in the article."""
        button = LabelButton(Label(id=title, title=title, glyph=glyph), self, key=key, is_flat=True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button
