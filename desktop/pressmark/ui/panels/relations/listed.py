"""The relations of a project one by one, with what stands at both ends."""

from collections.abc import Iterator
from typing import NamedTuple

from pressmark.analysis.loose_ends import LooseEnd
from pressmark.errors import PressmarkError
from pressmark.model.annotation import Annotation
from pressmark.model.project import Project
from pressmark.model.records import Relation
from pressmark.ui.panels.annotation_line import annotation_text
from pressmark.ui.panels.words import one_line


class End(NamedTuple):
    """An end of a relation: an annotation and its article's id, or only the words for it."""

    words: str
    annotation: Annotation | None = None
    article: str = ""


class Listed(NamedTuple):
    """A relation with its ends; or, without one, an annotation that lacks a relation."""

    relation: Relation | None
    start: End
    end: End


class Wanted(NamedTuple):
    """Which are listed: with these words, of a type, touching an article ("": any).

    With `loose` it is annotations that lack such a relation instead.
    """

    words: str = ""
    type: str = ""
    article: str = ""
    loose: LooseEnd | None = None


def listed(project: Project, wanted: Wanted) -> Iterator[Listed | None]:
    """Yield what is wanted in the order of the articles; None in between."""
    words = one_line(wanted.words).casefold()
    rows = _relations(project, wanted) if wanted.loose is None else _loose(project, wanted)
    for row in rows:
        yield row if row and (not words or words in searched(project, row)) else None


def outlet(project: Project, article_id: str) -> str:
    """Return where an article is from; "" where that is not known, or there is none."""
    shelved = project.articles.get(article_id)
    return one_line(shelved.head.source or shelved.head.title or "") if shelved else ""


def searched(project: Project, row: Listed) -> str:
    """Return all the words of a row in lower case."""
    relation = row.relation
    kind = project.label_set.relation_type(relation.type) if relation else None
    parts = [row.start.words, row.end.words, kind.title if kind else ""]
    parts += [outlet(project, one.article) for one in (row.start, row.end)]
    return "\n".join([*parts, relation.note or "" if relation else ""]).casefold()


def _relations(project: Project, wanted: Wanted) -> Iterator[Listed | None]:
    def place(relation: Relation) -> tuple[object, ...]:
        shelved = project.articles.get(project.places.get(relation.from_, ""))
        return (0, *shelved.head.order, relation.id) if shelved else (1, relation.id)

    for relation in sorted(project.relations, key=place):
        places = {project.places.get(end or "") for end in (relation.from_, relation.to)}
        is_wanted = not wanted.type or relation.type == wanted.type
        if is_wanted and (not wanted.article or wanted.article in places):
            yield Listed(relation, _end(project, relation.from_), _far_end(project, relation))
        else:
            yield None


def _loose(project: Project, wanted: Wanted) -> Iterator[Listed | None]:
    for shelved in project.current():
        if wanted.article in {"", shelved.head.id} and wanted.loose is not None:
            try:
                annotations = shelved.open().annotations.in_order
            except PressmarkError:  # a damaged article has no annotations
                annotations = ()
            for one in annotations:
                if wanted.loose.is_of(project, one):
                    yield Listed(None, End(annotation_text(one), one, shelved.head.id), End(""))
        yield None


def _far_end(project: Project, relation: Relation) -> End:
    if relation.entity is None:
        return _end(project, relation.to or "")
    entity = project.entities.get(relation.entity)
    return End(entity.name if entity else relation.entity)


def _end(project: Project, annotation_id: str) -> End:
    place = project.places.get(annotation_id)
    if place is None:
        return End(annotation_id)
    try:
        annotation = project.annotation(annotation_id)
    except PressmarkError:  # its article is damaged
        return End(annotation_id, article=place)
    return End(annotation_text(annotation), annotation, place)
