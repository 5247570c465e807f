from hypothesis import given
from hypothesis import strategies as st

from pressmark.model.span import Span
from pressmark.ui.reading.span_index import SpanIndex
from tests.ui.reading.desk import annotation

TEXT = "x" * 300_000
borders = st.integers(0, 299_999) | st.integers(500, 530) | st.integers(4090, 4100)
spans = st.tuples(borders, borders).filter(lambda one: one[0] != one[1]).map(sorted)


@given(st.lists(spans, max_size=30), spans, st.sets(st.integers(0, 29)))
def test_finds_what_a_search_through_all_would(
    some: list[list[int]], wanted: list[int], gone: set[int]
) -> None:
    made = [
        annotation(TEXT, "claim", (start, end), annotation_id=str(at))
        for at, (start, end) in enumerate(some)
    ]
    index = SpanIndex(made)
    for at in gone & set(range(len(made))):
        index.discard(made[at])
    left = [one for at, one in enumerate(made) if at not in gone]
    span = Span(*wanted)
    expected = sorted((one for one in left if one.span.overlaps(span)), key=lambda one: one.order)
    assert index.overlapping(span) == expected


def test_nothing_overlaps_in_an_empty_article() -> None:
    assert SpanIndex().overlapping(Span(0, 1)) == []
