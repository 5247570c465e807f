"""How the annotations of one article lie over each other, kept up to date one by one."""

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter

from pressmark.model.annotation import Annotation
from pressmark.model.annotations import Annotations
from pressmark.model.span import Span
from pressmark.ui.reading.lanes import lanes_of
from pressmark.ui.reading.span_index import SpanIndex

_order = attrgetter("order")


class Stacking:
    """The annotations by place, and the lane of each. A change costs what it touches."""

    def __init__(self, annotations: Annotations) -> None:
        self._annotations = annotations
        self._index = SpanIndex(annotations)
        self._lanes: dict[str, int] = {}
        borders = ((one.fragments[0][0], one.fragments[-1][1]) for one in annotations)
        for one, lane in zip(annotations, lanes_of(borders), strict=True):
            self._lanes[one.id] = lane

    @property
    def annotations(self) -> Annotations:
        """The annotations as they are shown."""
        return self._annotations

    def lane(self, annotation_id: str) -> int:
        """Return the lane of an annotation, 0 next to the text."""
        return self._lanes[annotation_id]

    def overlapping(self, span: Span) -> list[Annotation]:
        """Return those whose outer borders overlap `span`, in canonical order."""
        return self._index.overlapping(span)

    def at(self, offset: int) -> list[Annotation]:
        """Return those that have the character at `offset`, innermost (shortest) first."""
        found = [one for one in self.overlapping(Span(offset, offset + 1)) if one.holds(offset)]
        return sorted(found, key=lambda one: (one.span.length, -one.span.start, one.id))

    def update(self, annotations: Annotations, ids: Iterable[str]) -> list[Span]:
        """Take over `annotations`, of which only those with `ids` came, went or changed.

        Returns the stretches, ascending, in which anything is drawn differently now.
        """
        stretches = []
        for annotation_id in ids:
            if old := self._annotations.get(annotation_id):
                self._index.discard(old)
                self._lanes.pop(annotation_id, None)
                stretches.append(old.span)
            if new := annotations.get(annotation_id):
                self._index.add(new)
                stretches.append(new.span)
        self._annotations = annotations
        changed: list[Span] = []
        for span in sorted(stretches):
            if changed and span.start < changed[-1].end:
                span = Span(changed[-1].end, span.end)  # noqa: PLW2901 -- what is before is done
            if span.start < span.end:
                changed.append(self._relay(span))
        return changed

    def _relay(self, dirty: Span) -> Span:
        """Give lanes anew from `dirty.start` on, until all is as it was; return how far that is."""
        in_order = self._annotations.in_order
        first = bisect_left(in_order, (dirty.start,), key=_order)
        reaching = self.overlapping(Span(dirty.start, dirty.start + 1))
        earlier = [one for one in reaching if one.span.start < dirty.start]
        taken = [(one.span.end, self._lanes[one.id]) for one in earlier]
        numbers = range(first, len(in_order))  # not a slice: most of it is never looked at
        lanes = lanes_of((in_order[at].span for at in numbers), taken)
        end = dirty.end
        for at, lane in zip(numbers, lanes, strict=True):
            one = in_order[at]
            if one.span.start >= end:
                break
            if self._lanes.get(one.id) != lane:
                self._lanes[one.id] = lane
                end = max(end, one.span.end)
        return Span(dirty.start, end)
