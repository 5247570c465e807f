import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.model.offset_map import OffsetMap
from pressmark.ui.reading.display_text import display_text

ODD = "\x00\x01\x0b\x0c\r\x1f\x7f\u2028\u2029\ufdd0\ufdd1\ufffc\u00a0\t\n \U0001f1fa\U0001f1e6"


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(st.text(st.sampled_from(ODD + "ab.") | st.characters()), st.integers(8, 40))
def test_every_offset_is_where_the_map_says(text: str, longest: int) -> None:
    shown, breaks = display_text(text, longest)
    offsets = OffsetMap(text, breaks)
    assert units(shown) == offsets.units
    assert list(breaks) == sorted(set(breaks))
    plain = shown.encode("utf-16-le", "surrogatepass")
    for offset, char in enumerate(text):
        at = offsets.outside(offset) * 2
        there = plain[at : at + 2 * units(char)].decode("utf-16-le", "surrogatepass")
        assert there == char or units(there) == units(char) == 1
        if char.isalnum():
            assert there == char


@given(st.text(st.sampled_from("ab. \n\U0001f1fae\u0301"), max_size=300), st.integers(8, 40))
def test_paragraphs_are_not_longer_than_asked(text: str, longest: int) -> None:
    shown, _ = display_text(text, longest)
    assert max(map(len, shown.split("\n"))) <= longest


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one\ntwo", "one\ntwo"),
        ("one\n\ntwo\nthree", "one\u200b\ntwo\u2028three"),
        ("one\n \n\ntwo", "one\u200b \u200b\ntwo"),
        ("one\n\nاثنان\nthree", "one\u200b\nاثنان\nthree"),
        ("\x00\r\u2029\ufdd0", "␀␍\n\ufffd"),
        ("", ""),
    ],
)
def test_paragraphs_stand_apart_without_blank_lines(text: str, shown: str) -> None:
    assert display_text(text).shown == shown


def test_a_long_paragraph_breaks_after_a_sentence() -> None:
    text = "Said he. And so on, " * 20
    shown, breaks = display_text(text, 100)
    assert all(text[at - 2 : at] in (". ", ", ") for at in breaks)
    assert text[breaks[0] - 2 : breaks[0]] == ". "
    assert shown.replace("\n", "") == text
