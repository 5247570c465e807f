from pytestqt.qtbot import QtBot

from pressmark.ui.theme.themes import Theme
from pressmark.ui.widgets.key_cap import HEIGHT, KeyCap, key_cap_width
from tests.ui.widgets.looking import colours, grabbed, spoken


def test_a_key_has_a_box(theme: Theme, qtbot: QtBot) -> None:
    cap = KeyCap("1")
    qtbot.addWidget(cap)
    image = grabbed(cap)
    assert image.pixelColor(image.width() // 2, 0).name() == theme.colours.hairline.name()
    assert image.pixelColor(3, 3).name() == theme.colours.paper.name()
    assert len(colours(image)) > 3  # the letter, anti-aliased


def test_a_box_is_as_wide_as_the_key_needs(qtbot: QtBot) -> None:
    cap = KeyCap("1")
    qtbot.addWidget(cap)
    single = cap.sizeHint()
    assert single.height() == HEIGHT
    assert single.width() >= HEIGHT
    cap.show_key("Ctrl+Shift+F")
    assert cap.sizeHint().width() == key_cap_width("Ctrl+Shift+F") > 3 * single.width()
    assert spoken(cap) == "Ctrl+Shift+F"
