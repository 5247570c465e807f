"""Editors of choices from a closed list: one of them, or several."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from pressmark.model.attribute import Attribute, Value
from pressmark.ui.panels.flow_layout import FlowLayout
from pressmark.ui.panels.inspector.choice_field import ChoiceField
from pressmark.ui.panels.inspector.editors.editor import Editor, Surroundings
from pressmark.ui.panels.words import value_words

NONE_CHOSEN = "—"


def choice_editor(attribute: Attribute, around: Surroundings) -> Editor:
    """Return the editor that a choice needs."""
    kind = SeveralChoicesEditor if attribute.several else ChoiceEditor
    return kind(attribute, around)


class ChoiceEditor(Editor):
    """A list to pick one value from, or none."""

    def __init__(self, attribute: Attribute, around: Surroundings) -> None:
        super().__init__(attribute, around)
        self.field = ChoiceField(attribute.title)
        self.field.addItem(NONE_CHOSEN, None)
        for value in attribute.values:
            self.field.addItem(value_words(value), value)
        self.field.activated.connect(lambda at: self.edited.emit(self.field.itemData(at), ()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)

    def show_value(self, value: Value) -> None:
        """Show the value."""
        self.field.setCurrentIndex(max(0, self.field.findData(value)))


class SeveralChoicesEditor(Editor):
    """A box to tick for each value."""

    def __init__(self, attribute: Attribute, around: Surroundings) -> None:
        super().__init__(attribute, around)
        self.boxes = {
            value: QCheckBox(value_words(value).replace("&", "&&")) for value in attribute.values
        }
        self.setAccessibleName(attribute.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        flow = FlowLayout(spacing=4)
        column.addLayout(flow)
        for value, box in self.boxes.items():
            box.setAccessibleName(f"{attribute.title}: {value_words(value)}")
            box.clicked.connect(self._tell)
            flow.addWidget(box)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))

    def show_value(self, value: Value) -> None:
        """Tick what is chosen."""
        chosen = value if isinstance(value, tuple) else ()
        for name, box in self.boxes.items():
            box.setChecked(name in chosen)

    def _tell(self) -> None:
        ticked = tuple(name for name, box in self.boxes.items() if box.isChecked())
        self.edited.emit(ticked or None, ())
