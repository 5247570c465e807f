from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pressmark.model.span import Span
from pressmark.ui.reading.tagging import joined

spans = st.tuples(st.integers(0, 50), st.integers(1, 10)).map(
    lambda one: Span(one[0], one[0] + one[1])
)


@given(st.lists(spans, min_size=1))
def test_joined_spans_hold_the_same_text_apart_and_in_order(some: list[Span]) -> None:
    result = joined(some)
    assert {at for one in result for at in range(*one)} == {
        at for one in some for at in range(*one)
    }
    assert all(a.end < b.start for a, b in pairwise(result))
