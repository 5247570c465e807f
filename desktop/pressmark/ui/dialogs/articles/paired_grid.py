"""Where fields stand two abreast, their names before them, in line with those of other forms."""

from PySide6.QtWidgets import QGridLayout, QWidget

_NAMES = 84
"""Width of the first column of names, in px."""


class PairedGrid(QGridLayout):
    """Four columns for a form: a name and its field, and a name and its field."""

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(10)
        self.setVerticalSpacing(6)
        self.setColumnMinimumWidth(0, _NAMES)
        for column in (1, 3):
            self.setColumnStretch(column, 1)
