"""What a search yields, article by article, so that it can pause and go on."""

from collections.abc import Iterator
from dataclasses import dataclass

from pressmark.analysis.concordance import Hit, Query, find_in, hit_at
from pressmark.analysis.wording import same_wording
from pressmark.errors import ProjectFileError
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.project import Project


@dataclass(frozen=True, slots=True)
class Found:
    """A hit; `share` is how much of the words asked for it has, None where that is no question."""

    hit: Hit
    share: float | None = None


Search = Iterator[Found | None]
"""Yields what is found, and None after each article."""


def hits(project: Project, query: Query, article_id: str = "") -> Search:
    """Search an article, or all of them for ""; QueryError at the first step, or at a later one."""
    for article in _articles(project, article_id):
        for hit in find_in((article,), query):
            yield Found(hit)
        yield None


def alike(project: Project, annotation: Annotation) -> Search:
    """Search all articles for the words of an annotation, but not the place it stands at."""
    home = project.places[annotation.id]
    words = " ".join(annotation.text)
    for article in _articles(project, ""):
        for place in same_wording(words, (article,)):
            if not (article.head.id == home and place.span.overlaps(annotation.span)):
                yield Found(hit_at(article, place.span), place.share)
        yield None


def _articles(project: Project, article_id: str) -> Iterator[Article]:
    """Open articles one by one; a damaged one has nothing to find."""
    shelf = (project.articles[article_id],) if article_id else project.current()
    for shelved in shelf:
        try:
            yield shelved.open()
        except ProjectFileError:
            continue
