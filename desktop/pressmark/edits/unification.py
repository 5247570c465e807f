"""Making one annotation of two that tag the same: nothing that either of them says is lost."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pressmark.edits.annotations import (
    MoveAnnotation,
    RemoveAnnotation,
    SetAttributes,
    SetConfidence,
    SetFlag,
    SetNote,
)
from pressmark.edits.edit import Edit
from pressmark.edits.judgements import relying_instead
from pressmark.edits.relations import RemoveRelation, ReplaceRelation
from pressmark.errors import EditError
from pressmark.model.annotation import Annotation
from pressmark.model.project import Project
from pressmark.model.span import Span


def unification(
    project: Project, kept: str, gone: str, fragments: Sequence[Span]
) -> tuple[Edit, ...]:
    """Return the edits that give `kept` the fragments, and what it lacks of `gone`, which goes.

    The ids are of annotations of one article; EditError `no-annotation` where they are not. What
    both have a value for stays as `kept` has it; of two notes both stay; relations move along.
    """
    place = project.places.get(kept)
    if place is None or place != project.places.get(gone) or kept == gone:
        raise EditError("no-annotation", id=gone)
    one, other = project.annotation(kept), project.annotation(gone)
    return (
        *_relations(project, kept, gone),
        *relying_instead(project, gone, kept),
        RemoveAnnotation(place, gone),
        *_said(place, one, other),
        *(
            [MoveAnnotation(place, kept, tuple(fragments))]
            if one.fragments != tuple(fragments)
            else []
        ),
    )


def _said(place: str, one: Annotation, other: Annotation) -> Iterator[Edit]:
    lacking = {
        name: value for name, value in other.attributes.items() if name not in one.attributes
    }
    if lacking:
        yield SetAttributes(place, one.id, lacking)
    note = "\n".join(dict.fromkeys(filter(None, (one.note, other.note)))) or None
    if note != one.note:
        yield SetNote(place, one.id, note)
    if other.confidence and not one.confidence:
        yield SetConfidence(place, one.id, other.confidence)
    if other.flag and not one.flag:
        yield SetFlag(place, one.id, flag=True)


def _relations(project: Project, kept: str, gone: str) -> Iterator[Edit]:
    """Yield what joins the relations of `gone` to `kept`; none joins it to itself, or twice."""
    known = {one.joins for one in project.relations.touching(kept)}
    for relation in project.relations.touching(gone):
        start = kept if relation.from_ == gone else relation.from_
        end = kept if relation.to == gone else relation.to
        moved = replace(relation, from_=start, to=end)
        if start == end or moved.joins in known:
            yield RemoveRelation(relation.id)
        else:
            known.add(moved.joins)
            yield ReplaceRelation.as_it_stands(project, moved)
