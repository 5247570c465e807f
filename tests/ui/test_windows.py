"""Nothing but the window comes onto the screen: a part without a parent would be one of its own."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.window import opened


class Watch(QObject):
    """Notes what is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        is_shown = event.type() == QEvent.Type.Show
        if is_shown and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_only_the_window_is_shown_and_it_stays_active(qtbot: QtBot, qapp: QApplication) -> None:
    watch = Watch()
    qapp.installEventFilter(watch)
    with opened(qtbot) as desk:
        QApplication.processEvents()
        assert watch.shown == ["MainWindow"]
        assert desk.window.isActiveWindow()
        for dock_id in ("assessment", "guidelines", "checks", "history", "relations", "entities"):
            desk.docks.open(dock_id)
            QApplication.processEvents()
        assert watch.shown == ["MainWindow"]
        assert desk.window.isActiveWindow()
