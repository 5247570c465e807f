"""What is unusual in a project: allowed, and worth a look.

Whether a file contradicts itself is not asked here: reading it finds that out.
"""

from collections.abc import Iterable, Iterator

from pressmark.analysis.completeness import COMPLETENESS
from pressmark.analysis.contradictions import CONTRADICTIONS
from pressmark.analysis.edges import EDGES
from pressmark.analysis.entity_checks import check_entities
from pressmark.analysis.finding import Check, Finding
from pressmark.analysis.judgement_checks import check_judgements
from pressmark.analysis.relation_checks import RELATIONS
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.attribute import Value, accepts
from pressmark.model.label_set import Label
from pressmark.model.project import Project


def check(project: Project, articles: Iterable[str] | None = None) -> Iterator[Finding]:
    """Yield the findings of all checks in some articles (ids), or in the whole project.

    What concerns entities and judgements is told of the whole project alone.
    """
    opened = project.opened() if articles is None else map(project.article, articles)
    for article in opened:
        for annotation in article.annotations:
            yield from check_annotation(project, article, annotation)
    if articles is None:
        yield from check_entities(project)
        yield from check_judgements(project)


def check_annotation(
    project: Project, article: Article, annotation: Annotation
) -> Iterator[Finding]:
    """Yield what is worth a look in one annotation of an article."""
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
        if label and not _is_offered(label, name, value):
            declared = label.attribute(name)
            fact = declared.title if declared else name
            yield Finding("odd-attribute", article.head.id, annotation.id, fact, name)


def _is_offered(label: Label, name: str, value: Value) -> bool:
    """Say whether a label offers such an attribute; how long its text is is no matter here."""
    declared = label.attribute(name)
    if declared is None:
        return False
    has_text = declared.kind == "text" and isinstance(value, str)
    return has_text or accepts(declared, value)


def _earlier(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find what stayed with an earlier text because the corrected one has no place for it."""
    if project.links.is_superseded(article.head.id):
        yield Finding("earlier-text", article.head.id, annotation.id)


CHECKS: tuple[Check, ...] = (
    _label,
    _attributes,
    _earlier,
    *COMPLETENESS,
    *EDGES,
    *CONTRADICTIONS,
    *RELATIONS,
)
