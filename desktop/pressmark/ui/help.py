"""What helps: keys, licences, and what a report of a fault needs."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from pressmark.model.label_set import LabelSet
from pressmark.ui.diagnostics import diagnostics
from pressmark.ui.dialogs.about import AboutDialog
from pressmark.ui.dialogs.keys import KeyGroups, KeysDialog
from pressmark.ui.notices import Notices
from pressmark.ui.preferences import Preferences
from pressmark.ui.session import Session


class Help(QObject):
    """Shows the keys and who made what, and copies diagnostics."""

    def __init__(
        self,
        session: Session,
        preferences: Preferences,
        keys_of: Callable[[LabelSet | None, Mapping[str, str]], KeyGroups],
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
        self._show(KeysDialog(self._keys_of(labels, self._preferences.settings.keys), self._window))

    def show_about(self) -> None:
        """Show the version and the licences of everything that ships."""
        self._show(AboutDialog(self._window))

    def copy_diagnostics(self) -> None:
        """Copy versions, places and counts; never a word of an article."""
        QGuiApplication.clipboard().setText(diagnostics(self._session))
        self._notices.tell(self.tr("Diagnostics are on the clipboard: versions, ids and counts."))

    def _show(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
