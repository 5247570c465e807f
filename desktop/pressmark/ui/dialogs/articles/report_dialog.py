"""The report of an import, to be read and copied."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pressmark.ui.dialogs.sizes import resize_within_screen
from pressmark.ui.import_report import ImportReport


class ReportDialog(QDialog):
    """Stands beside the work: the window can be used meanwhile."""

    def __init__(self, report: ImportReport, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What came in"))
        resize_within_screen(self, 720, 520)
        self.text = QPlainTextEdit(report.text)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Report of the import"))
        choice = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(choice.Close)
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report.text))
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(14)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        self.finished.connect(self.deleteLater)
