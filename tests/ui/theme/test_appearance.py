from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from pressmark.ui.theme.appearance import (
    Choice,
    appearance,
    apply_theme,
    current_theme,
    give_icon,
)
from pressmark.ui.theme.themes import Theme, load_theme


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> Iterator[None]:
    yield
    appearance().choose("light")
    qapp.setStyleSheet("")


def drawn(target: QAction | QPushButton) -> set[str]:
    image = target.icon().pixmap(QSize(24, 24), 2.0).toImage()
    pixels = (image.pixelColor(x, y) for x in range(48) for y in range(48))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_a_theme_dresses_the_application(qapp: QApplication, theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(appearance().theme_changed):
        apply_theme(qapp, theme)
    assert current_theme() is theme
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.colours.panel
    assert qapp.font().families()[0] == "Inter"
    assert qapp.styleSheet()


def test_widgets_are_drawn_in_the_theme(qapp: QApplication, theme: Theme, qtbot: QtBot) -> None:
    apply_theme(qapp, theme)
    button = QPushButton("x")
    qtbot.addWidget(button)
    button.setProperty("main", True)  # noqa: FBT003 - a property's value
    button.resize(80, 30)
    assert button.grab().toImage().pixelColor(12, 8).name() == theme.colours.accent.name()


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_a_chosen_theme_is_shown(choice: Choice) -> None:
    appearance().choose(choice)
    assert appearance().choice == choice
    assert current_theme().name == choice


def test_the_theme_of_the_system_is_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    system = [Qt.ColorScheme.Dark]
    hints = QGuiApplication.styleHints()
    monkeypatch.setattr(type(hints), "colorScheme", lambda _hints: system[0])
    appearance().choose("system")
    assert current_theme().name == "dark"

    system[0] = Qt.ColorScheme.Light
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert current_theme().name == "light"

    appearance().choose("dark")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert current_theme().name == "dark"


def test_an_icon_follows_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    button, action = QPushButton(), QAction()
    qtbot.addWidget(button)
    give_icon(button, "search")
    give_icon(action, "search", "accent")
    for name in ("dark", "light"):
        theme = load_theme("dark" if name == "dark" else "light")
        apply_theme(qapp, theme)
        assert drawn(button) == {theme.colours.muted.name()}
        assert drawn(action) == {theme.colours.accent.name()}


def test_an_icon_can_be_exchanged(qapp: QApplication, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    give_icon(button, "search")
    give_icon(button, "x", "danger")
    apply_theme(qapp, load_theme("dark"))
    assert drawn(button) == {QColor("#ff8a80").name()}
    assert len(button.children()) == 1


def test_an_action_that_is_gone_is_not_tinted(qapp: QApplication) -> None:
    action = QAction()
    give_icon(action, "search")
    Shiboken.delete(action)
    apply_theme(qapp, load_theme("dark"))
