"""This user's settings and the state of the window, held in memory and kept on the disk."""

import logging
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from pressmark.errors import SettingsError
from pressmark.store.settings import Settings, read_settings, write_settings
from pressmark.store.state import Place, State, read_state, write_state

_log = logging.getLogger(__name__)


class Preferences(QObject):
    """Knows what this user chose and where things were left; whoever changes it keeps it."""

    settings_changed = Signal()
    recent_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = read_settings()
        self._state = read_state()

    @property
    def settings(self) -> Settings:
        """What this user chose."""
        return self._settings

    @property
    def state(self) -> State:
        """Where the window and the projects were left."""
        return self._state

    def choose(self, **values: Any) -> None:  # noqa: ANN401 -- each setting has its type
        """Change settings by name (SettingsError: a value that cannot be) and keep them."""
        self._settings = replace(self._settings, **values)
        try:
            write_settings(self._settings)
        except SettingsError as error:
            _log.warning("settings not kept: %s", error.facts.get("reason"))
        self.settings_changed.emit()

    def note_opened(self, path: str) -> None:
        """Remember that a project was opened."""
        self._remember(self._state.opened(path))
        self.recent_changed.emit()

    def note_left(self, path: str, place: Place) -> None:
        """Remember where in a project its reader was."""
        self._remember(self._state.left(path, place))

    def note_window(self, geometry: str, docks: str) -> None:
        """Remember how the window stood."""
        self._remember(replace(self._state, geometry=geometry, docks=docks))

    def note_tour(self) -> None:
        """Remember that the tour was begun."""
        self._remember(replace(self._state, toured=True))

    def forget(self, path: str) -> None:
        """Remember nothing of a project."""
        self._remember(self._state.forgotten(path))
        self.recent_changed.emit()

    def _remember(self, state: State) -> None:
        self._state = state
        try:
            write_state(state)
        except SettingsError as error:
            _log.warning("state not kept: %s", error.facts.get("reason"))
