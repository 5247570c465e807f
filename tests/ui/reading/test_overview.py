from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pressmark.ui.reading.overview import ROWS, Tally
from tests.ui.reading.desk import annotation

TEXT = "x" * 5000
spans = st.tuples(st.integers(0, 4999), st.integers(1, 2000)).map(
    lambda one: (one[0], min(5000, one[0] + one[1]))
)


@given(st.lists(spans, max_size=12), st.sets(st.integers(0, 11)))
def test_runs_are_the_rows_that_have_something(some: list[tuple[int, int]], gone: set[int]) -> None:
    tally = Tally(5000)
    made = [annotation(TEXT, "claim", span) for span in some]
    for one in made:
        tally.count(one)
    for at in gone & set(range(len(made))):
        tally.count(made[at], -1)
    expected = {
        row
        for at, (start, end) in enumerate(some)
        if at not in gone
        for row in range(start * ROWS // 5000, (end - 1) * ROWS // 5000 + 1)
    }
    runs = tally.runs("claim")
    assert {row for start, end in runs for row in range(start, end)} == expected
    assert all(end < start for (_, end), (start, _) in pairwise(runs))


def test_an_unknown_label_has_no_runs() -> None:
    assert Tally(0).runs("claim") == []
