"""Checks for what is missing: who speaks, what is denied, whom a measure is aimed at.

Each asks only for what the label set offers.
"""

from collections.abc import Iterator

from pressmark.analysis.finding import Check, Finding
from pressmark.analysis.loose_ends import leads_nowhere
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.attribute import anchors
from pressmark.model.project import Project

_ACTORS = {"quote": ("speaker",), "denial": ("denier",), "sanction": ("issuer", "target")}
"""Which attributes name the actors of a label; one of them is enough."""
_DENIES = "denies"


def _actor(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find a quote without a speaker, a denial without a denier, a sanction without either end."""
    label = project.label_set.label(annotation.label)
    wanted = [one for one in _ACTORS.get(annotation.label, ()) if label and label.attribute(one)]
    if wanted and not any(one in annotation.attributes for one in wanted):
        yield Finding("no-actor", article.head.id, annotation.id, " / ".join(wanted))


def _denied(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find a denial that leads to nothing that it denies."""
    if leads_nowhere(project, annotation, _DENIES):
        yield Finding("denies-nothing", article.head.id, annotation.id)


def _length(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find a text that is longer than its attribute allows."""
    label = project.label_set.label(annotation.label)
    for attribute in label.attributes if label else ():
        value = annotation.attributes.get(attribute.id)
        limit = attribute.max_length
        if limit is not None and isinstance(value, str) and len(value) > limit:
            fact = f"{attribute.id}: {len(value)} > {limit}"
            yield Finding("too-long", article.head.id, annotation.id, fact)


def _types(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find entities without a type where they are named."""
    named = {
        entity
        for value in annotation.attributes.values()
        for anchor in anchors(value)
        for entity in anchor.entities
    }
    for one in sorted(named & set(project.entities)):
        if not project.entities[one].type:
            fact = project.entities[one].name
            yield Finding("entity-without-type", article.head.id, annotation.id, fact)


COMPLETENESS: tuple[Check, ...] = (_actor, _denied, _length, _types)
