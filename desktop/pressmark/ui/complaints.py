"""Errors as notices: the sentence, and a button that does what the sentence advises."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from pressmark.errors import CancelledError, PressmarkError, ProjectFileError
from pressmark.ui.desk import Desk
from pressmark.ui.messages import sentence
from pressmark.ui.rescue import Rescue

_SAVE_ELSEWHERE = {
    *("changed-outside", "disk-full", "folder-missing", "no-permission", "not-kept"),
    *("read-only-disk", "write-failed"),
}
_RESCUE = {"damaged", "truncated"}


class Complaints(QObject):
    """Says what could not be done."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._rescue = Rescue(desk.tools)

    def tell(self, error: PressmarkError) -> None:
        """Show the sentence of an error and what can be done about it."""
        if isinstance(error, CancelledError):  # just as it was asked for
            self._desk.notices.tell(sentence(error))
            return
        button, follow = self._advice(error)
        self._desk.notices.warn(sentence(error), button, follow)

    def _advice(self, error: PressmarkError) -> tuple[str, Callable[[], object]]:
        if error.case == "unexpected":
            return self.tr("Copy diagnostics"), self._desk.help.copy_diagnostics
        path = error.facts.get("path")
        if not isinstance(error, ProjectFileError) or not isinstance(path, Path):
            return "", lambda: None
        if error.case in _RESCUE:
            return self.tr("Rescue what is intact…"), lambda: self._rescue.ask(path)
        if error.case in _SAVE_ELSEWHERE and self._desk.session.file is not None:
            return self.tr("Save as…"), self._desk.files.save_as
        return "", lambda: None
