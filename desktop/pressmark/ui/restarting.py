"""Starting anew where a setting asks for it: the project, and where one reads, come back."""

import sys
from pathlib import Path

from PySide6.QtCore import QProcess

from pressmark.ui.crew import Tools, Worker
from pressmark.ui.preferences import Preferences

_TOPIC = "language"


class Restarting(Worker):
    """Offers to start anew once another language is chosen than the window speaks."""

    def __init__(self, tools: Tools, preferences: Preferences) -> None:
        super().__init__(tools)
        self._preferences = preferences
        self._spoken = self._chosen = preferences.settings.language
        preferences.settings_changed.connect(self._look)

    def restart(self) -> None:
        """Close the window, as by hand, and start the program with the project it showed."""
        file = self._session.file
        project = file.path if file else None
        if self._window.close():
            QProcess.startDetached(*program(project))

    def _look(self) -> None:
        chosen, before = self._preferences.settings.language, self._chosen
        self._chosen = chosen
        if chosen == self._spoken:
            self._notices.withdraw(_TOPIC)
        elif chosen != before:
            words = self.tr("The next start is in the other language. Everything comes back.")
            self._notices.warn(words, self.tr("Restart now"), self.restart, about=_TOPIC)


def program(project: Path | None) -> tuple[str, list[str]]:
    """Return what opens a project in a program of its own, in whichever way this one is there."""
    is_frozen = getattr(sys, "frozen", False)
    words = [] if is_frozen else ["-P", "-m", "pressmark"]
    return sys.executable, [*words, *([str(project)] if project else [])]
