"""How large dialogs are on screens of all sizes."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

_FRAME = QSize(40, 80)
"""Px that the frame of a window and the bars of a desktop may take."""


def resize_within_screen(dialog: QDialog, width: int, height: int) -> None:
    """Make a dialog that large, or as large as the screen allows."""
    room = dialog.screen().availableSize() - _FRAME
    dialog.resize(QSize(width, height).boundedTo(room))
