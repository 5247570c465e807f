"""What a merge kept in two versions, until somebody settles which one holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from pressmark.edits.disputes import disputed_record, values_of
from pressmark.edits.record_fields import differing
from pressmark.edits.three_way import plain
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.project import Project
from pressmark.model.records import Dispute


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions of one annotation; `copy` is the one that a merge set beside the other.

    `fields` names what differs (see `record_fields`).
    """

    article: str
    kept: Annotation
    copy: Annotation
    fields: frozenset[str]


def open_conflicts(project: Project) -> tuple[Pair, ...]:
    """Return the annotations in two versions, in the order of the articles."""
    return tuple(pair for article in project.opened() for pair in conflicts_in(article))


def conflicts_in(article: Article) -> Iterator[Pair]:
    """Yield the conflicts of one article."""
    for copy in article.annotations:
        origin = copy.origin.conflict_of
        kept = article.annotations.get(origin) if origin is not None else None
        if kept is not None:
            yield Pair(article.head.id, kept, copy, in_doubt(kept, copy))


def conflict_of(article: Article, annotation_id: str) -> Pair | None:
    """Return the first conflict that an annotation is either version in."""
    pairs = conflicts_in(article)
    return next((one for one in pairs if annotation_id in (one.kept.id, one.copy.id)), None)


def in_doubt(kept: Annotation, copy: Annotation) -> frozenset[str]:
    """Return the names of the fields in which two versions differ, but for what a copy has."""
    return differing(kept, copy) - _OF_COPY


_OF_COPY = frozenset({"origin", "created", "annotator"})
"""What a copy has of its own."""


def open_disputes(project: Project) -> tuple[Dispute, ...]:
    """Return the fields of other records that have two versions, in the order of their records.

    Who has written the other version into the field meanwhile has settled it, too.
    """
    found = (one for one in project.disputes.values() if _is_open(project, one))
    return tuple(
        sorted(found, key=lambda one: (one.kind, one.record, _place(project, one), one.id))
    )


def _place(project: Project, dispute: Dispute) -> int:
    names = list(values_of(disputed_record(project, dispute)))
    return names.index(dispute.name) if dispute.name in names else len(names)


def disputes_of(project: Project, article_id: str) -> tuple[Dispute, ...]:
    """Return the fields of an article that have two versions."""
    found = open_disputes(project)
    return tuple(one for one in found if (one.kind, one.record) == ("article", article_id))


def beyond_articles(project: Project) -> tuple[Dispute, ...]:
    """Return the fields of anything but articles that have two versions."""
    return tuple(one for one in open_disputes(project) if one.kind != "article")


def _is_open(project: Project, dispute: Dispute) -> bool:
    record = disputed_record(project, dispute)
    if record is None or dispute.turned_down:
        return False
    return bool(plain(values_of(record).get(dispute.name)) != dispute.value)
