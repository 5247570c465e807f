from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pressmark.edits.frame import SetHandling
from pressmark.ui.top_bar import Title
from pressmark.ui.widgets.label_button import LabelButton
from tests.window import opened


def is_whole(part: QWidget) -> bool:
    return part.width() >= part.sizeHint().width()


def test_in_the_smallest_window_the_title_gives_way_before_the_labels(qtbot: QtBot) -> None:
    with opened(qtbot, size=QSize(1024, 700)) as desk:
        desk.session.commit("Mark", SetHandling("TLP:AMBER"))
        QApplication.processEvents()
        bar = desk.window.findChild(Title).parentWidget()
        assert all(is_whole(label) for label in bar.findChildren(LabelButton) if label.isVisible())
        desk.window.resize(1440, 900)
        QApplication.processEvents()
        assert is_whole(desk.window.findChild(Title))
