"""What mends a finding about an attribute."""

from collections.abc import Mapping

from pressmark.analysis.finding import Case
from pressmark.analysis.proposals import form_of, proposals
from pressmark.analysis.quotations import quotations
from pressmark.analysis.written_dates import date_written
from pressmark.edits.annotations import MoveAnnotation, SetAttributes
from pressmark.edits.edit import Edit
from pressmark.model.attribute import Attribute, Value, accepts
from pressmark.model.span import Span


def name_actor(case: Case) -> tuple[Edit, ...]:
    """Take who the sentence proposes."""
    name = case.finding.record
    label = case.project.label_set.label(case.annotation.label)
    found = proposals(case.article.text, case.annotation, label, case.names) if label else {}
    return _set(case, {name: found[name]}) if name in found else ()


def put_right(case: Case) -> tuple[Edit, ...]:
    """Take an attribute away, or write its value as the label set has it where that is plain."""
    name = case.finding.record
    label = case.project.label_set.label(case.annotation.label)
    declared = label.attribute(name) if label else None
    value = case.annotation.attributes.get(name)
    meant = _meant(declared, value) if declared and isinstance(value, str) else None
    return _set(case, {name: meant})


def put_day(case: Case) -> tuple[Edit, ...]:
    """Leave out the day that its month does not have."""
    return _set(case, {case.finding.record: case.finding.fact.rpartition("-")[0]})


def swap_dates(case: Case) -> tuple[Edit, ...]:
    """Give the first date what the last one has, and the other way round."""
    names = (case.finding.record, "end_date")
    first, last = map(case.annotation.attributes.get, names)
    return _set(case, dict(zip(names, (last, first), strict=True)))


def form(case: Case) -> tuple[Edit, ...]:
    """Take in the quotation marks that stand round a direct quote; else say the form it has."""
    text, annotation = case.article.text, case.annotation
    if case.finding.fact == "direct" and len(annotation.fragments) == 1:
        outer = Span(annotation.span.start - 1, annotation.span.end + 1)
        low, high = max(0, outer.start), min(len(text), outer.end)
        if outer in quotations(text, Span(low, high)):
            return (MoveAnnotation(case.article.head.id, annotation.id, (outer,)),)
    return _set(case, {"form": form_of(annotation.text)})


def _set(case: Case, values: Mapping[str, Value]) -> tuple[Edit, ...]:
    return (SetAttributes(case.article.head.id, case.annotation.id, values),)


def _meant(declared: Attribute, value: str) -> Value:
    """Return what a value that does not fit was meant to be, or None."""
    told = "-".join(value.casefold().replace("_", " ").split())
    if declared.kind == "choice" and told in declared.values:
        return told
    date = date_written(value) if declared.kind == "date" else None
    return date if date and accepts(declared, date) else None
