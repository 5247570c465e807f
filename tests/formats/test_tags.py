import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.formats.tags import Scheme, Tagged, is_tag, tagged, tags_of

SPANS = [Tagged(0, 1, "a"), Tagged(1, 3, "a"), Tagged(4, 8, "b-c")]


@pytest.mark.parametrize(
    ("scheme", "tags"),
    [
        ("bio", "B-a B-a I-a O B-b-c I-b-c I-b-c I-b-c O"),
        ("iobes", "S-a B-a E-a O B-b-c I-b-c I-b-c E-b-c O"),
        ("bilou", "U-a B-a L-a O B-b-c I-b-c I-b-c L-b-c O"),
    ],
)
def test_schemes_say_it_in_their_letters(scheme: Scheme, tags: str) -> None:
    assert tags_of(9, SPANS, scheme) == tags.split()
    assert all(map(is_tag, tags.split()))


def _placed(steps: list[tuple[int, int, str]]) -> list[Tagged]:
    at, placed = 0, []
    for gap, length, label in steps:
        placed.append(Tagged(at + gap, at + gap + length, label))
        at += gap + length
    return placed


steps = st.tuples(st.integers(0, 3), st.integers(1, 4), st.sampled_from("ab"))
spans = st.lists(steps).map(_placed)


@given(spans, st.sampled_from(["bio", "iobes", "bilou"]))
def test_every_scheme_comes_home(placed: list[Tagged], scheme: Scheme) -> None:
    count = placed[-1].end if placed else 3
    assert list(tagged(tags_of(count, placed, scheme))) == placed


def test_the_oldest_scheme_begins_with_what_goes_on() -> None:
    assert list(tagged(["I-a", "I-a", "I-b", "B-b", "O"])) == [
        Tagged(0, 2, "a"),
        Tagged(2, 3, "b"),
        Tagged(3, 4, "b"),
    ]


def test_nothing_goes_on_over_a_break() -> None:
    assert list(tagged(["B-a", "I-a"], frozenset({1}))) == [Tagged(0, 1, "a"), Tagged(1, 2, "a")]


@pytest.mark.parametrize("word", ["", "B", "B-", "X-a", "o", "claim", "B-a b", "NN"])
def test_other_words_are_no_tags(word: str) -> None:
    assert not is_tag(word)
