"""The editor of yes and no."""

from PySide6.QtWidgets import QVBoxLayout

from pressmark.model.attribute import Attribute, Value
from pressmark.ui.panels.inspector.editors.editor import Editor, Surroundings
from pressmark.ui.widgets.segmented_choice import SegmentedChoice


class FlagEditor(Editor):
    """Offers yes, no, and neither."""

    def __init__(self, attribute: Attribute, around: Surroundings) -> None:
        super().__init__(attribute, around)
        choices = ((self.tr("Not set"), None), (self.tr("Yes"), True), (self.tr("No"), False))
        self.segments = SegmentedChoice(choices, attribute.title)
        self.segments.picked.connect(lambda value: self.edited.emit(value, ()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.segments)
        self.setFocusProxy(self.segments)

    def show_value(self, value: Value) -> None:
        """Show which of the three it is."""
        self.segments.choose(value)
