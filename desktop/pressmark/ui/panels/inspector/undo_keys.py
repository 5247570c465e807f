"""Whose undo it is: of the letters in a field, or of the project."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def is_for_project(event: QEvent, *, may_undo: bool, may_redo: bool) -> bool:
    """Say whether `event` asks if a field wants a key for undo or redo that it has no use for.

    `may_undo` and `may_redo` say whether there is anything in the field to take back or do again.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undoes = event.matches(QKeySequence.StandardKey.Undo)
    redoes = event.matches(QKeySequence.StandardKey.Redo)
    return (undoes and not may_undo) or (redoes and not may_redo)
