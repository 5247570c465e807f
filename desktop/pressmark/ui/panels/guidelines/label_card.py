"""What counts as one label: its definition, and an example of what is one and of what is none."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from pressmark.model.label_set import Label
from pressmark.ui.panels.inspector.form_grid import FormGrid
from pressmark.ui.panels.inspector.note_field import NoteField
from pressmark.ui.widgets.label_chip import LabelChip


class LabelCard(QFrame):
    """Shows the guideline of a label under its glyph, to be changed in place."""

    changed = Signal(str, str)
    """The name of a field of the label, and its new words."""

    def __init__(self, label: Label) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._head = LabelChip(label)
        self.fields: dict[str, NoteField] = {}
        form = FormGrid()
        rows = (
            ("definition", self.tr("Definition"), self.tr("What counts as one")),
            ("example", self.tr("Yes"), self.tr("Words that are one")),
            ("counter_example", self.tr("No"), self.tr("Words that only look like one")),
        )
        for at, (name, title, hint) in enumerate(rows):
            field = self.fields[name] = NoteField()
            field.setProperty("quiet", True)  # noqa: FBT003 -- Qt has no names for this
            field.setPlaceholderText(hint)
            field.written.connect(partial(self.changed.emit, name))
            form.add_row(at, title, field)
        form.setVerticalSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 10, 8)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addLayout(form)
        column.addStretch(1)
        self.show_label(label)

    def show_label(self, label: Label) -> None:
        """Show the same label as it is now; what is being written stays."""
        self._head.show_label(label)
        self.setAccessibleName(label.title)
        for name, field in self.fields.items():
            field.show_text(getattr(label, name) or "")
            field.setAccessibleName(f"{label.title}: {_said(field)}")


def _said(field: NoteField) -> str:
    return field.placeholderText() or str(field.property("hint") or "")
