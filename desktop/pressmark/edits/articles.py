"""Edits of articles: bringing them in, taking them out, describing them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from types import MappingProxyType

from pressmark.edits.edit import Applied, Stamp, Touched
from pressmark.errors import EditError
from pressmark.model.article import STATES, ArticleHead, ArticleLink, Shelved, Zone
from pressmark.model.ids import is_id
from pressmark.model.project import Project

DESCRIBABLE = ("title", "byline", "source", "published", "url", "language", "keywords", "grade")
"""The fields of a head that `DescribeArticle` may set."""


@dataclass(frozen=True, slots=True)
class _OfArticle:
    """An edit of one article, named by its id."""

    article: str

    def touches(self) -> Touched:
        """Name the article."""
        return Touched((self.article,))


@dataclass(frozen=True, slots=True)
class AddArticle:
    """Add an article, with the annotations it carries; of many at once, each may be closed."""

    article: Shelved

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse a bad or taken id, of the article or of one of its annotations."""
        del stamp
        article_id = self.article.head.id
        if not is_id(article_id):
            raise EditError("bad-id", id=article_id)
        if article_id in project.articles:
            raise EditError("id-taken", id=article_id)
        for annotation_id in self.article.annotation_ids():
            if annotation_id in project.places:
                raise EditError("id-taken", id=annotation_id)
        return Applied(project.with_article(self.article), RemoveArticle(article_id))

    def touches(self) -> Touched:
        """Name the article."""
        return Touched((self.article.head.id,))


@dataclass(frozen=True, slots=True)
class RemoveArticle(_OfArticle):
    """Remove an article whose annotations no relation touches (see `article_removal`)."""

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse while relations start or end in it."""
        del stamp
        if self.article not in project.articles:
            raise EditError("no-article", id=self.article)
        gone = project.articles[self.article]
        for annotation_id in gone.annotation_ids():
            if project.relations.touching(annotation_id):
                raise EditError("has-relations", id=annotation_id)
        return Applied(project.without_article(self.article), AddArticle(gone))


@dataclass(frozen=True, slots=True)
class ReplaceHead:
    """Put a whole head in the place of the article's: how a change is taken back."""

    head: ArticleHead

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse an article that is not there."""
        del stamp
        return _with_head(project, self.head)

    def touches(self) -> Touched:
        """Name the article."""
        return Touched((self.head.id,))


@dataclass(frozen=True, slots=True)
class DescribeArticle(_OfArticle):
    """Set fields of an article's head by name: those of `DESCRIBABLE`."""

    values: Mapping[str, str | tuple[str, ...] | None]

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse a field that is not describable."""
        del stamp
        for name in self.values:
            if name not in DESCRIBABLE:
                raise EditError("no-field", id=self.article, field=name)
        head = _head(project, self.article)
        known = {field.name: getattr(head, field.name) for field in fields(head)}
        return _with_head(project, ArticleHead(**{**known, **self.values}))


@dataclass(frozen=True, slots=True)
class SetState(_OfArticle):
    """Set the state of one annotator's layer of an article: one of `STATES`."""

    annotator: str
    state: str

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse any other word."""
        del stamp
        if self.state not in STATES:
            raise EditError("bad-state", id=self.article, value=self.state)
        head = _head(project, self.article)
        states = MappingProxyType({**head.states, self.annotator: self.state})
        return _with_head(project, replace(head, states=states))


@dataclass(frozen=True, slots=True)
class SetZones(_OfArticle):
    """Set the zones of an article, all of them."""

    zones: tuple[Zone, ...]

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse zones outside the text, or overlapping, or not ascending."""
        del stamp
        head = _head(project, self.article)
        size, end = len(project.article(self.article).text), 0
        for zone in self.zones:
            if not zone.span.fits(size) or zone.start < end:
                raise EditError("bad-span", id=self.article, start=zone.start, end=zone.end)
            end = zone.end
        return _with_head(project, replace(head, zones=self.zones))


@dataclass(frozen=True, slots=True)
class SetLinks(_OfArticle):
    """Set the links of an article to others, all of them."""

    links: tuple[ArticleLink, ...]

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse a new link to what is no other article of the project."""
        del stamp
        head = _head(project, self.article)
        for link in self.links:
            is_there = link.to in project.articles and link.to != self.article
            if not is_there and link not in head.links:
                raise EditError("no-article", id=link.to)
        return _with_head(project, replace(head, links=self.links))


def _head(project: Project, article_id: str) -> ArticleHead:
    if article_id not in project.articles:
        raise EditError("no-article", id=article_id)
    return project.articles[article_id].head


def _with_head(project: Project, head: ArticleHead) -> Applied:
    before = _head(project, head.id)
    return Applied(project.with_head(head), ReplaceHead(before))
