"""The frame of the window."""

from pytestqt.qtbot import QtBot

from tests.window import opened


def test_parts_can_take_the_focus_as_soon_as_they_are_in_the_window(qtbot: QtBot) -> None:
    with opened(qtbot) as desk:  # nothing is left to the event loop
        assert desk.view.isVisible()
        assert desk.window.focusWidget() is desk.view
