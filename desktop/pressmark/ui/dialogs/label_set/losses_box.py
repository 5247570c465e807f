"""What leaves the label set while it is in use, and what becomes of it: one choice a line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from pressmark.edits.label_set_use import Key, Loss, stand_ins
from pressmark.ui.dialogs.label_set.draft import Draft
from pressmark.ui.dialogs.label_set.words import loss_words, stand_in_words
from pressmark.ui.widgets.elided_label import ElidedLabel
from pressmark.ui.widgets.plain_label import PlainLabel

_KEEP, _DELETE = "", "\0"
_HIGHEST, _NARROWEST, _SPARE = 118, 220, 8
"""Px of the list, of a choice, and beside its words."""


class LossesBox(QFrame):
    """Hidden while nothing is lost."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self._shown: tuple[object, ...] = ()
        self.choices: dict[Key, QComboBox] = {}
        self.setProperty("surface", "warning")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(PlainLabel(self.tr("In use, but no longer in the label set"), "heading"))
        column.addWidget(self._scroll)
        draft.changed.connect(self.show_losses)
        self.show_losses()

    def show_losses(self) -> None:
        """Show what is lost now."""
        lost = self._draft.lost
        wanted = (lost, tuple(tuple(self._offered(one)) for one in lost))
        self.setVisible(bool(lost))
        if wanted != self._shown:
            self._shown = wanted
            self._fill(lost)
        for key, choice in self.choices.items():
            way = self._draft.ways.get(key, _KEEP)
            choice.setCurrentIndex(max(0, choice.findData(_DELETE if way is None else way)))

    def _fill(self, lost: tuple[Loss, ...]) -> None:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        self.choices = {}
        for row, loss in enumerate(lost):
            words = loss_words(loss, self._draft.before)
            choice = self._choice(loss, words)
            self.choices[loss.key] = choice
            name = ElidedLabel(words)
            name.setBuddy(choice)
            grid.addWidget(name, row, 0)
            grid.addWidget(choice, row, 1)
        self._scroll.setWidget(page)
        page.setAutoFillBackground(False)  # which the line above has turned on
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setFixedHeight(min(page.sizeHint().height() + 2, _HIGHEST))

    def _choice(self, loss: Loss, words: str) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(words)
        for text, way in self._offered(loss):
            choice.addItem(text, way)
        choice.setMinimumWidth(max(_NARROWEST, choice.sizeHint().width() + _SPARE))
        choice.activated.connect(lambda _at: self._settle(loss.key, choice.currentData()))
        return choice

    def _offered(self, loss: Loss) -> list[tuple[str, str]]:
        """Return what can become of a loss: words, and the id that stands for it."""
        labels = self._draft.labels
        ways = [(self.tr("Keep as it is, outside the label set"), _KEEP)]
        ways += [
            (stand_in_words(loss.key, one, labels), one) for one in stand_ins(loss.key, labels)
        ]
        return [*ways, (self._delete_words(loss.key[0]), _DELETE)]

    def _delete_words(self, kind: str) -> str:
        match kind:
            case "label":
                return self.tr("Delete these annotations")
            case "relation":
                return self.tr("Delete these relations")
            case "zone":
                return self.tr("Take these stretches out of zones")
        return self.tr("Delete these values")

    def _settle(self, key: Key, way: str) -> None:
        self._draft.settle(key, None if way == _DELETE else way, keep=way == _KEEP)
