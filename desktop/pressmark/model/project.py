"""A project: everything one file holds, as one immutable value."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from immutables import Map

from pressmark.model.annotation import Annotation
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead, Shelved
from pressmark.model.json import Unknown, nothing
from pressmark.model.judgement import Judgement
from pressmark.model.label_set import LabelSet
from pressmark.model.links import Links
from pressmark.model.records import Annotator, Dispute, Entity, Relation
from pressmark.model.relations import Relations


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Articles with their annotations, and what they share: label set, entities, judgements.

    `articles` maps ids to what is shelved for them: an `Article`, or its closed form that is
    parsed when opened. `places` maps each annotation's id to its article's, for all articles, and
    `links` knows which of them are earlier texts of others.
    """

    id: str
    title: str
    label_set: LabelSet
    handling: str | None = None
    summary: str = ""
    annotators: Map[str, Annotator] = field(default_factory=Map)
    entities: Map[str, Entity] = field(default_factory=Map)
    articles: Map[str, Shelved] = field(default_factory=Map)
    relations: Relations = field(default_factory=Relations)
    judgements: Map[str, Judgement] = field(default_factory=Map)
    disputes: Map[str, Dispute] = field(default_factory=Map)
    places: Map[str, str] = field(default_factory=Map)
    links: Links = field(default_factory=Links)
    unknown: Unknown = field(default_factory=nothing)

    def article(self, article_id: str) -> Article:
        """Return the article of that id, opened (KeyError where there is none)."""
        return self.articles[article_id].open()

    def annotation(self, annotation_id: str) -> Annotation:
        """Return the annotation of that id, from whichever article (KeyError where none)."""
        return self.article(self.places[annotation_id]).annotations[annotation_id]

    def shelf(self) -> tuple[Shelved, ...]:
        """Return what is shelved, in canonical order: by time added, then id. Opens nothing."""
        return tuple(sorted(self.articles.values(), key=lambda one: one.head.order))

    def opened(self) -> Iterator[Article]:
        """Open the articles one after the other, in canonical order."""
        return (one.open() for one in self.shelf())

    def current(self) -> tuple[Shelved, ...]:
        """Return what is shelved but for earlier texts of articles, in canonical order."""
        superseded = self.links.superseded()
        return tuple(one for one in self.shelf() if one.head.id not in superseded)

    def ranked(self) -> tuple[Judgement, ...]:
        """Return the judgements in the order in which the analyst has them."""
        return tuple(sorted(self.judgements.values(), key=lambda one: one.place))

    def reaches_too_far(self, relation: Relation) -> bool:
        """Say whether a relation leads into another article though its type keeps to one."""
        kind = self.label_set.relation_type(relation.type)
        if kind is None or kind.joins_articles or relation.to is None:
            return False
        start, end = self.places.get(relation.from_), self.places.get(relation.to)
        return start is not None and end is not None and start != end

    def annotation_count(self) -> int:
        """Return how many annotations all articles hold together."""
        return len(self.places)

    def with_article(self, article: Shelved) -> "Project":
        """Return the project with `article` added or replaced, whole; updates `places`."""
        held = self.articles.get(article.head.id)
        links = self.links.without(held.head) if held else self.links
        before = set(held.annotation_ids()) if held is not None else set()
        after = set(article.annotation_ids())
        places = self.places.mutate()
        for gone in before - after:
            del places[gone]
        for come in after - before:
            places[come] = article.head.id
        return replace(
            self,
            articles=self.articles.set(article.head.id, article),
            places=places.finish(),
            links=links.with_(article.head),
        )

    def with_head(self, head: ArticleHead) -> "Project":
        """Return the project with another head for the article of that id, which is there."""
        shelved = self.articles[head.id]
        links = self.links
        if shelved.head.links != head.links:
            links = links.without(shelved.head).with_(head)
        return replace(
            self, articles=self.articles.set(head.id, shelved.with_head(head)), links=links
        )

    def without_article(self, article_id: str) -> "Project":
        """Return the project without that article and its annotations."""
        places = self.places.mutate()
        for gone in self.articles[article_id].annotation_ids():
            del places[gone]
        return replace(
            self,
            articles=self.articles.delete(article_id),
            places=places.finish(),
            links=self.links.without(self.articles[article_id].head),
        )

    def with_annotation(self, article_id: str, annotation: Annotation) -> "Project":
        """Return the project with `annotation` added to, or replaced in, that article."""
        article = self.article(article_id)
        return replace(
            self,
            articles=self.articles.set(
                article_id, replace(article, annotations=article.annotations.with_(annotation))
            ),
            places=self.places.set(annotation.id, article_id),
        )

    def with_transferred(
        self, article_id: str, to: str, annotations: Iterable[Annotation]
    ) -> "Project":
        """Return the project with annotations of one article in another, as they stand there."""
        source, target = self.article(article_id), self.article(to)
        moved = {one.id: one for one in annotations}
        left = Annotations.of(one for one in source.annotations if one.id not in moved)
        joined = Annotations.of((*target.annotations, *moved.values()))
        places = self.places.mutate()
        for annotation_id in moved:
            places[annotation_id] = to
        articles = self.articles.set(article_id, replace(source, annotations=left))
        return replace(
            self,
            articles=articles.set(to, replace(target, annotations=joined)),
            places=places.finish(),
        )

    def without_annotation(self, article_id: str, annotation_id: str) -> "Project":
        """Return the project without that annotation."""
        article = self.article(article_id)
        return replace(
            self,
            articles=self.articles.set(
                article_id, replace(article, annotations=article.annotations.without(annotation_id))
            ),
            places=self.places.delete(annotation_id),
        )


def assemble(project: Project, articles: Iterable[Article]) -> Project:
    """Return `project` holding exactly these articles: the quick way to build a large one."""
    held = {article.head.id: article for article in articles}
    places = {
        annotation.id: article.head.id
        for article in held.values()
        for annotation in article.annotations
    }
    links = Links.of(article.head for article in held.values())
    return replace(project, articles=Map(held), places=Map(places), links=links)
