"""The relations of a project: immutable, found by id and by either end."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from immutables import Map

from pressmark.model.records import Relation


@dataclass(frozen=True, slots=True)
class Relations:
    """A lookup by id that also answers which relations touch an annotation or entity.

    Made by `of`; runs in the canonical order: by id.
    """

    _by_id: Map[str, Relation] = field(default_factory=Map)
    _by_end: Map[str, frozenset[str]] = field(default_factory=Map, compare=False, repr=False)

    @classmethod
    def of(cls, relations: Iterable[Relation]) -> "Relations":
        """Return these relations; of two with one id the later stays."""
        by_id = {relation.id: relation for relation in relations}
        ends: dict[str, set[str]] = {}
        for relation in by_id.values():
            for end in _ends(relation):
                ends.setdefault(end, set()).add(relation.id)
        return cls(Map(by_id), Map((end, frozenset(ids)) for end, ids in ends.items()))

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[Relation]:
        return iter(sorted(self._by_id.values(), key=lambda relation: relation.id))

    def __contains__(self, relation_id: object) -> bool:
        return relation_id in self._by_id

    def __getitem__(self, relation_id: str) -> Relation:
        return self._by_id[relation_id]

    def get(self, relation_id: str) -> Relation | None:
        """Return the relation with this id, or None."""
        return self._by_id.get(relation_id)

    def touching(self, end: str) -> tuple[Relation, ...]:
        """Return the relations that start or end at this annotation or entity, by id."""
        return tuple(self._by_id[one] for one in sorted(self._by_end.get(end, frozenset())))

    def with_(self, relation: Relation) -> "Relations":
        """Return these with `relation` added, or in the place of the one with its id."""
        if relation.id in self._by_id:
            return self.without(relation.id).with_(relation)
        by_end = self._by_end
        for end in _ends(relation):
            by_end = by_end.set(end, by_end.get(end, frozenset()) | {relation.id})
        return Relations(self._by_id.set(relation.id, relation), by_end)

    def without(self, relation_id: str) -> "Relations":
        """Return these without the relation of that id (KeyError where there is none)."""
        by_end = self._by_end
        for end in _ends(self._by_id[relation_id]):
            left = by_end[end] - {relation_id}
            by_end = by_end.set(end, left) if left else by_end.delete(end)
        return Relations(self._by_id.delete(relation_id), by_end)


def _ends(relation: Relation) -> set[str]:
    return {end for end in (relation.from_, relation.to, relation.entity) if end is not None}
