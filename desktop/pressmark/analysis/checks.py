"""What is unusual in a project: allowed, and worth a look.

Whether a file contradicts itself is not asked here: reading it finds that out.
"""

from collections.abc import Iterator

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


def check(project: Project) -> Iterator[Finding]:
    """Yield the findings of all checks in a project, but for those that somebody lets be."""
    return (one for one in _all(project) if not is_waived(project, one))


def is_waived(project: Project, finding: Finding) -> bool:
    """Say whether somebody has looked at a finding and lets it be."""
    place = finding.annotation
    return bool(place) and finding.name in project.annotation(place).waived


def check_article(project: Project, article: Article) -> Iterator[Finding]:
    """Yield what is worth a look in an article, and what somebody lets be as well."""
    for annotation in article.annotations:
        yield from check_annotation(project, article, annotation)


def check_annotation(
    project: Project, article: Article, annotation: Annotation
) -> Iterator[Finding]:
    """Yield the same of one annotation of an article."""
    for one in CHECKS:
        yield from one(project, article, annotation)


def _all(project: Project) -> Iterator[Finding]:
    for article in project.opened():
        yield from check_article(project, article)
    yield from check_entities(project)
    yield from check_judgements(project)


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
