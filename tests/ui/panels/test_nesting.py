from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pressmark.model.annotations import Annotations
from pressmark.model.span import Span
from pressmark.ui.panels.nesting import labels_inside, stack_at_start
from tests.ui.panels.in_memory import annotation

TEXT = "abcdefghijkl"

_spans = st.tuples(st.integers(0, 11), st.integers(1, 6)).map(
    lambda pair: (pair[0], min(12, pair[0] + pair[1]))
)


@given(st.lists(st.tuples(st.sampled_from(["claim", "quote"]), _spans), min_size=1, max_size=12))
def test_what_is_found_is_what_looking_at_each_finds(
    tagged: list[tuple[str, tuple[int, int]]],
) -> None:
    made = [annotation(str(at), label, *span, text=TEXT) for at, (label, span) in enumerate(tagged)]
    annotations = Annotations.of(made)
    for one in made:
        shorter = [other for other in made if other.span.length < one.span.length]
        inside = Counter(other.label for other in shorter if one.span.contains(other.span))
        assert labels_inside(one, annotations) == inside
        stack = stack_at_start(one, annotations)
        assert {other.id for other in stack} == {
            other.id for other in made if other.holds(one.span.start)
        }
        lengths = [other.span.length for other in stack]
        assert lengths == sorted(lengths)


def test_what_stands_between_two_fragments_is_not_inside() -> None:
    outer = replace(annotation("0", "quote", 0, 12, text=TEXT), fragments=(Span(0, 4), Span(8, 12)))
    made = [outer, annotation("1", "claim", 5, 7, text=TEXT)]
    made.append(annotation("2", "claim", 9, 11, text=TEXT))
    assert labels_inside(outer, Annotations.of(made)) == {"claim": 1}
