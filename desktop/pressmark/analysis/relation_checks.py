"""Checks of relations, each told where the relation starts."""

from collections.abc import Iterator

from pressmark.analysis.finding import Check, Finding
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.attribute import anchors
from pressmark.model.label_set import LabelSet
from pressmark.model.project import Project
from pressmark.model.records import Relation

_STATED_BY = {
    "attributed-to": ("claimant", "speaker", "issuer", "denier"),
    "targets": ("target",),
}
"""Which attributes say already what a relation of a type to an entity would say."""


def title_of(labels: LabelSet, relation: Relation) -> str:
    """Return what a relation's type is called."""
    kind = labels.relation_type(relation.type)
    return kind.title if kind else relation.type


def _fit(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find relations starting here whose types do not fit their ends."""
    for relation in _from(project, annotation):
        end = project.annotation(relation.to).label if relation.to else None
        if not project.label_set.allows(relation, annotation.label, end):
            fact = title_of(project.label_set, relation)
            yield Finding("odd-relation", article.head.id, annotation.id, fact, relation.id)


def _reach(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find relations starting here that lead into another article against their type."""
    for relation in _from(project, annotation):
        if project.reaches_too_far(relation):
            fact = title_of(project.label_set, relation)
            yield Finding("far-relation", article.head.id, annotation.id, fact, relation.id)


def _twice(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find a relation that one annotator has drawn twice; the later of the two is told."""
    seen: set[tuple[str | None, ...]] = set()
    for relation in sorted(_from(project, annotation), key=lambda one: (one.created, one.id)):
        meaning = (relation.type, relation.to, relation.entity, relation.annotator)
        if meaning in seen:
            fact = title_of(project.label_set, relation)
            yield Finding("relation-twice", article.head.id, annotation.id, fact, relation.id)
        seen.add(meaning)


def _stated(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find a relation to an entity which an attribute names already."""
    for relation in _from(project, annotation):
        named = {
            entity
            for name in _STATED_BY.get(relation.type, ())
            for anchor in anchors(annotation.attributes.get(name))
            for entity in anchor.entities
        }
        if relation.entity is not None and relation.entity in named:
            fact = title_of(project.label_set, relation)
            yield Finding("relation-stated", article.head.id, annotation.id, fact, relation.id)


def _from(project: Project, annotation: Annotation) -> Iterator[Relation]:
    """Yield the relations that start at an annotation and have an end that is there."""
    for relation in project.relations.touching(annotation.id):
        is_there = relation.to is None or relation.to in project.places
        if relation.from_ == annotation.id and is_there:
            yield relation


RELATIONS: tuple[Check, ...] = (_fit, _reach, _twice, _stated)
