"""Words that are shown as they are: no markup, no mnemonics."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """A label that takes text for text.

    `role` says what the words are and thereby their look: "title", "heading", "muted", "small",
    "danger", "good", "warning", "state"; "" is ordinary text.
    """

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setText(text)

    def show_role(self, role: str) -> None:
        """Give the words another look."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)
