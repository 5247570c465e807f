"""What helps: keys, licences, and what a report of a fault needs."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from pressmark.model.label_set import LabelSet
from pressmark.ui.diagnostics import diagnostics
from pressmark.ui.dialogs.about import AboutDialog
from pressmark.ui.dialogs.keys import KeyGroup, KeysDialog
from pressmark.ui.notices import Notices
from pressmark.ui.preferences import Preferences
from pressmark.ui.printed_keys import PrintedKeys
from pressmark.ui.printing import ask_printer, print_pages
from pressmark.ui.session import Session


class Help(QObject):
    """Shows the keys and who made what, and copies diagnostics."""

    change_asked = Signal()
    """The keys shall be changed."""

    def __init__(
        self,
        session: Session,
        preferences: Preferences,
        keys_of: Callable[[LabelSet | None, Mapping[str, str]], Sequence[KeyGroup]],
        notices: Notices,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._preferences = preferences
        self._keys_of = keys_of
        self._notices = notices
        self._window = window

    def show_keys(self) -> None:
        """Show every key, by menu."""
        file = self._session.file
        labels = file.project.label_set if file else None
        groups = self._keys_of(labels, self._preferences.settings.keys)
        dialog = KeysDialog(groups, self._window)
        dialog.print_asked.connect(lambda: self._print(groups, dialog))
        dialog.change_asked.connect(dialog.accept)
        dialog.change_asked.connect(self.change_asked)
        self._show(dialog)

    def show_about(self) -> None:
        """Show the version and the licences of everything that ships."""
        self._show(AboutDialog(self._window))

    def copy_diagnostics(self) -> None:
        """Copy versions, places and counts; never a word of an article."""
        QGuiApplication.clipboard().setText(diagnostics(self._session))
        self._notices.tell(self.tr("Diagnostics are on the clipboard: versions, ids and counts."))

    def _print(self, groups: Sequence[KeyGroup], parent: QWidget) -> None:
        title = self.tr("Keys of Pressmark")
        printer = ask_printer(title, parent)
        if printer is not None:
            print_pages(printer, lambda size: PrintedKeys(title, groups, size))

    def _show(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
