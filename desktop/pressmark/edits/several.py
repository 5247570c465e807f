"""What changes several articles at once: only edits of those that it changes."""

from collections.abc import Iterable

from pressmark.edits.articles import DescribeArticle, RemoveArticle, SetState
from pressmark.edits.edit import Edit
from pressmark.edits.relations import RemoveRelation
from pressmark.model.project import Project


def descriptions(
    project: Project, article_ids: Iterable[str], field: str, value: str | None
) -> tuple[DescribeArticle, ...]:
    """Return the edits that give a field of articles a value (KeyError: one is not there)."""
    heads = (project.articles[one].head for one in article_ids)
    return tuple(
        DescribeArticle(head.id, {field: value}) for head in heads if getattr(head, field) != value
    )


def keyword_changes(
    project: Project,
    article_ids: Iterable[str],
    added: tuple[str, ...] = (),
    removed: tuple[str, ...] = (),
) -> tuple[DescribeArticle, ...]:
    """Return the edits that add keywords behind those that articles have, and remove others."""
    edits = []
    for head in (project.articles[one].head for one in article_ids):
        kept = (word for word in (*head.keywords, *added) if word not in removed)
        keywords = tuple(dict.fromkeys(kept))
        if keywords != head.keywords:
            edits.append(DescribeArticle(head.id, {"keywords": keywords}))
    return tuple(edits)


def states(
    project: Project, article_ids: Iterable[str], annotator: str, state: str
) -> tuple[SetState, ...]:
    """Return the edits that give an annotator's layers of articles a state."""
    heads = (project.articles[one].head for one in article_ids)
    return tuple(
        SetState(head.id, annotator, state)
        for head in heads
        if head.states.get(annotator, "new") != state
    )


def removals(project: Project, article_ids: Iterable[str]) -> tuple[Edit, ...]:
    """Return the edits that remove articles and the relations of their annotations."""
    gone = tuple(article_ids)
    relations = {
        relation.id
        for article_id in gone
        for one in project.article(article_id).annotations.ids()
        for relation in project.relations.touching(one)
    }
    return (*map(RemoveRelation, sorted(relations)), *map(RemoveArticle, gone))
