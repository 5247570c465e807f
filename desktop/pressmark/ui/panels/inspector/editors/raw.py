"""The editor of what nothing is known about: it shows the value as it stands in the file."""

import json

from PySide6.QtWidgets import QHBoxLayout

from pressmark.model.attribute import Anchor, Attribute, Value, anchors
from pressmark.ui.panels.inspector.editors.editor import Editor, Surroundings
from pressmark.ui.panels.inspector.small_button import SmallButton
from pressmark.ui.panels.inspector.wrapped_button import WrappedButton

_LONGEST = 400


class RawEditor(Editor):
    """Shows a value that the label set does not foresee, and lets somebody remove it."""

    def __init__(self, attribute: Attribute, around: Surroundings) -> None:
        super().__init__(attribute, around)
        self.shown = WrappedButton()
        self.shown.setEnabled(False)
        self.remove = SmallButton("x", self.tr("Remove"), attribute.title)
        self.remove.clicked.connect(lambda: self.edited.emit(None, ()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.shown, 1)
        row.addWidget(self.remove)
        self.setFocusProxy(self.remove)

    def show_value(self, value: Value) -> None:
        """Show the value."""
        self.shown.show_text(raw_words(value), quiet=True)


def raw_words(value: Value) -> str:
    """Return any value in words: the text an anchor points at, else as JSON has it."""
    pointed = [anchor.text or ", ".join(anchor.entities) for anchor in anchors(value)]
    if pointed:
        return " … ".join(pointed)[:_LONGEST]
    if isinstance(value, str):
        return value[:_LONGEST]
    plain = list(value) if isinstance(value, tuple) else value
    return json.dumps(plain, ensure_ascii=False, default=_no_anchor)[:_LONGEST]


def _no_anchor(value: Anchor) -> str:
    return value.text or ""
