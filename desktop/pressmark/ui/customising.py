"""Making the window one's own: settings and keys."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from pressmark.ui.describing import Describing
from pressmark.ui.dialogs.preferences.preferences_dialog import PreferencesDialog
from pressmark.ui.preferences import Preferences
from pressmark.ui.session import Session


class Customising(QObject):
    """Shows the dialogs in which settings and keys are chosen."""

    def __init__(
        self,
        session: Session,
        preferences: Preferences,
        describing: Describing,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._preferences = preferences
        self._describing = describing
        self._window = window
        self.edit_label: Callable[[str], object] | None = None
        """Edits the label set at a label."""

    def show_preferences(self, name: str = "") -> PreferencesDialog:
        """Show all settings, at one of them where it is named."""
        dialog = PreferencesDialog(self._preferences, self.choose, self.show_keys, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        if name:
            dialog.go_to(name)
        return dialog

    def choose(self, name: str, value: Any) -> None:  # noqa: ANN401 -- each setting has its type
        """Change one setting; the name of the annotator in the project that is open, too."""
        if name == "annotator_name" and self._session.file is not None:
            self._describing.call_annotator(value)
        else:
            self._preferences.choose(**{name: value})

    def show_keys(self) -> None:
        """Show the keys, to be changed."""
        # The table of actions, which it lists, leads here.
        from pressmark.ui.dialogs.key_editor.key_editor import KeyEditor  # noqa: PLC0415 -- a circle

        labels = self._session.project.label_set if self._session.file else None
        dialog = KeyEditor(self._preferences, labels, self.edit_label, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
