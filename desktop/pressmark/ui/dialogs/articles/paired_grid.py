"""Where fields stand two abreast, their names before them, in line with those of other forms."""

from PySide6.QtWidgets import QGridLayout, QWidget

_NAMES = 84
"""The least width of the first column of names, in px."""


class PairedGrid(QGridLayout):
    """Four columns for a form: a name and its field, and a name and its field."""

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(10)
        self.setVerticalSpacing(6)
        for column in (1, 3):
            self.setColumnStretch(column, 1)

    def widest_name(self) -> int:
        """Return how wide the first column of names wants to be, in px."""
        items = (self.itemAtPosition(row, 0) for row in range(self.rowCount()))
        return max((item.sizeHint().width() for item in items if item), default=0)


def line_up(*grids: PairedGrid) -> None:
    """Give the first columns of names one width, whatever the language."""
    width = max(_NAMES, *(grid.widest_name() for grid in grids))
    for grid in grids:
        grid.setColumnMinimumWidth(0, width)
