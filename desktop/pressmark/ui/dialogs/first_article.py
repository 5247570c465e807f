"""Where the first article of one's own goes while the example is open."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from pressmark.ui.words import translated as _tr


class Place(Enum):
    """What articles can be taken into."""

    NOWHERE = auto()
    NEW_PROJECT = auto()
    EXAMPLE = auto()


def ask_for_place(parent: QWidget) -> Place:
    """Ask whether articles go into a new project or into the example."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(_tr("Your own articles"))
    box.setText(_tr("Shall your own articles have a project of their own?"))
    box.setInformativeText(_tr("The example is there to try things; it can be reset at any time."))
    new = box.addButton(_tr("New project…"), QMessageBox.ButtonRole.AcceptRole)
    example = box.addButton(_tr("Add to the example"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(new)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    if clicked is new:
        return Place.NEW_PROJECT
    return Place.EXAMPLE if clicked is example else Place.NOWHERE
