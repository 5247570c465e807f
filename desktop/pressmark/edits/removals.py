"""Removals that take along what hangs on the thing removed."""

from pressmark.edits.annotations import RemoveAnnotation
from pressmark.edits.articles import RemoveArticle
from pressmark.edits.edit import Edit
from pressmark.edits.relations import RemoveRelation
from pressmark.model.project import Project


def removal(project: Project, annotation_id: str) -> tuple[Edit, ...]:
    """Return the edits that remove an annotation and its relations (KeyError: not there)."""
    relations = project.relations.touching(annotation_id)
    return (
        *(RemoveRelation(relation.id) for relation in relations),
        RemoveAnnotation(project.places[annotation_id], annotation_id),
    )


def article_removal(project: Project, article_id: str) -> tuple[Edit, ...]:
    """Return the edits that remove an article and the relations of its annotations."""
    ids = project.article(article_id).annotations.ids()
    relations = {relation.id for one in ids for relation in project.relations.touching(one)}
    return (*(RemoveRelation(one) for one in sorted(relations)), RemoveArticle(article_id))
