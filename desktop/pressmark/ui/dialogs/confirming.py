"""Asking before something goes that cannot be undone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.icons import icon_pixmap

_ICON = 28


def is_confirmed(parent: QWidget, title: str, words: str, more: str, button: str) -> bool:
    """Ask whether what `button` names shall be done; Enter and Esc say no."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    show_warning(box)
    box.setWindowTitle(title)
    box.setText(f"{words}\n\n{more}")  # Qt's informative text would take markup for markup
    agreed = box.addButton(button, QMessageBox.ButtonRole.DestructiveRole)
    agreed.setProperty("danger", "true")
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    is_agreed = box.clickedButton() is agreed
    box.deleteLater()
    return is_agreed


def show_warning(box: QMessageBox) -> None:
    """Give a question that has to be read the sign for that, drawn like all others."""
    colour = current_theme().colours.warning
    box.setIconPixmap(icon_pixmap("triangle-alert", colour, _ICON, box.devicePixelRatioF()))
