import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from pressmark.model.label_set import Label
from pressmark.ui.theme.themes import Theme
from pressmark.ui.widgets.label_button import LabelButton
from tests.ui.widgets.looking import colours, columns, grabbed, role, spoken


@pytest.fixture
def button(claim: Label, qtbot: QtBot) -> LabelButton:
    button = LabelButton(claim)
    qtbot.addWidget(button)
    return button


def test_it_shows_glyph_title_and_key_in_this_order(theme: Theme, button: LabelButton) -> None:
    image = grabbed(button)
    glyph = columns(image, theme.marks["claim"].colour)
    title = columns(image, theme.colours.ink)
    assert glyph[-1] < title[0]
    assert button.sizeHint().width() > title[-1] + 18  # room for the key


def test_it_is_mirrored_from_right_to_left(theme: Theme, button: LabelButton) -> None:
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    image = grabbed(button)
    glyph = columns(image, theme.marks["claim"].colour)
    assert columns(image, theme.colours.ink)[-1] < glyph[0]


def test_a_click_and_the_space_bar_press_it(button: LabelButton, qtbot: QtBot) -> None:
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert button.label_id == "claim"


def test_a_click_leaves_the_focus_where_it_is(claim: Label, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row, line, button = QHBoxLayout(window), QLineEdit(), LabelButton(claim)
    row.addWidget(line)
    row.addWidget(button)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    line.setFocus()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert line.hasFocus()
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert button.hasFocus()


def test_the_focus_is_seen(theme: Theme, button: LabelButton, qtbot: QtBot) -> None:
    accent = theme.colours.accent.name()
    button.show_label(Label(id="quote", title="", mark="quote"))
    assert not colours(grabbed(button))[accent]
    with qtbot.waitActive(button):
        button.show()
        button.activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert colours(grabbed(button))[accent] > 2 * button.width()


def test_the_brush_is_seen(theme: Theme, button: LabelButton) -> None:
    button.setCheckable(True)
    mark = theme.marks["claim"]
    assert not colours(grabbed(button))[mark.wash.name()]
    button.setChecked(True)
    assert colours(grabbed(button))[mark.wash.name()] > 200
    button.setEnabled(False)
    assert colours(grabbed(button))[theme.colours.faint.name()]


def test_it_says_what_it_is(button: LabelButton, quote: Label) -> None:
    assert role(button) == QAccessible.Role.PushButton
    assert spoken(button) == "Claim"
    assert spoken(button, QAccessible.Text.Description) == "Key 1"
    button.show_label(quote, "")
    assert spoken(button) == "Quote"
    assert spoken(button, QAccessible.Text.Description) == ""


def test_an_ampersand_in_a_title_is_no_shortcut(button: LabelButton) -> None:
    button.show_label(Label(id="x", title="Trade & aid"))
    assert button.shortcut().isEmpty()
    assert spoken(button) == "Trade & aid"


def test_a_long_title_is_cut_before_the_key(theme: Theme, button: LabelButton) -> None:
    button.show_label(Label(id="x", title="W" * 60, keys=("1",), mark="claim"))
    button.resize(120, 28)
    assert button.minimumSizeHint().width() < 100
    ink = columns(button.grab().toImage(), theme.colours.ink)
    assert ink[-1] < 120 - 10 - 18


def test_a_flat_one_has_no_border(theme: Theme, claim: Label, qtbot: QtBot) -> None:
    flat, framed = LabelButton(claim, is_flat=True), LabelButton(claim)
    qtbot.addWidget(flat)
    qtbot.addWidget(framed)
    hairline = theme.colours.hairline.name()
    middle = framed.sizeHint().width() // 2
    assert grabbed(framed).pixelColor(middle, 0).name() == hairline
    assert grabbed(flat).pixelColor(middle, 0).name() != hairline
