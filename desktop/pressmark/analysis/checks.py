"""What is wrong in a project: places where it contradicts itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.attribute import accepts, anchors
from pressmark.model.project import Project


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not right: its `code`, where it is (ids), and a fact to name.

    `advice` findings are allowed but worth a look; the others break a promise of the file.
    """

    code: str
    article: str
    annotation: str = ""
    fact: str = ""
    advice: bool = False


Check = Callable[[Project, Article, Annotation], Iterator[Finding]]


def check(project: Project) -> Iterator[Finding]:
    """Yield the findings of all checks, article by article; relations last."""
    for article in project.opened():
        for annotation in article.annotations:
            for one in CHECKS:
                yield from one(project, article, annotation)
        for zone in article.head.zones:
            if not zone.span.fits(len(article.text)):
                yield Finding("zone-outside", article.head.id, fact=f"{zone.start}-{zone.end}")
    yield from _relations(project)


def _spans(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Fragments lie in the text, ascending, and hold the words that the annotation stores."""
    del project
    end = 0
    for fragment, text in zip(annotation.fragments, annotation.text, strict=False):
        if not fragment.fits(len(article.text)) or fragment.start < end:
            yield Finding(
                "span-outside",
                article.head.id,
                annotation.id,
                f"{fragment.start}-{fragment.end}",
            )
        elif article.text[slice(*fragment)] != text:
            yield Finding("text-differs", article.head.id, annotation.id)
        end = fragment.end
    if len(annotation.fragments) != len(annotation.text) or not annotation.fragments:
        yield Finding("text-differs", article.head.id, annotation.id)


def _attributes(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Anchors hold the words they store; entities exist; values are what the label set asks for."""
    label = project.label_set.label(annotation.label)
    if label is None:
        yield Finding(
            "unknown-label", article.head.id, annotation.id, annotation.label, advice=True
        )
    for name, value in annotation.attributes.items():
        for anchor in anchors(value):
            span = anchor.span
            if span and (
                not span.fits(len(article.text)) or article.text[slice(*span)] != anchor.text
            ):
                yield Finding("anchor-differs", article.head.id, annotation.id, name)
            for entity in anchor.entities:
                if entity not in project.entities:
                    yield Finding("unknown-entity", article.head.id, annotation.id, entity)
        declared = label.attribute(name) if label else None
        if label is not None and (declared is None or not accepts(declared, value)):
            yield Finding("odd-attribute", article.head.id, annotation.id, name, advice=True)


def _relations(project: Project) -> Iterator[Finding]:
    """Relations join things that are there, and in a way that the label set knows."""
    for relation in project.relations:
        place = project.places.get(relation.from_, "")
        lost = [
            end
            for end, known in (
                (relation.from_, project.places),
                (relation.to, project.places),
                (relation.entity, project.entities),
            )
            if end is not None and end not in known
        ]
        for end in lost:
            yield Finding("relation-end-missing", place, relation.from_, end)
        if lost or (relation.to is None) == (relation.entity is None):
            continue
        start = project.annotation(relation.from_).label
        end_label = project.annotation(relation.to).label if relation.to else None
        if not project.label_set.allows(relation, start, end_label):
            yield Finding("odd-relation", place, relation.from_, relation.type, advice=True)


CHECKS: tuple[Check, ...] = (_spans, _attributes)
