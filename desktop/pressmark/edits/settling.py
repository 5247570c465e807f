"""Settling a conflict: one of two versions stays, or both as annotations of their own."""

from collections.abc import Iterator
from dataclasses import replace

from pressmark.edits.annotations import RemoveAnnotation, ReplaceAnnotation
from pressmark.edits.disputes import settling_of
from pressmark.edits.edit import Edit
from pressmark.edits.judgements import relying_instead
from pressmark.edits.relations import AddRelation, RemoveRelation
from pressmark.model.annotation import Annotation
from pressmark.model.project import Project


def keep_this(project: Project, copy_id: str) -> tuple[Edit, ...]:
    """Return the edits that drop the copy; its relations go to the annotation that stays."""
    copy = project.annotation(copy_id)
    kept = _kept(project, copy)
    return (*_without_copy(project, copy), settling_of(kept, copy, turned_down=copy))


def keep_other(project: Project, copy_id: str) -> tuple[Edit, ...]:
    """Return the edits that give the annotation the content of its copy, and drop the copy.

    It keeps its id, so that what is related to it stays so.
    """
    copy = project.annotation(copy_id)
    kept = _kept(project, copy)
    taken = replace(copy, id=kept.id, origin=kept.origin)
    article = project.article(project.places[copy_id])
    return (
        *_without_copy(project, copy),
        ReplaceAnnotation.as_it_stands(article, taken),
        settling_of(kept, copy, turned_down=kept),
    )


def keep_both(project: Project, copy_id: str) -> tuple[Edit, ...]:
    """Return the edits that make the copy an annotation like any other."""
    copy = project.annotation(copy_id)
    origin = replace(copy.origin, conflict_of=None, held_by=None, other_by=None)
    own = replace(copy, origin=origin)
    settling = settling_of(_kept(project, copy), copy, turned_down=copy)
    article = project.article(project.places[copy_id])
    return ReplaceAnnotation.as_it_stands(article, own), settling


def _kept(project: Project, copy: Annotation) -> Annotation:
    return project.annotation(str(copy.origin.conflict_of))


def _without_copy(project: Project, copy: Annotation) -> Iterator[Edit]:
    kept = str(copy.origin.conflict_of)
    for relation in project.relations.touching(copy.id):
        yield RemoveRelation(relation.id)
        ends = {
            name: kept if end == copy.id else end
            for name, end in (("from_", relation.from_), ("to", relation.to))
        }
        if ends["from_"] != ends["to"]:
            joined = replace(relation, **ends)  # type: ignore[arg-type]  # names of ends
            yield AddRelation.as_it_stands(project, joined)
    yield from relying_instead(project, copy.id, kept)
    yield RemoveAnnotation(project.places[copy.id], copy.id)
