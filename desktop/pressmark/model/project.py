"""A project: everything one file holds, as one immutable value."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from immutables import Map

from pressmark.model.annotation import Annotation
from pressmark.model.article import Article, Shelved
from pressmark.model.json import Unknown, nothing
from pressmark.model.label_set import LabelSet
from pressmark.model.records import Annotator, Entity
from pressmark.model.relations import Relations


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Articles with their annotations, and what they share: label set, annotators, entities.

    `articles` maps ids to what is shelved for them: an `Article`, or its closed form that is
    parsed when opened. `places` maps each annotation's id to its article's, for all articles.
    """

    id: str
    title: str
    label_set: LabelSet
    handling: str | None = None
    annotators: Map[str, Annotator] = field(default_factory=Map)
    entities: Map[str, Entity] = field(default_factory=Map)
    articles: Map[str, Shelved] = field(default_factory=Map)
    relations: Relations = field(default_factory=Relations)
    places: Map[str, str] = field(default_factory=Map)
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

    def annotation_count(self) -> int:
        """Return how many annotations all articles hold together."""
        return len(self.places)

    def with_article(self, article: Article) -> "Project":
        """Return the project with `article` added or replaced, whole; updates `places`."""
        held = self.articles.get(article.head.id)
        before = set(held.open().annotations.ids()) if held is not None else set()
        after = set(article.annotations.ids())
        places = self.places.mutate()
        for gone in before - after:
            del places[gone]
        for come in after - before:
            places[come] = article.head.id
        return replace(
            self,
            articles=self.articles.set(article.head.id, article),
            places=places.finish(),
        )

    def without_article(self, article_id: str) -> "Project":
        """Return the project without that article and its annotations."""
        places = self.places.mutate()
        for gone in self.article(article_id).annotations.ids():
            del places[gone]
        return replace(self, articles=self.articles.delete(article_id), places=places.finish())

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
    return replace(project, articles=Map(held), places=Map(places))
