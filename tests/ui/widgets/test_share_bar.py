import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from pressmark.model.label_set import Label
from pressmark.ui.theme.themes import Theme
from pressmark.ui.widgets.share_bar import HEIGHT, ShareBar
from tests.ui.widgets.looking import colours, columns, spoken


@pytest.fixture
def bar(qtbot: QtBot) -> ShareBar:
    bar = ShareBar()
    qtbot.addWidget(bar)
    bar.resize(200, HEIGHT)
    return bar


@pytest.mark.parametrize("counts", [(1, 1), (3, 1), (12, 9)])
def test_parts_are_as_long_as_their_share(
    theme: Theme, bar: ShareBar, claim: Label, quote: Label, counts: tuple[int, int]
) -> None:
    bar.show_shares([(claim, counts[0]), (quote, counts[1])])
    image = bar.grab().toImage()
    widths = [len(columns(image, theme.marks[one].colour)) for one in ("claim", "quote")]
    assert widths[0] / sum(widths) == pytest.approx(counts[0] / sum(counts), abs=0.02)
    assert sum(widths) > 190


def test_a_single_one_among_thousands_is_seen(
    theme: Theme, bar: ShareBar, claim: Label, quote: Label
) -> None:
    bar.show_shares([(claim, 5000), (quote, 1)])
    assert columns(bar.grab().toImage(), theme.marks["quote"].colour)


def test_it_begins_where_lines_begin(
    theme: Theme, bar: ShareBar, claim: Label, quote: Label
) -> None:
    bar.show_shares([(claim, 1), (quote, 1)])
    marks = theme.marks
    image = bar.grab().toImage()
    assert columns(image, marks["claim"].colour)[-1] < columns(image, marks["quote"].colour)[0]
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    image = bar.grab().toImage()
    assert columns(image, marks["quote"].colour)[-1] < columns(image, marks["claim"].colour)[0]


@pytest.mark.parametrize("count", [None, 0])
def test_without_annotations_it_is_a_groove(
    theme: Theme, bar: ShareBar, claim: Label, count: int | None
) -> None:
    bar.show_shares([] if count is None else [(claim, count)])
    image = bar.grab().toImage()
    assert colours(image)[theme.colours.hairline.name()] > 700
    assert not columns(image, theme.marks["claim"].colour)


def test_it_says_its_proportions(bar: ShareBar, claim: Label, quote: Label) -> None:
    bar.show_shares([(claim, 12), (quote, 0)])
    assert spoken(bar) == "Annotations by label"
    assert spoken(bar, QAccessible.Text.Description) == "Claim 12"
