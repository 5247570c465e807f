from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from pressmark.store.label_sets import default_label_set
from pressmark.ui.key_groups import key_groups
from pressmark.ui.printed_keys import PrintedKeys

A4, POSTCARD = QSizeF(766, 1095), QSizeF(560, 380)


def painted(printed: PrintedKeys, number: int, size: QSizeF) -> QImage:
    image = QImage(size.toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    printed.paint(painter, number)
    painter.end()
    return image


def test_all_keys_fit_on_one_sheet_in_shades_of_grey() -> None:
    printed = PrintedKeys("Keys", key_groups(default_label_set(), {}), A4)
    assert printed.count == 1
    image = painted(printed, 0, A4)
    shades = {QColor(image.pixel(x, y)).saturation() for x in range(766) for y in range(0, 1095, 3)}
    assert shades == {0}


def test_what_does_not_fit_goes_on_with_its_heading() -> None:
    groups = [("Many", [(f"Row {number}", ["F1"]) for number in range(200)])]
    printed = PrintedKeys("Keys", groups, POSTCARD)
    assert printed.count > 2
    for number in range(printed.count):
        image = painted(printed, number, POSTCARD)
        heading = {image.pixel(x, y) for x in range(40) for y in range(44, 58)}
        assert len(heading) > 1


def test_a_long_name_leaves_room_for_its_keys() -> None:
    wide = PrintedKeys("Keys", [("One", [("Words " * 40, ["Ctrl+Shift+F12"])])], A4)
    short = PrintedKeys("Keys", [("One", [("Words", ["Ctrl+Shift+F12"])])], A4)
    right = (painted(one, 0, A4).copy(310, 40, 53, 60) for one in (wide, short))
    assert next(right) == next(right)
