import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.model.offset_map import OffsetMap

NASTY = [
    "",
    "plain",
    "😀 at the start and the end 😀",
    "flags 🇺🇦🇪🇺, a family 👨‍👩‍👧‍👦, NFD e\u0301",
    "NBSP\u00a0LS\u2028PS\u2029NEL\u0085",
    "שלום 𐤀 مرحبا",
    "𝒜" * 5,
]
texts = st.one_of(
    st.sampled_from(NASTY), st.text(alphabet=st.sampled_from("ab\n😀𝒜e\u0301\u200dא"), max_size=40)
)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(texts)
def test_every_offset_goes_out_to_its_utf16_position_and_comes_home(text: str) -> None:
    positions = OffsetMap(text)
    assert positions.units == units(text)
    for offset in range(len(text) + 1):
        assert positions.outside(offset) == units(text[:offset])
        assert positions.inside(positions.outside(offset)) == offset


@given(texts)
def test_a_position_within_a_pair_is_the_code_point_it_would_cut(text: str) -> None:
    positions = OffsetMap(text)
    for offset, char in enumerate(text):
        if char > "\uffff":
            assert positions.inside(positions.outside(offset) + 1) == offset


@given(texts, st.data())
def test_splits_add_one_position_each_and_both_their_sides_are_one_offset(
    text: str, data: st.DataObject
) -> None:
    inner = range(1, len(text))
    breaks = sorted(data.draw(st.sets(st.sampled_from(inner)))) if inner else []
    positions = OffsetMap(text, breaks)
    assert positions.units == units(text) + len(breaks)
    for offset in range(len(text) + 1):
        outside = positions.outside(offset)
        assert outside == units(text[:offset]) + sum(1 for at in breaks if at <= offset)
        assert positions.inside(outside) == offset
        if offset in breaks:
            assert positions.inside(outside - 1) == offset


@pytest.mark.parametrize("outside", [-1, 7])
def test_positions_beyond_the_text_are_refused(outside: int) -> None:
    positions = OffsetMap("a😀b", (1,))
    with pytest.raises(IndexError):
        positions.outside(outside)
    with pytest.raises(IndexError):
        positions.inside(outside)
