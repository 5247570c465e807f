"""Two linked articles side by side, to be read; nothing can be changed here."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from pressmark.ui.comparing.comparison import Compared, Comparison
from pressmark.ui.dialogs.sizes import resize_within_screen
from pressmark.ui.widgets.hairline import Hairline


class ComparisonDialog(QDialog):
    """Shows two texts with their differences, beside the work: the window can be used meanwhile."""

    def __init__(
        self, compared: Compared, names: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare texts"))
        resize_within_screen(self, 1180, 820)
        self.comparison = Comparison(*names)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.setContentsMargins(20, 10, 20, 14)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.comparison, 1)
        column.addWidget(Hairline())
        column.addWidget(buttons)
        self.finished.connect(self.deleteLater)
        self.comparison.show_compared(compared)
        self.comparison.step(1)
