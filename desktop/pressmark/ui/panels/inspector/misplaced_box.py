"""What says that an annotation's words do not stand at its place, and leads to where they do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from pressmark.analysis.misplaced import stands
from pressmark.model.annotation import Annotation
from pressmark.ui.panels.words import one_line
from pressmark.ui.widgets.key_cap import ActionKeyCap
from pressmark.ui.widgets.plain_label import PlainLabel

_LONGEST = 160
"""Code points that are shown of what stands there instead."""


class MisplacedBox(QFrame):
    """Shows what stands at the place instead; hidden where the words do."""

    find_asked = Signal()
    """The words shall be looked for, and the annotation go where they are."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "warning")
        self._there = PlainLabel(role="muted")
        self._there.setWordWrap(True)
        self.find_button = QPushButton(self.tr("Find them again"))
        self.find_button.clicked.connect(self.find_asked)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.find_button)
        row.addWidget(ActionKeyCap("find-again"))
        row.addStretch()
        words = PlainLabel(self.tr("Or select where they stand, and move it there."), "small")
        words.setWordWrap(True)
        otherwise = QHBoxLayout()
        otherwise.setSpacing(8)
        otherwise.addWidget(words, 1)
        otherwise.addWidget(ActionKeyCap("reanchor"))
        heading = PlainLabel(self.tr("These words do not stand here any more"), "heading")
        heading.setWordWrap(True)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(10, 8, 10, 10)
        stack.setSpacing(6)
        stack.addWidget(heading)
        stack.addWidget(self._there)
        stack.addLayout(row)
        stack.addLayout(otherwise)
        self.hide()

    def show_annotation(self, text: str, annotation: Annotation) -> None:
        """Show what stands in `text` at an annotation's place, unless it is its words."""
        self.setVisible(not stands(text, annotation))
        there = one_line(" … ".join(text[start:end] for start, end in annotation.fragments))
        short = there if len(there) <= _LONGEST else there[: _LONGEST - 1] + "…"
        self._there.setText(self.tr("Now it says: {words}").format(words=short))
