"""Taking back one step of many, long after it was done, with what was built on it since.

Steps are given as they were done, oldest first; `standing` leaves out those that undo took back.
What comes out is as if the steps taken back had never been done, and all others had.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from pressmark.edits.annotations import ReplaceAnnotation
from pressmark.edits.articles import ReplaceHead
from pressmark.edits.difference import difference
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.effects import Effect, effects
from pressmark.edits.history import Done
from pressmark.edits.judgements import PutJudgement
from pressmark.edits.record_fields import PLURALS, Key, differing, with_fields
from pressmark.edits.transaction import Transaction, apply
from pressmark.errors import EditError
from pressmark.model.annotation import Annotation
from pressmark.model.article import ArticleHead
from pressmark.model.judgement import Judgement
from pressmark.model.project import Project


def standing(steps: Sequence[Done]) -> tuple[int, ...]:
    """Return the places of the steps that were not undone, without the undoing itself."""
    kept: list[int] = []
    for place, step in enumerate(steps):
        is_undo = step.transaction.origin == "undo" and kept
        if is_undo and steps[kept[-1]].inverses == step.transaction.edits:
            kept.pop()
        else:
            kept.append(place)
    return tuple(kept)


def builders(steps: Sequence[Done]) -> tuple[int, ...]:
    """Return the places of the steps that build on the first of `steps`, directly or not.

    A step builds on another where it wrote what that wrote, needs what that made, or took away
    what that needs.
    """
    base = _Base()
    if steps:
        base.add(effects(steps[0]))
    found: list[int] = []
    for place, step in enumerate(steps[1:], start=1):
        done = effects(step)
        if base.bears(done):
            base.add(done)
            found.append(place)
    return tuple(found)


def reverting(
    project: Project, steps: Sequence[Done], places: AbstractSet[int], stamp: Stamp
) -> tuple[Edit, ...]:
    """Return the edits that take back the steps at `places`: the first, and all that build on it.

    `steps` go from the first one taken back to the last one done. EditError `nothing-to-revert`
    where nothing of them is left, `changed-since` (with `id`) where a record is not as they left
    it: something that is in no history changed it.
    """
    after = project
    touched_later: set[Key] = set()
    for place in range(len(steps) - 1, -1, -1):
        done = effects(steps[place])
        if place not in places:
            touched_later |= {one.key for one in done}
            continue
        try:
            for effect in reversed(done):
                after = _without(after, effect, stamp, is_stamped=effect.key in touched_later)
        except EditError as error:
            raise EditError("changed-since", **error.facts) from error
    edits = difference(project, after)
    if not edits:
        raise EditError("nothing-to-revert")
    try:
        apply(project, Transaction("", edits, stamp))
    except EditError as error:  # something stands on it that is in no history
        raise EditError("changed-since", **error.facts) from error
    return edits


class _Base:
    """What steps wrote and needed, to be built on."""

    def __init__(self) -> None:
        self._written: set[Key] = set()
        self._records: set[Key] = set()
        self._needed: set[Key] = set()

    def add(self, done: Sequence[Effect]) -> None:
        """Take in what a step did."""
        for effect in done:
            self._written.update(effect.written())
            self._needed.update(effect.needed())
        self._records = {key[:2] for key in self._written}

    def bears(self, done: Sequence[Effect]) -> bool:
        """Say whether a later step builds on this."""
        return any(
            any(map(self._is_written, effect.written()))
            or any(key in self._written for key in effect.needed())
            for effect in done
        )

    def _is_written(self, key: Key) -> bool:
        if key[2:]:  # a field: it, or its record with all others
            return key in self._written or key[:2] in self._written
        return key in self._records or key in self._needed


def _without(project: Project, effect: Effect, stamp: Stamp, *, is_stamped: bool) -> Project:
    """Return the project without an effect; `is_stamped`: a step that stays changed it later."""
    if not effect.key:
        after, again = effect.inverse.apply(project, stamp)
        if again != effect.edit:
            raise EditError("changed-since", id=effect.touched[-1][1])
        return after
    held, back = _held(project, effect), effect.inverse
    since = held != effect.after
    if not effect.is_whole:
        since = not effect.changed.isdisjoint(differing(held, effect.after))
        back = _fields_back(effect, held, is_stamped=is_stamped)
    if since:
        raise EditError("changed-since", id=effect.key[1])
    return back.apply(project, stamp).project


def _fields_back(effect: Effect, held: object, *, is_stamped: bool) -> Edit:
    """Return the edit that gives `held` the fields that it had before."""
    match held, effect.before:
        case Annotation(), Annotation() as before:
            back = with_fields(held, before, effect.changed)
            changed = held.changed if is_stamped else before.changed
            was = replace(back, changed=changed)
            return ReplaceAnnotation(effect.home, was, as_found=True)
        case ArticleHead(), ArticleHead() as before:
            return ReplaceHead(with_fields(held, before, effect.changed))
        case Judgement(), Judgement() as before:
            judged = with_fields(held, before, effect.changed)
            changed = held.changed if is_stamped else before.changed
            return PutJudgement(replace(judged, changed=changed))
    return effect.inverse


def _held(project: Project, effect: Effect) -> object:
    """Return the record as it is now; None where it is not there."""
    kind, name = effect.key
    match kind:
        case "annotation":
            return project.annotation(name) if name in project.places else None
        case "article":
            is_head = isinstance(effect.before, ArticleHead)
            shelved = project.articles.get(name)
            return shelved and (shelved.head if is_head else shelved.open())
        case "relation":
            return project.relations.get(name)
    if kind in PLURALS:
        return getattr(project, PLURALS[kind]).get(name)
    return getattr(project, kind)
