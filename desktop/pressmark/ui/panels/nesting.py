"""How annotations lie in each other."""

from bisect import bisect_left
from collections import Counter
from operator import attrgetter

from pressmark.model.annotation import Annotation
from pressmark.model.annotations import Annotations
from pressmark.model.span import Span

_start = attrgetter("span.start")


def labels_inside(outer: Annotation, annotations: Annotations) -> Counter[str]:
    """Return how many annotations of each label lie within `outer`, and are shorter.

    What stands between two of its fragments is not within it.
    """
    in_order, border = annotations.in_order, outer.span
    first = bisect_left(in_order, border.start, key=_start)
    beyond = bisect_left(in_order, border.end, key=_start)
    return Counter(
        one.label
        for one in in_order[first:beyond]
        if one.span != border and all(_has(outer, fragment) for fragment in one.fragments)
    )


def _has(outer: Annotation, span: Span) -> bool:
    return any(fragment.contains(span) for fragment in outer.fragments)


def stack_at_start(one: Annotation, annotations: Annotations) -> list[Annotation]:
    """Return the annotations that hold the first code point of `one`, innermost first."""
    start = one.span.start
    beyond = bisect_left(annotations.in_order, start + 1, key=_start)
    found = [other for other in annotations.in_order[:beyond] if other.holds(start)]
    return sorted(found, key=lambda other: (other.span.length, -other.span.start, other.id))
