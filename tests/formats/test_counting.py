import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.formats.counting import CODE_POINTS, COUNTINGS, GRAPHEMES, UTF_16, Counting, Ruler
from pressmark.model.offset_map import OffsetMap
from tests.strategies import texts

BYTES = Counting("bytes")
CRLF = Counting(crlf_is_one=True)
FOREIGN = st.lists(st.one_of(texts(), st.sampled_from(["\r\n", "\r", "\ufeff"])), max_size=6).map(
    "".join
)


def counted(text: str, counting: Counting) -> list[int | None]:
    ruler = Ruler(text, counting)
    return [ruler.code_point(at) for at in range(-1, 2 * len(text) + 3)]


@given(FOREIGN)
def test_code_points_are_what_they_are(text: str) -> None:
    ruler = Ruler(text, CODE_POINTS)
    assert [ruler.code_point(at) for at in range(len(text) + 1)] == list(range(len(text) + 1))
    assert ruler.code_point(len(text) + 1) is None
    assert ruler.code_point(-1) is None


@given(FOREIGN)
def test_utf_16_is_counted_as_everywhere_here(text: str) -> None:
    ruler, known = Ruler(text, UTF_16), OffsetMap(text)
    assert [ruler.code_point(known.outside(at)) for at in range(len(text) + 1)] == list(
        range(len(text) + 1)
    )
    assert ruler.code_point(known.units + 1) is None


@given(FOREIGN)
def test_bytes_are_those_of_utf_8(text: str) -> None:
    ruler, whole = Ruler(text, BYTES), text.encode()
    for at in range(len(whole) + 1):
        try:
            expected = len(whole[:at].decode())
        except UnicodeDecodeError:
            assert ruler.code_point(at) is None
        else:
            assert ruler.code_point(at) == expected


@given(FOREIGN)
def test_crlf_as_one_counts_like_text_with_lf(text: str) -> None:
    folded = text.replace("\r\n", "\n")
    ruler = Ruler(text, CRLF)
    for at in range(len(folded) + 1):
        place = ruler.code_point(at)
        assert place is not None
        assert text[:place].replace("\r\n", "\n") == folded[:at]


@given(FOREIGN, st.sampled_from(COUNTINGS))
def test_the_plainest_counting_of_a_text_counts_the_same(text: str, counting: Counting) -> None:
    assert counted(text, counting) == counted(text, counting.on(text))


@given(FOREIGN, st.sampled_from(COUNTINGS))
def test_places_ascend(text: str, counting: Counting) -> None:
    found = [at for at in counted(text, counting) if at is not None]
    assert found == sorted(found)
    assert all(at <= len(text) for at in found)


@pytest.mark.parametrize(
    ("counting", "text", "offset", "place"),
    [
        (UTF_16, "a😀b", 2, None),
        (UTF_16, "a😀b", 3, 2),
        (BYTES, "é€x", 5, 2),
        (GRAPHEMES, "👩‍👩‍👧‍👦 x", 1, 7),
        (GRAPHEMES, "e\u0301\r\nx", 2, 4),
        (CRLF, "a\r\nb", 2, 3),
        (Counting(bom="not counted"), "\ufeffab", 0, 1),
        (Counting(bom="not counted"), "ab", 1, 1),
        (Counting(bom="counted"), "ab", 1, 0),
        (Counting(bom="counted"), "ab", 0, None),
        (Counting("bytes", bom="counted"), "ab", 3, 0),
    ],
)
def test_known_places(counting: Counting, text: str, offset: int, place: int | None) -> None:
    assert Ruler(text, counting).code_point(offset) == place


def test_a_counting_says_what_it_counts() -> None:
    assert CODE_POINTS.words == "code points"
    assert Counting("UTF-16", crlf_is_one=True, bom="counted").words == (
        "UTF-16, CRLF as one, byte-order mark counted"
    )
