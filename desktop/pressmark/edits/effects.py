"""What a step did, record by record: what a later step may build on, and what can be taken back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from pressmark.edits.annotations import (
    AddAnnotation,
    MoveAnnotation,
    RelabelAnnotation,
    ReplaceAnnotation,
    SetAttributes,
    SetConfidence,
    SetFlag,
    SetNote,
    SetWaived,
)
from pressmark.edits.articles import (
    AddArticle,
    DescribeArticle,
    ReplaceHead,
    SetLinks,
    SetState,
    SetZones,
)
from pressmark.edits.edit import Edit
from pressmark.edits.frame import (
    PutAnnotator,
    PutDispute,
    PutEntity,
    RenameProject,
    SetHandling,
    SetLabelSet,
    SetUnknown,
)
from pressmark.edits.history import Done
from pressmark.edits.judgements import PutJudgement, SetJudgement, SetSummary
from pressmark.edits.record_fields import Key, differing, fields_of, named, with_values
from pressmark.edits.relations import AddRelation, ReplaceRelation
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.label_set import LabelSet
from pressmark.model.records import Relation

_BRINGS: Mapping[type[Edit], tuple[str, str]] = {
    AddAnnotation: ("annotation", "annotation"),
    ReplaceAnnotation: ("annotation", "annotation"),
    AddArticle: ("article", "article"),
    ReplaceHead: ("article", "head"),
    AddRelation: ("relation", "relation"),
    ReplaceRelation: ("relation", "relation"),
    PutEntity: ("entity", "entity"),
    PutAnnotator: ("annotator", "annotator"),
    PutDispute: ("dispute", "dispute"),
    PutJudgement: ("judgement", "judgement"),
    RenameProject: ("title", "title"),
    SetHandling: ("handling", "handling"),
    SetSummary: ("summary", "summary"),
    SetLabelSet: ("label_set", "label_set"),
    SetUnknown: ("unknown", "keys"),
}
"""The edits that hold a whole record: its kind, and the name of the edit's field."""

_RECORDS = {
    *(("annotation",), ("article",), ("relation",)),
    *(("entity",), ("annotator",), ("judgement",), ("dispute",)),
}
"""The kinds of which there are several, that come and go."""

_SET_FIELDS = (
    MoveAnnotation,
    RelabelAnnotation,
    SetConfidence,
    SetFlag,
    SetLinks,
    SetWaived,
    SetZones,
)
"""The edits whose own fields are those of the record that they set."""


@dataclass(frozen=True, slots=True)
class Effect:
    """A record before and after an edit (None: it was not there), and the inverse of the edit.

    `key` names the record, `home` the article of an annotation; `stated` are the fields that the
    edit names, whether they differ or not. Of another `edit`, only `touched` says which records
    it concerned; it has no key.
    """

    edit: Edit
    inverse: Edit
    key: Key = ()
    before: object = None
    after: object = None
    home: str = ""
    stated: frozenset[str] = frozenset()
    touched: tuple[Key, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether the record came or went, and did not only change."""
        return self.key[:1] in _RECORDS and (self.before is None or self.after is None)

    @property
    def changed(self) -> frozenset[str]:
        """The fields that were set; who changes a note does not build on the label."""
        return differing(self.before, self.after) | self.stated

    def written(self) -> Iterator[Key]:
        """Yield what the edit wrote: the record if it came or went, else fields of it."""
        yield from self.touched
        if self.is_whole:
            yield self.key
            for held in (self.before, self.after):
                if isinstance(held, Article):
                    yield from (("annotation", one) for one in held.annotations.ids())
        elif self.key:
            yield from ((*self.key, name) for name in self.changed)
        if isinstance(self.before, LabelSet) and isinstance(self.after, LabelSet):
            one, two = ({label.id for label in held.labels} for held in (self.before, self.after))
            yield from (("label", label) for label in one ^ two)

    def needed(self) -> Iterator[Key]:
        """Yield the records without which the record could not be as it was, and as it is."""
        if self.home:
            yield "article", self.home
        if self.key and not self.is_whole:
            yield self.key
        for held in (self.before, self.after):
            match held:
                case Annotation():
                    every = fields_of(held)
                    names = every if self.is_whole else self.changed
                    yield from named({name: every[name] for name in names if name in every})
                case Article():
                    for annotation in held.annotations:
                        yield from named(fields_of(annotation))
                case Relation():
                    yield from (("annotation", end) for end in (held.from_, held.to) if end)
                    yield from (("entity", end) for end in (held.entity,) if end)


def effects(done: Done) -> tuple[Effect, ...]:
    """Return what a step did, edit by edit; that an annotator became known is no effect."""
    pairs = zip(done.transaction.edits, reversed(done.inverses), strict=True)
    found = (_effect(edit, inverse) for edit, inverse in pairs)
    return tuple(one for one in found if not (one.is_whole and one.key[0] == "annotator"))


def _effect(edit: Edit, inverse: Edit) -> Effect:
    before, after = _brought(inverse), _brought(edit)
    kind = _BRINGS.get(type(inverse)) or _BRINGS.get(type(edit))
    stated = frozenset({""}) & fields_of(after).keys()
    is_set = isinstance(inverse, ReplaceAnnotation | ReplaceHead) or isinstance(edit, SetJudgement)
    if is_set and after is None:
        values = _set_by(edit)
        if values is None:
            kind = None
        else:
            after, stated = with_values(before, values), frozenset(values)
    if kind is None:
        return Effect(edit, inverse, touched=tuple(_touched(edit)))
    record = before if after is None else after
    home = inverse.touches().articles[0] if isinstance(record, Annotation) else ""
    return Effect(edit, inverse, (kind[0], _id(record)), before, after, home, stated)


def _brought(edit: Edit) -> object:
    if isinstance(edit, AddArticle):
        return edit.article.open()
    return getattr(edit, _BRINGS[type(edit)][1]) if type(edit) in _BRINGS else None


def _set_by(edit: Edit) -> Mapping[str, object] | None:
    """Return what an edit sets, by the names of `fields_of`; None where the edit is not known."""
    match edit:
        case SetAttributes(values=values):
            return {f".{name}": value for name, value in values.items()}
        case SetState(annotator=annotator, state=state):
            return {f".{annotator}": state}
        case DescribeArticle(values=values) | SetJudgement(values=values):
            return values
        case SetNote(note=note):
            return {"note": note or None}
    if isinstance(edit, _SET_FIELDS):
        own = (one.name for one in fields(edit))
        return {name: getattr(edit, name) for name in own if name not in ("article", "annotation")}
    return None


def _touched(edit: Edit) -> Iterator[Key]:
    touched = edit.touches()
    yield from (("article", one) for one in touched.articles)
    yield from (("annotation", one) for one in touched.annotations)
    yield from (("relation", one) for one in touched.relations)


def _id(record: object) -> str:
    return record.head.id if isinstance(record, Article) else getattr(record, "id", "")
