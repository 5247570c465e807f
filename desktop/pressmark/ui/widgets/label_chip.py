"""A label as a heading: its glyph and its title."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from pressmark.model.label_set import Label
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.themed_icon import Glyph


class LabelChip(QWidget):
    """Glyph and title of a label side by side; not to be clicked."""

    def __init__(self, label: Label, role: str = "heading", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph, self._title = Glyph(label), PlainLabel(label.title, role)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._glyph)
        row.addWidget(self._title)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(label.title)

    def show_label(self, label: Label) -> None:
        """Show another label."""
        self._glyph.show_label(label)
        self._title.setText(label.title)
        self.setAccessibleName(label.title)
