"""An article that is nearly the same as another one: what becomes of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from pressmark.model.article import NEW_VERSION
from pressmark.ui.dialogs.articles.newcomer import REPRINT, Newcomer
from pressmark.ui.dialogs.articles.words import like_words
from pressmark.ui.panels.inspector.choice_field import ChoiceField
from pressmark.ui.theme.appearance import give_icon
from pressmark.ui.widgets.plain_label import PlainLabel

_OUT = "leave-out"


class ReprintBox(QFrame):
    """Says which article it is like, shows both side by side, and asks how to link them."""

    compare_asked = Signal()
    changed = Signal()
    """It is linked in another way, or left out."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._newcomer: Newcomer | None = None
        self._words = PlainLabel()
        self._words.setWordWrap(True)
        self.compare = QPushButton(self.tr("Side by side"))
        give_icon(self.compare, "columns-2")
        self.compare.setAutoDefault(False)
        self.compare.clicked.connect(self.compare_asked)
        self.choice = ChoiceField(self.tr("What becomes of it"))
        self.choice.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for words, value in (
            (self.tr("Link as a reprint"), REPRINT),
            (self.tr("Link as a new version"), NEW_VERSION),
            (self.tr("Import without a link"), ""),
            (self.tr("Leave out"), _OUT),
        ):
            self.choice.addItem(words, value)
        self.choice.activated.connect(self._take)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.choice)
        buttons.addWidget(self.compare)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        column.addWidget(self._words)
        column.addLayout(buttons)

    def show_newcomer(self, newcomer: Newcomer | None, name: str) -> None:
        """Show what it is like: an article called `name`; hide where it is like none."""
        self._newcomer = newcomer
        self.setVisible(newcomer is not None)
        if newcomer is not None:
            self._words.setText(like_words(newcomer, name))
            value = newcomer.link if newcomer.is_taken else _OUT
            self.choice.setCurrentIndex(self.choice.findData(value))

    def _take(self) -> None:
        if self._newcomer is not None:
            value = self.choice.currentData()
            self._newcomer.is_taken = value != _OUT
            if value != _OUT:
                self._newcomer.link = value
            self.changed.emit()
