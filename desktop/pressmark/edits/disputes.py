"""What two sides of a merge disagree on, kept beside the record, and what somebody decided of it.

Who settles a dispute turns a value down. That is noted as a mark, which goes along with the file:
where the other side comes with the same value again, there is nothing left to decide.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from functools import partial
from typing import Any, Final

from pressmark.edits.articles import ReplaceHead
from pressmark.edits.edit import Edit
from pressmark.edits.frame import (
    PutAnnotator,
    PutDispute,
    PutEntity,
    RenameProject,
    SetHandling,
    SetUnknown,
)
from pressmark.edits.judgements import PutJudgement, SetSummary
from pressmark.edits.record_fields import PLURALS, fields_of, with_values
from pressmark.edits.relations import ReplaceRelation
from pressmark.edits.three_way import Decide, Side, fingerprint, plain, undecided
from pressmark.errors import EditError
from pressmark.model.annotation import Annotation
from pressmark.model.article import ArticleHead, ArticleLink, Zone
from pressmark.model.judgement import Judgement
from pressmark.model.project import Project
from pressmark.model.records import Annotator, Dispute, Entity, Relation

PROJECT: Final = "project"
"""The record of the project itself: two files that are united may have different ids."""

_LISTED: Mapping[str, Callable[..., object]] = {"zones": Zone, "links": ArticleLink}
_NOT_DISPUTED = {"id", "created", "changed", "annotator", "origin"}
_UNKNOWN = "unknown."
_OF_PROJECT: Mapping[str, Callable[[Any], Edit]] = {
    "title": RenameProject,
    "handling": SetHandling,
    "summary": SetSummary,
    "unknown": SetUnknown,
}


def mark(kind: str, record: str, name: str, *values: object) -> str:
    """Return what a value of a field is noted by, or two of them, in whichever order."""
    parts = (kind, record, name, *sorted(map(fingerprint, values)))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def disputes_between(kind: str, record: str, kept: object, lost: object) -> Iterator[Dispute]:
    """Yield what two versions of a record disagree on: a dispute for each field."""
    one, other = values_of(kept), values_of(lost)
    for name in sorted({*one, *other}):
        held, value = one.get(name), other.get(name)
        if held != value:
            key = mark(kind, record, name, held, value)
            shown: Any = plain(value)
            yield Dispute(id=key, kind=kind, record=record, name=name, value=shown)


def values_of(record: object) -> Mapping[str, object]:
    """Return the fields of a record that may be disputed, by the names that a merge has for them.

    A state or an attribute is ".name", a key that this version does not know "unknown.key".
    """
    held: dict[str, Any]
    match record:
        case Project():
            held = {name: getattr(record, name) for name in _OF_PROJECT}
        case ArticleHead() | Annotation():
            held = dict(fields_of(record))
        case _:
            held = {one.name: getattr(record, one.name) for one in fields(record)}  # type: ignore[arg-type]  # all are dataclasses
    unknown = held.pop("unknown", {})
    told = {name: value for name, value in held.items() if name not in _NOT_DISPUTED}
    return told | {_UNKNOWN + key: one for key, one in unknown.items()}


def disputed_record(project: Project, dispute: Dispute) -> object:
    """Return the record that a dispute is about; None where it is gone."""
    key = dispute.record
    match dispute.kind:
        case "article":
            shelved = project.articles.get(key)
            return shelved.head if shelved else None
        case "relation":
            return project.relations.get(key)
        case "project":
            return project
    return getattr(project, PLURALS[dispute.kind]).get(key) if dispute.kind in PLURALS else None


# ---- settling


def take(project: Project, dispute: Dispute) -> tuple[Edit, ...]:
    """Return the edits that give the record the other value, and settle the dispute."""
    record = disputed_record(project, dispute)
    held = values_of(record).get(dispute.name)
    return _with_value(record, dispute.name, _read(dispute)), _settled(dispute, held)


def dismiss(dispute: Dispute) -> tuple[Edit, ...]:
    """Return the edit that settles a dispute: the record stays as it is."""
    return (_settled(dispute, dispute.value),)


def settling_of(kept: Annotation, copy: Annotation, *, turned_down: Annotation) -> Edit:
    """Return the edit that notes how the two versions of an annotation were settled."""
    one, other, against = map(values_of, (kept, copy, turned_down))
    marks = [
        made
        for name in sorted({*one, *other})
        if one.get(name) != other.get(name)
        for made in (
            mark("annotation", kept.id, name, against.get(name)),
            mark("annotation", kept.id, name, one.get(name), other.get(name)),
        )
    ]
    return PutDispute(
        Dispute(id=copy.id, kind="annotation", record=kept.id, turned_down=tuple(marks))
    )


def _settled(dispute: Dispute, against: object) -> PutDispute:
    turned_down = mark(dispute.kind, dispute.record, dispute.name, against)
    return PutDispute(replace(dispute, turned_down=(turned_down, dispute.id)))


def _read(dispute: Dispute) -> object:
    value = dispute.value
    if not isinstance(value, list) or dispute.name.startswith(_UNKNOWN):
        return value
    make = _LISTED.get(dispute.name)
    if make is None:
        return tuple(value)
    try:
        return tuple(make(**one) for one in value if isinstance(one, dict))
    except TypeError as error:  # somebody wrote it by hand
        raise EditError("no-field", id=dispute.record, field=dispute.name) from error


def _with_value(record: Any, name: str, value: Any) -> Edit:  # noqa: ANN401 -- of any field
    if name.startswith(_UNKNOWN):
        keys = {**record.unknown, name.removeprefix(_UNKNOWN): value}
        name, value = "unknown", {key: one for key, one in keys.items() if one is not None}
    match record:
        case ArticleHead():
            return ReplaceHead(with_values(record, {name: value}))
        case Entity():
            return PutEntity(replace(record, **{name: value}))
        case Annotator():
            return PutAnnotator(replace(record, **{name: value}))
        case Judgement():
            return PutJudgement(replace(record, **{name: value}))
        case Relation():
            return ReplaceRelation(replace(record, **{name: value}), as_found=True)
    return _OF_PROJECT[name](value)


# ---- what was decided, in a merge


class Decisions:
    """What each side of a merge has settled without the other knowing.

    Where each has decided against the value of the other, neither decision counts. `copies` are ids
    of other versions of annotations that were settled away.
    """

    def __init__(self, ours: Project, theirs: Project) -> None:
        mine, yours = _marks(ours), _marks(theirs)
        self._ours, self._theirs = mine - yours, yours - mine
        self.copies = {*_settled_copies(ours), *_settled_copies(theirs)}

    def on(self, kind: str) -> Callable[[str], Decide]:
        """Return what says of a record, by its id, whose value of a field stands."""
        if not (self._ours or self._theirs):
            return lambda _record: undecided
        return lambda record: partial(self._side, kind, record)

    def _side(self, kind: str, record: str, name: str, ours: object, theirs: object) -> Side | None:
        """Return the side that decided against the value of the other."""
        both = mark(kind, record, name, ours, theirs)
        mine = not self._ours.isdisjoint({both, mark(kind, record, name, theirs)})
        yours = not self._theirs.isdisjoint({both, mark(kind, record, name, ours)})
        if mine == yours:
            return None
        return "ours" if mine else "theirs"


def united(held: Mapping[str, Dispute], arisen: Iterable[Dispute]) -> dict[str, Dispute]:
    """Return the disputes of both sides with those that their union brought, but settled ones."""
    return {**{one.id: one for one in arisen}, **held}


def _marks(project: Project) -> set[str]:
    return {one for dispute in project.disputes.values() for one in dispute.turned_down}


def _settled_copies(project: Project) -> Iterator[str]:
    for one in project.disputes.values():
        if one.kind == "annotation" and one.turned_down and one.id not in project.places:
            yield one.id
