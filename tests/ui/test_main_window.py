"""The frame of the window."""

from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from pressmark.ui.geometry import SMALLEST
from tests.window import opened


def test_parts_can_take_the_focus_as_soon_as_they_are_in_the_window(qtbot: QtBot) -> None:
    with opened(qtbot) as desk:  # nothing is left to the event loop
        assert desk.view.isVisible()
        assert desk.window.focusWidget() is desk.view


def test_the_smallest_window_cuts_nothing_off_the_inspector(qtbot: QtBot) -> None:
    with opened(qtbot, size=SMALLEST) as desk:
        article = desk.session.article
        assert article is not None
        scroll = desk.inspector.findChild(QScrollArea)
        assert isinstance(scroll, QScrollArea)
        for annotation in article.annotations.in_order:
            desk.session.activate(annotation.id)
            QApplication.processEvents()
            assert scroll.horizontalScrollBar().maximum() == 0
