from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.window import opened


class Windows(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- of Qt
        """Note it, and let the event be."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_forms_are_made_without_a_flicker_of_windows(qtbot: QtBot, qapp: QApplication) -> None:
    with opened(qtbot) as desk:
        windows = Windows()
        qapp.installEventFilter(windows)
        try:
            for article in desk.session.project.opened():
                for annotation in article.annotations:
                    desk.session.show(annotation.id)
        finally:
            qapp.removeEventFilter(windows)
        assert windows.shown == []
