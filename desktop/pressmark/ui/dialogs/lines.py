"""Lines of plain text to be read and copied: what was refused, what is missing."""

from collections.abc import Iterable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from pressmark.ui.dialogs.sizes import resize_within_screen


def show_lines(title: str, lines: Iterable[str], parent: QWidget) -> None:
    """Show one thing a line, beside the work: the window can be used meanwhile."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    resize_within_screen(dialog, 640, 360)
    text = QPlainTextEdit("\n".join(lines))
    text.setReadOnly(True)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(text)
    column.addWidget(buttons)
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()
