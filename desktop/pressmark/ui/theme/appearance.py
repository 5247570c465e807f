"""Which theme is shown: chosen by a person, or the one of the system and following it."""

from functools import cache
from typing import Literal

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from pressmark.ui.theme.fonts import interface_font
from pressmark.ui.theme.icons import icon
from pressmark.ui.theme.palette import make_palette
from pressmark.ui.theme.stylesheet import make_stylesheet
from pressmark.ui.theme.themes import Theme, ThemeName, load_theme

Choice = Literal["system", "light", "dark"]

_ICON, _APART = 16, 4
"""Px of an icon beside words, and between them."""


class Appearance(QObject):
    """Knows the theme that is shown and says when it changes; there is one, `appearance()`."""

    theme_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._theme = load_theme("light")
        self._choice: Choice = "light"
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def theme(self) -> Theme:
        """The theme that is shown; the light one until one was applied."""
        return self._theme

    @property
    def choice(self) -> Choice:
        """What was chosen last: a theme, or to follow the system."""
        return self._choice

    def choose(self, choice: Choice) -> None:
        """Show the light or the dark theme, or the system's from now on."""
        self._choice = choice
        # Also asked of the platform, so that title bars and native dialogs match.
        QGuiApplication.styleHints().setColorScheme(_SCHEMES[choice])
        self._show(_system_theme() if choice == "system" else choice)

    def apply(self, app: QApplication, theme: Theme) -> None:
        """Dress the application in `theme`."""
        self._theme = theme
        app.setStyle("Fusion")
        app.setFont(interface_font())
        app.setPalette(make_palette(theme))
        from_right = app.layoutDirection() == Qt.LayoutDirection.RightToLeft
        app.setStyleSheet(make_stylesheet(theme, from_right=from_right))
        self.theme_changed.emit()

    def _follow_system(self) -> None:
        if self._choice == "system":
            self._show(_system_theme())

    def _show(self, name: ThemeName) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.apply(app, load_theme(name))


_SCHEMES: dict[Choice, Qt.ColorScheme] = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


def _system_theme() -> ThemeName:
    is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if is_dark else "light"


@cache
def appearance() -> Appearance:
    """Return the one that knows which theme is shown."""
    return Appearance()


def current_theme() -> Theme:
    """Return the theme that is shown; ask again at each paint, do not keep it."""
    return appearance().theme


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Dress the application in `theme`: style, font, palette, style sheet; then signal it."""
    appearance().apply(app, theme)


def give_icon(
    target: QAction | QAbstractButton, name: str, colour: str = "muted", *, beside: bool = False
) -> None:
    """Give an action or a button the icon `name`, tinted in each theme anew.

    `colour` names a colour of the theme, e.g. "muted" or "accent". What stands `beside` words, as
    that of a push button always does, keeps off them.
    """
    tint = target.findChild(_Tint, options=Qt.FindChildOption.FindDirectChildrenOnly)
    beside = beside or (isinstance(target, QPushButton) and bool(target.text()))
    (tint or _Tint(target)).show_icon(name, colour, is_beside=beside)


class _Tint(QObject):
    """Re-tints the icon of its parent with each theme, and goes when the parent goes."""

    def __init__(self, target: QAction | QAbstractButton) -> None:
        super().__init__(target)
        self._name, self._colour, self._is_beside = "", "", False
        appearance().theme_changed.connect(self._retint)

    def show_icon(self, name: str, colour: str, *, is_beside: bool) -> None:
        self._name, self._colour, self._is_beside = name, colour, is_beside
        self._retint()

    def _retint(self) -> None:
        target, colours = self.parent(), current_theme().colours
        colour = getattr(colours, self._colour)
        if self._is_beside and isinstance(target, QAbstractButton):
            target.setIconSize(QSize(_ICON + _APART, _ICON))
            target.setIcon(icon(self._name, colour, colours.faint, apart=_APART))
        elif isinstance(target, QAction | QAbstractButton):
            target.setIcon(icon(self._name, colour, colours.faint))
