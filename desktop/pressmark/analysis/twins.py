"""Annotations that are nearly the same: one label, and edges hardly apart."""

from bisect import bisect_left

from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.span import Span

_SHARE = 0.8
"""How much of what two stretches cover together both must cover."""
_EDGE = 8
"""How many code points of signs and space an edge may be off, however short the stretch."""


def near_twins(
    article: Article, annotation: Annotation, *, by_others: bool = False
) -> tuple[Annotation, ...]:
    """Return the others that tag nearly, or exactly, what `annotation` tags; the likest first.

    They are of the same annotator, or `by_others`.
    """
    span = annotation.span
    reach = max(_EDGE, int(span.length * (1 / _SHARE - 1)))
    in_order = article.annotations.in_order
    at = bisect_left(in_order, span.start - reach, key=lambda one: one.span.start)
    found: list[tuple[float, Annotation]] = []
    for one in in_order[at:]:
        if one.span.start > span.start + reach:
            break
        is_meant = one.label == annotation.label and one.id != annotation.id
        is_meant = is_meant and (one.annotator != annotation.annotator) == by_others
        if is_meant and (likeness := _likeness(article.text, one, annotation)):
            found.append((-likeness, one))
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def _likeness(text: str, one: Annotation, other: Annotation) -> float:
    """Return how much of their code points two annotations share, 0 where that is too little."""
    if [_core(text, part) for part in one.fragments] == [
        _core(text, part) for part in other.fragments
    ]:
        return 1.0
    shared = sum(
        max(0, min(part.end, piece.end) - max(part.start, piece.start))
        for part in one.fragments
        for piece in other.fragments
    )
    covered = sum(part.length for part in (*one.fragments, *other.fragments)) - shared
    return shared / covered if shared >= _SHARE * covered else 0.0


def _core(text: str, span: Span) -> Span:
    """Return a stretch without the signs and the space at its edges."""
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end) if start < end else span
