"""The edits that lead from one project to another: how a merge or a restore is one undo step."""

from collections.abc import Iterator

from pressmark.edits.annotations import AddAnnotation, RemoveAnnotation, ReplaceAnnotation
from pressmark.edits.articles import AddArticle, RemoveArticle, ReplaceHead
from pressmark.edits.edit import Edit
from pressmark.edits.frame import (
    PutAnnotator,
    PutDispute,
    PutEntity,
    RemoveAnnotator,
    RemoveDispute,
    RemoveEntity,
    RenameProject,
    SetHandling,
    SetLabelSet,
    SetUnknown,
)
from pressmark.edits.judgements import PutJudgement, RemoveJudgement, SetSummary
from pressmark.edits.relations import AddRelation, RemoveRelation
from pressmark.model.article import Article
from pressmark.model.project import Project


def difference(before: Project, after: Project) -> tuple[Edit, ...]:
    """Return edits that turn `before` into `after` (but for the project's id).

    An article whose text differs is removed and added anew.
    """
    return (
        *_unjoined(before, after),
        *_framed(before, after),
        *_articles(before, after),
        *_gone(before, after),
        *_joined(before, after),
    )


def _unjoined(before: Project, after: Project) -> Iterator[Edit]:
    """Take away every relation that changes, or that an annotation going away would strand."""
    for relation in before.relations:
        if relation != after.relations.get(relation.id) or any(
            _moves(before, after, end) for end in (relation.from_, relation.to) if end
        ):
            yield RemoveRelation(relation.id)


def _joined(before: Project, after: Project) -> Iterator[Edit]:
    for relation in after.relations:
        if relation != before.relations.get(relation.id) or any(
            _moves(before, after, end) for end in (relation.from_, relation.to) if end
        ):
            yield AddRelation.as_it_stands(after, relation)


def _moves(before: Project, after: Project, annotation_id: str) -> bool:
    """Say whether an annotation is taken out on the way, for good or to come in again."""
    place = before.places.get(annotation_id)
    if place is None or after.places.get(annotation_id) != place:
        return True
    held, wanted = before.articles[place], after.articles[place]
    return held is not wanted and held.open().text != wanted.open().text


def _framed(before: Project, after: Project) -> Iterator[Edit]:
    if before.title != after.title:
        yield RenameProject(after.title)
    if before.handling != after.handling:
        yield SetHandling(after.handling)
    if before.summary != after.summary:
        yield SetSummary(after.summary)
    if before.label_set != after.label_set:
        yield SetLabelSet(after.label_set)
    if before.unknown != after.unknown:
        yield SetUnknown(after.unknown)
    yield from _put(before, after)


def _put(before: Project, after: Project) -> Iterator[Edit]:
    for annotator in after.annotators.values():
        if before.annotators.get(annotator.id) != annotator:
            yield PutAnnotator(annotator)
    for entity in after.entities.values():
        if before.entities.get(entity.id) != entity:
            yield PutEntity(entity)
    for judgement in after.judgements.values():
        if before.judgements.get(judgement.id) != judgement:
            yield PutJudgement(judgement)
    for dispute in after.disputes.values():
        if before.disputes.get(dispute.id) != dispute:
            yield PutDispute(dispute)


def _gone(before: Project, after: Project) -> Iterator[Edit]:
    for key in before.annotators:
        if key not in after.annotators:
            yield RemoveAnnotator(key)
    for key in before.entities:
        if key not in after.entities:
            yield RemoveEntity(key)
    for key in before.judgements:
        if key not in after.judgements:
            yield RemoveJudgement(key)
    for key in before.disputes:
        if key not in after.disputes:
            yield RemoveDispute(key)


def _articles(before: Project, after: Project) -> Iterator[Edit]:
    changed = [
        (before.articles.get(key), after.articles.get(key))
        for key in sorted({*before.articles, *after.articles})
    ]
    pairs = [
        (held.open() if held else None, wanted.open() if wanted else None)
        for held, wanted in changed
        if held is not wanted and held != wanted  # closed ones by their bytes
    ]
    whole = [(one, two) for one, two in pairs if not (one and two and one.text == two.text)]
    yield from (RemoveArticle(one.head.id) for one, _ in whole if one)
    alike = [(one, two) for one, two in pairs if one and two and one.text == two.text]
    for one, two in alike:
        for annotation in one.annotations:
            if annotation.id not in two.annotations:
                yield RemoveAnnotation(one.head.id, annotation.id)
    yield from (AddArticle(two) for _, two in whole if two)
    for one, two in alike:
        yield from _annotations(one, two)


def _annotations(before: Article, after: Article) -> Iterator[Edit]:
    if before.head != after.head:
        yield ReplaceHead(after.head)
    for annotation in after.annotations:
        held = before.annotations.get(annotation.id)
        if held is None:
            yield AddAnnotation.as_it_stands(after, annotation)
        elif held != annotation:
            yield ReplaceAnnotation.as_it_stands(after, annotation)
