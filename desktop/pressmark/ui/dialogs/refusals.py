"""Which files of a batch were refused, and why."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from pressmark.errors import PressmarkError
from pressmark.ui.dialogs.sizes import resize_within_screen
from pressmark.ui.messages import sentence


def show_refusals(errors: Iterable[PressmarkError], parent: QWidget) -> None:
    """Show one sentence a line, to be read and copied."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(QCoreApplication.translate("refusals", "Files that did not come in"))
    resize_within_screen(dialog, 620, 360)
    text = QPlainTextEdit("\n".join(map(sentence, errors)))
    text.setReadOnly(True)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(text)
    column.addWidget(buttons)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
