from hypothesis import given
from hypothesis import strategies as st

from pressmark.ui.reading.lanes import lanes_of

spans = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda one: (one[0], one[0] + one[1]))
).map(lambda all_of: sorted(all_of, key=lambda one: (one[0], -one[1])))


@given(spans)
def test_overlapping_ones_never_share_a_lane_and_no_lane_is_wasted(
    some: list[tuple[int, int]],
) -> None:
    lanes = list(lanes_of(some))
    for at, (start, end) in enumerate(some):
        before = {
            lanes[other] for other in range(at) if some[other][1] > start and some[other][0] < end
        }
        assert lanes[at] not in before
        assert set(range(lanes[at])) <= before
    deepest = max((sum(a <= x < b for a, b in some) for x in range(80)), default=0)
    assert max(lanes, default=-1) + 1 == deepest


def test_an_outer_one_lies_above_those_inside_it() -> None:
    assert list(lanes_of([(0, 30), (0, 10), (5, 8), (10, 20), (30, 40)])) == [0, 1, 2, 1, 0]


def test_earlier_ones_that_reach_in_keep_their_lanes() -> None:
    assert list(lanes_of([(10, 20), (12, 20), (16, 20)], [(15, 1)])) == [0, 2, 1]
