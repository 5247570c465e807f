"""The name of the annotator, which a click lets one change in place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QStackedWidget, QToolButton, QWidget

_LONGEST = 28
"""Letters of a name that are shown; all of it while it is changed."""


class AnnotatorName(QStackedWidget):
    """A button with the name; while it is changed, a line instead."""

    named = Signal(str)
    """Another name was written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.button = QToolButton()
        self.button.setToolTip(self.tr("Change your name"))
        self.button.clicked.connect(self._begin)
        self.line = _Line()
        self.line.setAccessibleName(self.tr("Your name"))
        self.line.editingFinished.connect(self._finish)
        self.line.given_up.connect(self._end)
        self.addWidget(self.button)
        self.addWidget(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_name(self, name: str) -> None:
        """Show whose work is being done."""
        self._name = name
        short = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
        words = self.tr("Annotator: {name}").format(name=short)
        self.button.setText(words.replace("&", "&&"))
        self.button.setAccessibleName(words)

    def _begin(self) -> None:
        self.line.setText(self._name)
        self.setCurrentWidget(self.line)
        self.line.selectAll()
        self.line.setFocus()

    def _finish(self) -> None:
        if self.currentWidget() is not self.line:
            return
        name = " ".join(self.line.text().split())
        self._end()
        if name and name != self._name:
            self.named.emit(name)

    def _end(self) -> None:
        had_focus = self.line.hasFocus()
        self.line.setText(self._name)  # the line finishes once more when it is hidden
        self.setCurrentWidget(self.button)
        if had_focus:
            self.button.setFocus()


class _Line(QLineEdit):
    """A line edit that Esc leaves as it was."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up at Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
