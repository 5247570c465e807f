"""A line at the foot of a dialog: what was done, and a way back from it."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from pressmark.ui.widgets.announcing import announce
from pressmark.ui.widgets.plain_label import PlainLabel


class UndoLine(QWidget):
    """Says what was done, with a button that takes it back as long as nothing else is done."""

    def __init__(self) -> None:
        super().__init__()
        self._undo: Callable[[], object] = lambda: None
        self._words = PlainLabel(role="muted")
        self.button = QPushButton(self.tr("Undo"))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._take_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._words)
        row.addWidget(self.button)
        row.addStretch(1)
        self.forget()

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def say(self, words: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done, and offer to take it back with `undo`."""
        self._undo = undo or (lambda: None)
        self._words.setText(words)
        self.button.setVisible(undo is not None)
        announce(self, words)

    def forget(self) -> None:
        """Say nothing any more."""
        self._words.clear()
        self.button.hide()

    def _take_back(self) -> None:
        undo = self._undo
        self.forget()
        undo()
