import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from pressmark.ui.theme.themes import Theme
from pressmark.ui.widgets.segmented_choice import SegmentedChoice
from tests.ui.widgets.looking import colours, columns, grabbed, role, spoken

CHOICES = [("Keep the most spans", "most"), ("Longest first", "longest"), ("Neither", None)]


@pytest.fixture
def choice(qtbot: QtBot) -> SegmentedChoice:
    choice = SegmentedChoice(CHOICES, "Where spans overlap")
    qtbot.addWidget(choice)
    return choice


def segments(choice: SegmentedChoice) -> list[QAbstractButton]:
    return choice.findChildren(QAbstractButton)


def test_the_first_is_chosen_to_begin_with(choice: SegmentedChoice) -> None:
    assert choice.value == "most"
    assert [segment.isChecked() for segment in segments(choice)] == [True, False, False]


def test_a_click_chooses_and_says_so(choice: SegmentedChoice, qtbot: QtBot) -> None:
    with qtbot.waitSignal(choice.picked) as picked:
        qtbot.mouseClick(segments(choice)[1], Qt.MouseButton.LeftButton)
    assert picked.args == ["longest"]
    assert choice.value == "longest"


def test_arrow_keys_go_from_one_to_the_next(choice: SegmentedChoice, qtbot: QtBot) -> None:
    with qtbot.waitActive(choice):
        choice.show()
        choice.activateWindow()
    choice.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(choice.picked) as picked:
        qtbot.keyClick(segments(choice)[0], Qt.Key.Key_Right)
    assert picked.args == ["longest"]
    assert segments(choice)[1].hasFocus()


def test_choosing_for_somebody_is_silent(choice: SegmentedChoice, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choice.picked):
        choice.choose(None)
    assert choice.value is None
    with pytest.raises(ValueError, match="shortest"):
        choice.choose("shortest")


def test_choosing_moves_nothing(choice: SegmentedChoice) -> None:
    before = choice.sizeHint()
    choice.choose("longest")
    assert choice.sizeHint() == before


def test_the_choice_is_seen_and_mirrored(theme: Theme, choice: SegmentedChoice) -> None:
    chip = theme.colours.chip
    image = grabbed(choice)
    assert colours(image)[chip.name()] > 1000
    assert columns(image, chip)[0] < 4
    choice.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    image = grabbed(choice)
    assert columns(image, chip)[-1] > image.width() - 4


def test_it_says_what_is_chosen(choice: SegmentedChoice) -> None:
    first = segments(choice)[0]
    assert spoken(choice) == "Where spans overlap"
    assert spoken(first) == "Where spans overlap: Keep the most spans"
    assert role(first) == QAccessible.Role.RadioButton
    interface = QAccessible.queryAccessibleInterface(first)
    assert interface.state().checked
