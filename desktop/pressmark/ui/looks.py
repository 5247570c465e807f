"""How things look by choice: the theme, the size of the text, and which panes are shown."""

from PySide6.QtCore import QObject

from pressmark.store.settings import TEXT_SIZES, Settings
from pressmark.ui.preferences import Preferences
from pressmark.ui.reading.measure import Measure
from pressmark.ui.theme.appearance import Choice, appearance

_CHOICES: tuple[Choice, ...] = ("system", "light", "dark")


class Looks(QObject):
    """Changes how the window looks, and keeps it."""

    def __init__(self, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        preferences.settings_changed.connect(self._follow)

    @property
    def theme(self) -> str:
        """The theme that was chosen, or "system"."""
        return self._preferences.settings.theme

    @property
    def text_size(self) -> int:
        """The size of article text in px."""
        return self._preferences.settings.text_size

    @property
    def measure(self) -> Measure:
        """The measures of article text."""
        chosen = self._preferences.settings
        return Measure(chosen.text_size, chosen.line_pitch, chosen.column)

    def choose_theme(self, theme: str) -> None:
        """Show the light or the dark theme, or the system's."""
        self._preferences.choose(theme=theme)

    def apply(self) -> None:
        """Show the theme that was chosen."""
        appearance().choose(next(one for one in _CHOICES if one == self.theme))

    def _follow(self) -> None:
        if self.theme != appearance().choice:
            self.apply()

    def enlarge(self) -> None:
        """Show larger text."""
        self._resize(self.text_size + 1)

    def reduce(self) -> None:
        """Show smaller text."""
        self._resize(self.text_size - 1)

    def restore(self) -> None:
        """Show text in its first size."""
        self._resize(Settings().text_size)

    def _resize(self, size: int) -> None:
        if size in TEXT_SIZES and size != self.text_size:
            self._preferences.choose(text_size=size)
