"""Stepping through annotations: forth and back in the article, inwards and outwards at a place."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from pressmark.model.annotation import Annotation
from pressmark.model.annotations import Annotations

_order = attrgetter("order")


def following(annotations: Annotations, active: Annotation | None, caret: int) -> Annotation | None:
    """Return the annotation after the active one, or after the caret; the first after the last."""
    in_order = annotations.in_order
    at = bisect_right(in_order, active.order, key=_order) if active else _after(in_order, caret)
    return in_order[at % len(in_order)] if in_order else None


def preceding(annotations: Annotations, active: Annotation | None, caret: int) -> Annotation | None:
    """Return the annotation before the active one, or the caret; the last before the first."""
    in_order = annotations.in_order
    at = bisect_left(in_order, active.order, key=_order) if active else _after(in_order, caret)
    return in_order[at - 1] if in_order else None


def outwards(stack: Sequence[Annotation], active: Annotation | None) -> Annotation | None:
    """Return the next of `stack` (innermost first) after the active one; else the innermost."""
    if not stack:
        return None
    ids = [one.id for one in stack]
    at = ids.index(active.id) + 1 if active and active.id in ids else 0
    return stack[at % len(stack)]


def _after(in_order: Sequence[Annotation], caret: int) -> int:
    return bisect_left(in_order, (caret,), key=_order)
