"""A relation as a row: its type, its other end, and a button that removes it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from pressmark.ui.panels.inspector.relation_line import RelationLine
from pressmark.ui.panels.inspector.small_button import SmallButton
from pressmark.ui.panels.inspector.wrapped_button import WrappedButton
from pressmark.ui.widgets.elided_label import ElidedLabel
from pressmark.ui.widgets.themed_icon import Glyph, ThemedIcon

_ARROWS = {"out": "arrow-right", "in": "arrow-left", "both": "arrow-left-right"}


class RelationRow(QWidget):
    """Shows a relation; a click on the other end goes there."""

    followed = Signal(str)
    """The id of the annotation at the other end."""
    removed = Signal(str)
    """The id of the relation."""

    def __init__(self, line: RelationLine) -> None:
        super().__init__()
        head = ElidedLabel(" · ".join(filter(None, (line.kind, line.remark))), "muted")
        self.end = WrappedButton(most=2)
        self.end.show_text(line.text, quiet=not line.target)
        self.end.setEnabled(bool(line.target))
        self.end.clicked.connect(lambda: self.followed.emit(line.target))
        self.end.setAccessibleName(f"{self._direction(line)}: {line.text}")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(ThemedIcon(_ARROWS[line.direction], size=14), 0, 0)
        grid.addWidget(head, 0, 1)
        if line.label is not None:
            beside = QVBoxLayout()
            beside.setContentsMargins(0, 3, 0, 0)
            beside.addWidget(Glyph(line.label))
            beside.addStretch()
            grid.addLayout(beside, 1, 0)
        grid.addWidget(self.end, 1, 1)
        grid.setRowMinimumHeight(0, 20)
        if line.relation:
            remove = SmallButton("x", self.tr("Remove relation"), f"{line.kind}, {line.text}")
            remove.clicked.connect(lambda: self.removed.emit(line.relation))
            grid.addWidget(remove, 0, 2)

    def _direction(self, line: RelationLine) -> str:
        if line.direction == "in":
            return self.tr("{relation}, from").format(relation=line.kind)
        return line.kind
