"""The reports of imports, to be read and copied: of the last one, and of those before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFont, QGuiApplication, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pressmark.errors import PressmarkError
from pressmark.ui.dialogs.sizes import resize_within_screen
from pressmark.ui.import_report import INDENT
from pressmark.ui.messages import sentence
from pressmark.ui.panels.inspector.choice_field import ChoiceField
from pressmark.ui.theme.appearance import appearance, current_theme


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A report to choose: what it is called, and what brings its text."""

    title: str
    read: Callable[[], str]


class ReportDialog(QDialog):
    """Stands beside the work: the window can be used meanwhile."""

    def __init__(self, reports: Sequence[ShownReport], parent: QWidget) -> None:
        """Show the first one of `reports`, the newest."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("What came in"))
        resize_within_screen(self, 860, 640)
        self._reports = reports
        self.choice = ChoiceField(self.tr("Which import"))
        for report in reports:
            self.choice.addItem(report.title)
        self.choice.setVisible(len(reports) > 1)
        self.choice.currentIndexChanged.connect(self._show)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Report of the import"))
        _Emphasis(self.text)
        choice = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(choice.Close)
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.text.toPlainText())
        )
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(14)
        column.addWidget(self.choice)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        self.finished.connect(self.deleteLater)
        self._show(0)
        self.text.setFocus()

    def _show(self, at: int) -> None:
        try:
            self.text.setPlainText(self._reports[at].read())
        except PressmarkError as error:
            self.text.setPlainText(sentence(error))


class _Emphasis(QSyntaxHighlighter):
    """Has headings stand out, and what is told of a file stand back."""

    def __init__(self, text: QPlainTextEdit) -> None:
        super().__init__(text.document())
        appearance().theme_changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Emphasise one line, by how far it is indented."""
        look = QTextCharFormat()
        if text.startswith(INDENT * 2):
            look.setForeground(current_theme().colours.muted)
        elif not text.startswith(INDENT):
            look.setFontWeight(QFont.Weight.DemiBold)
        self.setFormat(0, len(text), look)
