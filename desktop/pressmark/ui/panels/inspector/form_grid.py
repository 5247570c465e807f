"""Rows of a name and a field, the names in one column."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from pressmark.ui.panels.inspector.choice_field import ChoiceField
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.tooltips import give_tooltip

_NAMES = 84
"""Width of the column of names, in px."""


class FormGrid(QGridLayout):
    """Puts the name of a field beside it, at the height of its first line."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(10)
        self.setVerticalSpacing(6)
        self.setColumnMinimumWidth(0, _NAMES)
        self.setColumnStretch(1, 1)

    def add_row(self, at: int, title: str, field: QWidget, guidance: str = "") -> PlainLabel:
        """Put a field into row `at`, and return its name; `guidance` is shown when hovering it."""
        name = PlainLabel(title.replace("&", "&&"), "muted")  # it has a buddy: "&" would be a key
        name.setWordWrap(True)
        longest = max(map(name.fontMetrics().horizontalAdvance, title.split()), default=0)
        name.setFixedWidth(max(_NAMES, longest))
        name.setContentsMargins(0, 6, 0, 0)
        if not isinstance(field, ChoiceField):  # which has a label of its own
            name.setBuddy(field)
        give_tooltip(name, guidance)
        give_tooltip(field, guidance)
        self.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(field, at, 1, Qt.AlignmentFlag.AlignTop)
        return name
