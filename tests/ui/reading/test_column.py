import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.ui.reading.column import RIGHT, fit_column, scrolled_to
from pressmark.ui.reading.margin import NARROW, WIDE


@given(st.integers(0, 3000), st.integers(300, 900))
def test_nothing_is_wider_than_the_room(room: int, full: int) -> None:
    left, margin, width, right = fit_column(room, full)
    assert width <= full
    if room >= NARROW + 160 + RIGHT:
        assert left + margin + width + RIGHT + right == room


def test_the_column_is_in_the_middle_where_there_is_room() -> None:
    left, margin, width, right = fit_column(1000, 600)
    assert (margin, width) == (WIDE, 600)
    assert left + margin == 200 == right + RIGHT


def test_a_narrow_room_keeps_the_text_and_gives_up_the_letters() -> None:
    column = fit_column(470, 600)
    assert (column.left, column.margin, column.right) == (0, NARROW, 0)
    assert column.width == 470 - NARROW - RIGHT


@pytest.mark.parametrize(
    ("top", "bottom", "now", "wanted"),
    [(100, 200, 50, 50), (100, 200, 150, 100), (500, 600, 0, 300), (500, 1200, 0, 500)],
)
def test_scrolls_no_farther_than_it_must(top: int, bottom: int, now: int, wanted: int) -> None:
    assert scrolled_to(top, bottom, now, 300) == wanted
