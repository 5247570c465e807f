"""Checks for what is missing: who speaks, what is denied, whom a measure is aimed at.

Each asks only for what the label set offers.
"""

from collections.abc import Iterator

from pressmark.analysis.finding import Check, Finding
from pressmark.analysis.loose_ends import leads_nowhere
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.project import Project

_ACTORS = {"quote": ("speaker",), "denial": ("denier",), "sanction": ("issuer", "target")}
"""Which attributes name the actors of a label."""
DENIES = "denies"
"""The type of the relation from a denial to what it denies."""
_NO_COMMENT = "declines-to-comment"


def _actor(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find a quote without a speaker, a denial without a denier, a sanction without an end."""
    label = project.label_set.label(annotation.label)
    for name in _ACTORS.get(annotation.label, ()) if label else ():
        offered = label.attribute(name) if label else None
        if offered and annotation.attributes.get(name) is None:
            yield Finding("no-actor", article.head.id, annotation.id, offered.title, name)


def _denied(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find a denial that leads to nothing that it denies; who declines to comment denies none."""
    is_silent = annotation.attributes.get("kind") == _NO_COMMENT
    if not is_silent and leads_nowhere(project, annotation, DENIES):
        yield Finding("denies-nothing", article.head.id, annotation.id)


def _length(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find a text that is longer than its attribute allows."""
    label = project.label_set.label(annotation.label)
    for attribute in label.attributes if label else ():
        value = annotation.attributes.get(attribute.id)
        limit = attribute.max_length
        if limit is not None and isinstance(value, str) and len(value) > limit:
            fact = f"{attribute.title}: {len(value)} > {limit}"
            yield Finding("too-long", article.head.id, annotation.id, fact, attribute.id)


COMPLETENESS: tuple[Check, ...] = (_actor, _denied, _length)
