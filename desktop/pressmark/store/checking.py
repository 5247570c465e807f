"""Looking into a project, record by record, for what a stranger's hand may have broken."""

from collections.abc import Iterator
from dataclasses import dataclass

from pressmark.analysis.conflicts import Pair, conflicts_in
from pressmark.errors import ProjectFileError
from pressmark.model.article import Article, Shelved
from pressmark.model.attribute import Value, anchors
from pressmark.model.project import Project
from pressmark.store.shelf import KeptArticle
from pressmark.store.verification import Finding, Kind, verified

__all__ = ["Checked", "Finding", "check_articles", "check_frame"]


@dataclass(frozen=True, slots=True)
class Checked:
    """One article looked into: how many of its annotations match its text, and what was found.

    `conflicts` are annotations that are kept in two versions: nothing is wrong with them.
    """

    article: str
    total: int
    matching: int
    findings: tuple[Finding, ...]
    conflicts: tuple[Pair, ...] = ()


def check_articles(project: Project) -> Iterator[Checked]:
    """Look into each article in canonical order; closed ones do not stay open."""
    return (_checked(project, shelved) for shelved in project.shelf())


def check_frame(project: Project) -> tuple[Finding, ...]:
    """Return the relations that lack an end, or have none or two where they point."""
    return tuple(
        Finding(kind="no-end", record=one.id)
        for one in project.relations
        if one.from_ not in project.places
        or (one.to is None) == (one.entity is None)
        or (one.to is not None and one.to not in project.places)
        or (one.entity is not None and one.entity not in project.entities)
    )


def _checked(project: Project, shelved: Shelved) -> Checked:
    article_id = shelved.head.id
    try:
        article, findings = _read(shelved)
    except ProjectFileError:
        damage = shelved.damage if isinstance(shelved, KeptArticle) else None
        return Checked(article_id, sum(shelved.counts.values()), 0, (damage,) if damage else ())
    differing = sum(one.kind == "text-differs" for one in findings)
    total = len(article.annotations)
    findings = tuple(dict.fromkeys([*findings, *_references(project, article)]))
    pairs = tuple(conflicts_in(article))
    return Checked(article_id, total, total - differing, findings, pairs)


def _read(shelved: Shelved) -> tuple[Article, tuple[Finding, ...]]:
    if isinstance(shelved, KeptArticle):
        return shelved.read()
    article = shelved.open()
    _, findings = verified(article.head.id, article.text, article.annotations)
    return article, findings


def _references(project: Project, article: Article) -> Iterator[Finding]:
    """Yield where an annotation names what the project does not have, or anchors nothing."""
    for annotation in article.annotations:
        if annotation.annotator and annotation.annotator not in project.annotators:
            yield Finding(kind="no-annotator", article=article.head.id, record=annotation.id)
        for name, value in annotation.attributes.items():
            kind = _wrong(project, annotation.label, name, value)
            if kind is not None:
                yield Finding(kind=kind, article=article.head.id, record=annotation.id, where=name)


def _wrong(project: Project, label_id: str, name: str, value: Value) -> Kind | None:
    entities = [entity for anchor in anchors(value) for entity in anchor.entities]
    if any(entity not in project.entities for entity in entities):
        return "no-entity"
    label = project.label_set.label(label_id)
    declared = label.attribute(name) if label else None
    anchored = declared is not None and declared.kind in {"anchored", "entity"}
    return "anchor-differs" if anchored and isinstance(value, dict | list) else None
