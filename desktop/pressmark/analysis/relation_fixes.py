"""What mends a finding about a relation."""

from collections.abc import Iterator
from dataclasses import replace

from pressmark.analysis.completeness import DENIES
from pressmark.analysis.finding import Case
from pressmark.edits.edit import Edit
from pressmark.edits.relations import AddRelation, RemoveRelation, ReplaceRelation
from pressmark.model.annotation import Annotation
from pressmark.model.attribute import anchors
from pressmark.model.ids import new_id
from pressmark.model.records import Relation


def drop(case: Case) -> tuple[Edit, ...]:
    """Remove the relation."""
    return (RemoveRelation(case.finding.record),)


def turn_or_drop(case: Case) -> tuple[Edit, ...]:
    """Turn a relation round where it fits that way, else remove it."""
    relation = case.project.relations[case.finding.record]
    if relation.to is not None:
        turned = replace(relation, from_=relation.to, to=relation.from_)
        start = case.project.annotation(relation.to).label
        if case.project.label_set.allows(turned, start, case.annotation.label):
            return (ReplaceRelation(turned),)
    return drop(case)


def relate_denied(case: Case) -> tuple[Edit, ...]:
    """Lead a denial to the one annotation that tags what it denies."""
    found = [*_denied(case)]
    if len(found) != 1:
        return ()
    relation = Relation(
        id=new_id(),
        type=DENIES,
        from_=case.annotation.id,
        to=found[0].id,
        annotator=case.stamp.annotator,
        created=case.stamp.time,
    )
    return (AddRelation(relation),)


def _denied(case: Case) -> Iterator[Annotation]:
    """Yield what stands in the words that are denied, or in the denial where it names none."""
    kind = case.project.label_set.relation_type(DENIES)
    named = anchors(case.annotation.attributes.get("denied_content"))
    spans = [one.span for one in named if one.span] or [case.annotation.span]
    for other in case.article.annotations:
        is_other = other.id != case.annotation.id and other.annotator == case.annotation.annotator
        fits = kind is not None and kind.fits(case.annotation.label, other.label)
        if is_other and fits and any(span.contains(other.span) for span in spans):
            yield other
