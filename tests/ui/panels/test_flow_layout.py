import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pressmark.ui.panels.flow_layout import FlowLayout


class Box(QWidget):
    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt calls it so
        return QSize(self._width, 20)


class Room(QWidget):
    def __init__(self, widths: list[int], *, leaves_room: bool = False) -> None:
        super().__init__()
        self.flow = FlowLayout(self, spacing=10, leaves_room=leaves_room)
        self.boxes = [Box(width) for width in widths]
        for box in self.boxes:
            self.flow.addWidget(box)

    def places(self) -> list[tuple[int, int, int]]:
        self.resize(100, 200)
        self.show()
        QApplication.sendPostedEvents()
        return [(box.x(), box.y(), box.width()) for box in self.boxes]


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    made = Room([40, 40, 40])
    qtbot.addWidget(made)
    return made


def test_lines_are_filled_one_after_the_other(room: Room) -> None:
    assert room.places() == [(0, 0, 40), (50, 0, 40), (0, 30, 40)]
    assert room.flow.heightForWidth(100) == 50
    assert room.flow.heightForWidth(1000) == 20
    assert room.flow.heightForWidth(40) == 80


def test_from_right_to_left_it_is_seen_in_a_mirror(room: Room) -> None:
    room.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert room.places() == [(60, 0, 40), (10, 0, 40), (60, 30, 40)]


def test_what_is_hidden_takes_no_room(room: Room) -> None:
    room.boxes[0].hide()
    assert room.places()[1:] == [(0, 0, 40), (50, 0, 40)]


def test_nothing_is_wider_than_the_room(qtbot: QtBot) -> None:
    room = Room([300, 20])
    qtbot.addWidget(room)
    assert room.places() == [(0, 0, 100), (0, 30, 20)]


def test_the_last_can_be_left_room_beside_a_wide_one(qtbot: QtBot) -> None:
    room = Room([300, 20], leaves_room=True)
    qtbot.addWidget(room)
    assert room.places() == [(0, 0, 70), (80, 0, 20)]


def test_what_is_taken_out_is_gone(room: Room) -> None:
    assert room.flow.count() == 3
    room.flow.removeWidget(room.boxes[1])
    assert room.flow.count() == 2
    assert room.flow.itemAt(2) is None
    assert room.flow.takeAt(7) is None
