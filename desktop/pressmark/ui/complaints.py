"""Errors as notices: the sentence, and a button that does what the sentence advises."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from pressmark.errors import CancelledError, PressmarkError, ProjectFileError
from pressmark.store.save import real
from pressmark.ui.banner import Banner
from pressmark.ui.desk import Desk
from pressmark.ui.messages import sentence
from pressmark.ui.outside import Outside
from pressmark.ui.rescue import Rescuing
from pressmark.ui.widgets.strip import Offer

_SAVE_ELSEWHERE = {
    *("changed-outside", "disk-full", "folder-missing", "missing", "no-more-files"),
    *("no-permission", "not-kept", "read-only-disk", "write-failed"),
}
_SAVING, _LOSS = "saving", "loss"
_BROKEN = {"damaged", "truncated"}
_HOPELESS = {"nothing-left", "empty", "missing", "not-a-project"}


class Complaints(QObject):
    """Says what could not be done."""

    def __init__(
        self, desk: Desk, banner: Banner, outside: Outside, rescuing: Rescuing, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._banner = banner
        self._outside = outside
        self._rescuing = rescuing
        desk.session.keeping_changed.connect(self._withdraw_if_saved)

    def tell(self, error: PressmarkError) -> None:
        """Show the sentence of an error and what can be done about it."""
        if isinstance(error, CancelledError):  # just as it was asked for
            self._desk.notices.tell(sentence(error))
            return
        if error.case == "changed-outside":
            self._outside.look()
            return
        if error.case == "would-lose":
            self._ask_to_lose(error)
            return
        path = error.facts.get("path")
        if error.case in _BROKEN and isinstance(path, Path):
            self._rescuing.open(path)
            return
        button, follow = self._advice(error)
        about = _SAVING if self._is_about_saving(error) else ""
        self._desk.notices.warn(sentence(error), button, follow, about=about)

    def _withdraw_if_saved(self) -> None:
        """Say no more that the project could not be saved, once it is."""
        file = self._desk.session.file
        if file is None or file.saved:
            self._desk.notices.withdraw(_SAVING)
            self._banner.withdraw(_LOSS)

    def _ask_to_lose(self, error: PressmarkError) -> None:
        """Say that nothing was saved, until somebody decides."""
        files = self._desk.files
        save_as = Offer(self.tr("Save as…"), files.save_as)
        anyway = Offer(self.tr("Save anyway"), lambda: files.save(lossy=True))
        self._banner.say(_LOSS, sentence(error), save_as, anyway)

    def _is_about_saving(self, error: PressmarkError) -> bool:
        """Say whether the open project, or what stands beside it, could not be written."""
        file, path = self._desk.session.file, error.facts.get("path")
        if file is None or error.case not in _SAVE_ELSEWHERE or not isinstance(path, Path):
            return False
        own = real(file.path)
        return path.parent == own.parent and path.name.startswith(own.name)

    def _advice(self, error: PressmarkError) -> tuple[str, Callable[[], object]]:
        if error.case == "unexpected":
            return self.tr("Copy diagnostics"), self._desk.help.copy_diagnostics
        if error.case == "damaged-article":
            article = str(error.facts.get("id", ""))
            return self.tr("What can be done…"), lambda: self._rescuing.show_damaged(article)
        path = error.facts.get("path")
        if not isinstance(error, ProjectFileError) or not isinstance(path, Path):
            return "", lambda: None
        if self._is_about_saving(error):
            return self.tr("Save as…"), self._desk.files.save_as
        if error.case in _HOPELESS and self._desk.backups.are_there(path):
            return self.tr("Backups…"), lambda: self._desk.backups.show(path)
        return "", lambda: None
