"""Edits of the analyst's own word: the summary, and the judgements with what they rest on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from pressmark.edits.edit import Applied, Stamp, Touched
from pressmark.errors import EditError
from pressmark.model.ids import is_id, new_id
from pressmark.model.judgement import Judgement
from pressmark.model.project import Project

SETTABLE = frozenset({"order", "statement", "likelihood", "confidence", "relies_on"})
"""The fields of a judgement that people change."""


@dataclass(frozen=True, slots=True)
class SetSummary:
    """Set the analyst's summary of the project; "" for none."""

    summary: str

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Set it."""
        del stamp
        return Applied(replace(project, summary=self.summary), SetSummary(project.summary))

    def touches(self) -> Touched:
        """Name the frame."""
        return Touched(frame=True)


@dataclass(frozen=True, slots=True)
class PutJudgement:
    """Add a judgement, or put the record in the place of the one with its id."""

    judgement: Judgement

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse a bad id."""
        del stamp
        key = self.judgement.id
        if not is_id(key):
            raise EditError("bad-id", id=key)
        before = project.judgements.get(key)
        changed = replace(project, judgements=project.judgements.set(key, self.judgement))
        return Applied(changed, PutJudgement(before) if before else RemoveJudgement(key))

    def touches(self) -> Touched:
        """Name the frame."""
        return Touched(frame=True)


@dataclass(frozen=True, slots=True)
class SetJudgement:
    """Set fields of a judgement by name: those of `SETTABLE`."""

    judgement: str
    values: Mapping[str, int | str | tuple[str, ...] | None]

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse a judgement that is not there, and any other field."""
        held = project.judgements.get(self.judgement)
        if held is None:
            raise EditError("no-judgement", id=self.judgement)
        for name in self.values:
            if name not in SETTABLE:
                raise EditError("no-field", id=self.judgement, field=name)
        known = {field.name: getattr(held, field.name) for field in fields(held)}
        changed = Judgement(**{**known, **self.values, "changed": stamp.time})
        judgements = project.judgements.set(self.judgement, changed)
        return Applied(replace(project, judgements=judgements), PutJudgement(held))

    def touches(self) -> Touched:
        """Name the frame."""
        return Touched(frame=True)


@dataclass(frozen=True, slots=True)
class RemoveJudgement:
    """Remove a judgement."""

    judgement: str

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse one that is not there."""
        del stamp
        gone = project.judgements.get(self.judgement)
        if gone is None:
            raise EditError("no-judgement", id=self.judgement)
        changed = replace(project, judgements=project.judgements.delete(self.judgement))
        return Applied(changed, PutJudgement(gone))

    def touches(self) -> Touched:
        """Name the frame."""
        return Touched(frame=True)


# ---- what people ask for


def new_judgement(project: Project, stamp: Stamp, **values: object) -> PutJudgement:
    """Return the edit that adds a judgement after all others, with these values of its fields."""
    order = max((one.order for one in project.judgements.values()), default=0) + 1
    made = Judgement(
        id=new_id(),
        order=order,
        annotator=stamp.annotator,
        created=stamp.time,
        changed=stamp.time,
    )
    return PutJudgement(replace(made, **values))  # type: ignore[arg-type]  # checked by the record


def changed_judgement(
    project: Project, judgement_id: str, **values: int | str | tuple[str, ...] | None
) -> tuple[SetJudgement, ...]:
    """Return the edit that gives a judgement other values; none where it has them (or is gone)."""
    held = project.judgements.get(judgement_id)
    other = {name: one for name, one in values.items() if getattr(held, name, one) != one}
    return (SetJudgement(judgement_id, other),) if other else ()


def reordering(project: Project, ids: Sequence[str]) -> tuple[SetJudgement, ...]:
    """Return the edits that let the judgements stand in the order of `ids`."""
    return tuple(
        edit
        for order, one in enumerate(ids, start=1)
        for edit in changed_judgement(project, one, order=order)
    )


def relying_instead(project: Project, gone: str, kept: str) -> Iterator[SetJudgement]:
    """Yield what lets judgements rest on `kept` that rest on an annotation which goes into it."""
    for judgement in project.ranked():
        if gone in judgement.relies_on:
            instead = (kept if one == gone else one for one in judgement.relies_on)
            yield SetJudgement(judgement.id, {"relies_on": tuple(dict.fromkeys(instead))})
