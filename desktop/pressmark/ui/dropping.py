"""Taking what is dragged here from other programs."""

from PySide6.QtGui import QDropEvent


def take_copy(event: QDropEvent) -> None:
    """Take a copy of what is dragged: whoever believes that it was moved deletes it there."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 -- 10 ms of the first paint

    if event.possibleActions() & Qt.DropAction.CopyAction:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
    else:
        event.ignore()
