"""What is unusual in a project: allowed, and worth a look.

Whether a file contradicts itself is not asked here: reading it finds that out.
"""

from collections.abc import Iterable, Iterator

from pressmark.analysis.completeness import COMPLETENESS
from pressmark.analysis.edges import EDGES
from pressmark.analysis.finding import Check, Finding
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.attribute import accepts
from pressmark.model.project import Project


def check(project: Project, articles: Iterable[str] | None = None) -> Iterator[Finding]:
    """Yield the findings of all checks in some articles (ids), or in all of them."""
    opened = project.opened() if articles is None else map(project.article, articles)
    for article in opened:
        for annotation in article.annotations:
            for one in CHECKS:
                yield from one(project, article, annotation)


def _label(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find a label that the label set does not know."""
    if project.label_set.label(annotation.label) is None:
        yield Finding("unknown-label", article.head.id, annotation.id, annotation.label)


def _attributes(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find attributes that the label does not offer, and values not of their kind."""
    label = project.label_set.label(annotation.label)
    for name, value in annotation.attributes.items() if label else ():
        declared = label.attribute(name) if label else None
        if declared is None or not accepts(declared, value):
            yield Finding("odd-attribute", article.head.id, annotation.id, name)


def _relations(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find relations starting here whose types do not fit their ends."""
    for relation in project.relations.touching(annotation.id):
        if relation.from_ != annotation.id or (relation.to and relation.to not in project.places):
            continue
        end = project.annotation(relation.to).label if relation.to else None
        if not project.label_set.allows(relation, annotation.label, end):
            yield Finding("odd-relation", article.head.id, annotation.id, relation.type)


def _earlier(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find what stayed with an earlier text because the corrected one has no place for it."""
    if project.links.is_superseded(article.head.id):
        yield Finding("earlier-text", article.head.id, annotation.id)


CHECKS: tuple[Check, ...] = (_label, _attributes, _relations, _earlier, *COMPLETENESS, *EDGES)
