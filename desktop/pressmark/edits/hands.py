"""Whose hand is in a side of a merge, as far as its records tell."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from pressmark.edits.disputes import disputed_record, values_of
from pressmark.edits.three_way import plain
from pressmark.model.annotation import Annotation
from pressmark.model.judgement import Judgement
from pressmark.model.project import Project
from pressmark.model.records import Dispute, Hand, Relation


def signed(
    disputes: Iterable[Dispute], base: Project | None, ours: Project, theirs: Project
) -> Iterator[Dispute]:
    """Yield the disputes with who has worked on the side that each of the values comes from."""

    @cache
    def hands() -> tuple[Hand | None, Hand | None]:
        return _hand(ours, theirs, base), _hand(theirs, ours, base)

    for one in disputes:
        is_ours = plain(values_of(disputed_record(ours, one)).get(one.name)) == one.value
        mine, yours = hands()
        other, held = (mine, yours) if is_ours else (yours, mine)
        yield replace(one, held_by=held, other_by=other)


def _hand(side: Project, other: Project, base: Project | None) -> Hand | None:
    """Return who made what only this side has, and when the last of it; None where several did.

    Fields do not say who wrote them. But people work in files of their own: where all that is new
    in one is of one person, so is the rest.
    """
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
