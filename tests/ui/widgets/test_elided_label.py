import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pressmark.ui.theme.themes import Theme
from pressmark.ui.widgets.elided_label import ElidedLabel
from tests.ui.widgets.looking import colours, grabbed, spoken

LONG = 'EU & ten countries <condemn> "alleged" arms trade'


@pytest.fixture
def label(qtbot: QtBot) -> ElidedLabel:
    label = ElidedLabel(LONG)
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    label.show()
    return label


def test_with_room_for_all_nothing_is_cut(label: ElidedLabel) -> None:
    assert not label.is_cut
    assert label.toolTip() == ""


def test_a_cut_text_is_told_whole(label: ElidedLabel) -> None:
    label.resize(120, 20)
    assert label.is_cut
    assert label.toolTip() == LONG
    assert label.text() == spoken(label) == LONG
    label.resize(label.sizeHint())
    assert label.toolTip() == ""


def test_another_text_has_another_tooltip(label: ElidedLabel) -> None:
    label.resize(60, 20)
    label.setText("EU")
    assert not label.is_cut
    assert label.toolTip() == ""


def test_it_needs_little_room_and_one_line(label: ElidedLabel) -> None:
    assert label.minimumSizeHint().width() <= 40
    label.setText("one\ntwo\nthree")
    assert label.sizeHint().height() < 2 * label.fontMetrics().height()


@pytest.mark.parametrize(
    ("mode", "start"),
    [(Qt.TextElideMode.ElideRight, "EU"), (Qt.TextElideMode.ElideLeft, "…")],
)
def test_it_is_cut_where_asked(qtbot: QtBot, mode: Qt.TextElideMode, start: str) -> None:
    label = ElidedLabel(LONG, mode=mode)
    qtbot.addWidget(label)
    label.resize(100, 20)
    assert label._shown().startswith(start)


def test_it_has_the_colour_of_its_role(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel("MMMMMMMM", "danger")
    qtbot.addWidget(label)
    assert colours(grabbed(label))[theme.colours.danger.name()]
