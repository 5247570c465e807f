from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pressmark.edits.zones import toggled
from pressmark.model.article import Zone
from pressmark.model.span import Span

SIZE = 30
stretches = st.tuples(st.integers(0, SIZE - 1), st.integers(1, SIZE)).filter(
    lambda pair: pair[0] < pair[1]
)
kinds = st.sampled_from(["teaser", "legal"])


def covered(zones: tuple[Zone, ...]) -> set[int]:
    return {at for zone in zones for at in range(zone.start, zone.end)}


def zone(start: int, end: int, kind: str = "teaser") -> Zone:
    return Zone(start=start, end=end, kind=kind)


def test_a_stretch_becomes_a_zone_and_one_again_its_content() -> None:
    zones = toggled((), Span(3, 9), "teaser")
    assert zones == (zone(3, 9),)
    assert toggled(zones, Span(3, 9), "teaser") == ()


def test_a_stretch_inside_a_zone_is_cut_out() -> None:
    assert toggled((zone(2, 20),), Span(5, 8), "legal") == (zone(2, 5), zone(8, 20))


def test_zones_of_one_kind_grow_together() -> None:
    assert toggled((zone(0, 5), zone(10, 15)), Span(4, 10), "teaser") == (zone(0, 15),)


def test_zones_of_another_kind_are_cut_back() -> None:
    zones = toggled((zone(0, 8, "legal"),), Span(5, 12), "teaser")
    assert zones == (zone(0, 5, "legal"), zone(5, 12))


@given(st.lists(st.tuples(stretches, kinds), max_size=8))
def test_any_toggling_leaves_ordered_zones_and_flips_what_was_asked(
    steps: list[tuple[tuple[int, int], str]],
) -> None:
    zones: tuple[Zone, ...] = ()
    for (start, end), kind in steps:
        before, asked = covered(zones), set(range(start, end))
        was_inside = any(one.span.contains(Span(start, end)) for one in zones)
        zones = toggled(zones, Span(start, end), kind)
        assert covered(zones) == (before - asked if was_inside else before | asked)
        assert all(one.start < one.end for one in zones)
        assert all(one.end <= other.start for one, other in pairwise(zones))
