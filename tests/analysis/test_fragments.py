from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pressmark.analysis.fragments import fragment_at, joined, with_fragment
from pressmark.model.span import Span

TEXT = '"Go," he said, "and stay." '
GO, STAY = Span(0, 5), Span(15, 26)

spans = st.tuples(st.integers(0, 50), st.integers(1, 10)).map(
    lambda one: Span(one[0], one[0] + one[1])
)


@given(st.lists(spans, min_size=1))
def test_joined_spans_hold_the_same_text_apart_and_in_order(some: list[Span]) -> None:
    result = joined("x" * 60, some)
    assert {at for one in result for at in range(*one)} == {
        at for one in some for at in range(*one)
    }
    assert all(a.end < b.start for a, b in pairwise(result))


def test_fragments_that_meet_become_one() -> None:
    pair = (GO, STAY)
    assert with_fragment(TEXT, pair, 0, Span(0, 8)) == (Span(0, 8), STAY)
    assert with_fragment(TEXT, pair, 0, Span(0, 15)) == (Span(0, 26),)
    assert with_fragment(TEXT, pair, 1, Span(2, 4)) == (GO,)


def test_a_blank_alone_keeps_no_fragments_apart() -> None:
    assert TEXT[14] == " "
    assert with_fragment(TEXT, (GO, STAY), 0, Span(0, 14)) == (Span(0, 26),)
    assert joined(TEXT, [Span(6, 13), STAY]) == (Span(6, 13), STAY)  # a comma is a word of others


def test_a_caret_is_in_a_fragment_up_to_its_end() -> None:
    carets = (0, 5, 6, 15, 26, 27)
    assert [fragment_at((GO, STAY), caret) for caret in carets] == [0, 0, None, 1, 1, None]
