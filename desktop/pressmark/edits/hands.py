"""Whose hand is in each side of a merge, as far as its records tell."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from pressmark.edits.disputes import disputed_record, values_of
from pressmark.edits.three_way import plain
from pressmark.model.annotation import Annotation, Hand
from pressmark.model.judgement import Judgement
from pressmark.model.project import Project
from pressmark.model.records import Dispute, Relation


class Hands:
    """Says of two values, or two versions, who has worked on the side that each comes from.

    Fields do not say who wrote them. But people work in files of their own: where all that is new
    in one is of one person, so is the rest.
    """

    def __init__(self, base: Project | None, ours: Project, theirs: Project) -> None:
        self._base = base
        self._ours = ours
        self._theirs = theirs

    def signed(self, dispute: Dispute) -> Dispute:
        """Return a dispute with the hands that its two values come from."""
        mine = values_of(disputed_record(self._ours, dispute)).get(dispute.name)
        held, other = self._in_turn(other_is_ours=plain(mine) == dispute.value)
        return replace(dispute, held_by=held, other_by=other)

    def copied(self, kept: Annotation, lost: Annotation, name: str) -> Annotation:
        """Return the version that lost as a copy under an id, with the hands of both."""
        ours = values_of(self._ours.annotation(kept.id))
        mine, yours = values_of(lost), values_of(kept)
        differing = [one for one in {*mine, *yours} if mine.get(one) != yours.get(one)]
        is_ours = any(mine.get(one) == ours.get(one) for one in differing)
        held, other = self._in_turn(other_is_ours=is_ours)
        origin = replace(lost.origin, conflict_of=kept.id, held_by=held, other_by=other)
        return replace(lost, id=name, origin=origin)

    def _in_turn(self, *, other_is_ours: bool) -> tuple[Hand | None, Hand | None]:
        mine, yours = self._hands
        return (yours, mine) if other_is_ours else (mine, yours)

    @cached_property
    def _hands(self) -> tuple[Hand | None, Hand | None]:
        return (
            _hand(self._ours, self._theirs, self._base),
            _hand(self._theirs, self._ours, self._base),
        )


def _hand(side: Project, other: Project, base: Project | None) -> Hand | None:
    """Return who made what only this side has, and when the last of it; None where several did."""
    made = [*_made(side, other, base)]
    known = {*other.annotators, *(base.annotators if base else ())}
    people = {one.annotator for one in made} or set(side.annotators) - known
    if len(people) != 1:
        return None
    return Hand(annotator=people.pop(), time=max((one.created for one in made), default=""))


def _made(
    side: Project, other: Project, base: Project | None
) -> Iterator[Annotation | Judgement | Relation]:
    """Yield the records with an author that neither the other side nor the base has."""
    known = [other, base] if base else [other]
    for key in side.places:
        if not any(key in one.places for one in known):
            yield side.annotation(key)
    for judgement in side.judgements.values():
        if not any(judgement.id in one.judgements for one in known):
            yield judgement
    for relation in side.relations:
        if not any(relation.id in one.relations for one in known):
            yield relation
