import shutil
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pressmark.edits.frame import SetHandling
from pressmark.ui.panels.label_bar import LabelBar
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


def test_another_project_shows_all_its_labels(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot) as desk:
        QApplication.processEvents()
        path = tmp_path / "other.pressmark"
        desk.session.file.save()
        shutil.copy(desk.session.file.path, path)
        desk.files.open_path(path)
        bar = desk.window.findChild(Title).parentWidget()
        assert all(label.isVisible() for label in bar.findChild(LabelBar).buttons())
