"""The annotations of one article: immutable, found by id, read in canonical order."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from immutables import Map

from pressmark.model.annotation import Annotation

_order = attrgetter("order")


@dataclass(frozen=True, slots=True)
class Annotations:
    """A sequence in canonical order (start, -end, id) that is also a lookup by id.

    Made by `of`. Adding or removing one copies pointers only: about a microsecond for each 100.
    """

    in_order: tuple[Annotation, ...] = ()
    _keys: tuple[tuple[int, int, str], ...] = field(default=(), compare=False, repr=False)
    _by_id: Map[str, Annotation] = field(default_factory=Map, compare=False, repr=False)

    @classmethod
    def of(cls, annotations: Iterable[Annotation]) -> "Annotations":
        """Return these annotations; of two with one id the later stays."""
        by_id = {one.id: one for one in annotations}
        keys = sorted(map(_order, by_id.values()))
        return cls(tuple(by_id[key[2]] for key in keys), tuple(keys), Map(by_id))

    def __len__(self) -> int:
        return len(self.in_order)

    def __iter__(self) -> Iterator[Annotation]:
        return iter(self.in_order)

    def __contains__(self, annotation_id: object) -> bool:
        return annotation_id in self._by_id

    def __getitem__(self, annotation_id: str) -> Annotation:
        return self._by_id[annotation_id]

    def get(self, annotation_id: str) -> Annotation | None:
        """Return the annotation with this id, or None."""
        return self._by_id.get(annotation_id)

    def ids(self) -> Iterable[str]:
        """Return the ids, in no order."""
        return self._by_id.keys()

    def with_(self, annotation: Annotation) -> "Annotations":
        """Return these with `annotation` added, or in the place of the one with its id."""
        if annotation.id in self._by_id:
            return self.without(annotation.id).with_(annotation)
        key = annotation.order
        at = bisect_left(self._keys, key)
        return Annotations(
            (*self.in_order[:at], annotation, *self.in_order[at:]),
            (*self._keys[:at], key, *self._keys[at:]),
            self._by_id.set(annotation.id, annotation),
        )

    def without(self, annotation_id: str) -> "Annotations":
        """Return these without the annotation of that id (KeyError where there is none)."""
        at = bisect_left(self._keys, self._by_id[annotation_id].order)
        return Annotations(
            self.in_order[:at] + self.in_order[at + 1 :],
            self._keys[:at] + self._keys[at + 1 :],
            self._by_id.delete(annotation_id),
        )
