"""Making the window one's own: settings and keys."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from pressmark.ui.preferences import Preferences
from pressmark.ui.session import Session


class Customising(QObject):
    """Shows the dialogs in which settings and keys are chosen."""

    def __init__(self, session: Session, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._preferences = preferences
        self._window = window

    def show_keys(self) -> None:
        """Show the keys, to be changed."""
        # The table of actions, which it lists, leads here.
        from pressmark.ui.dialogs.key_editor.key_editor import KeyEditor  # noqa: PLC0415 -- a circle

        labels = self._session.project.label_set if self._session.file else None
        dialog = KeyEditor(self._preferences, labels, None, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
