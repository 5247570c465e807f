from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from pressmark.ui.tour.placing import beside

ROOM = QRect(0, 0, 1024, 700)
CARD = QSize(350, 190)


def rects(most_wide: int, most_high: int) -> st.SearchStrategy[QRect]:
    return st.builds(
        QRect,
        st.integers(0, 600),
        st.integers(0, 500),
        st.integers(1, most_wide),
        st.integers(1, most_high),
    )


@given(rects(400, 150))
def test_the_card_is_in_sight_and_beside_what_it_speaks_of(target: QRect) -> None:
    place = beside(target, CARD, ROOM)
    assert place.size() == CARD
    assert ROOM.contains(place)
    assert not place.intersects(target)


@given(rects(400, 40), rects(80, 40))
def test_other_things_are_left_uncovered_too(target: QRect, other: QRect) -> None:
    assert not beside(target, CARD, ROOM, [other]).intersects(target)


def test_where_there_is_no_room_beside_it_the_least_is_covered() -> None:
    place = beside(ROOM, CARD, ROOM)
    assert ROOM.contains(place)
