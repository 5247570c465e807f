"""What of a project goes out: whose annotations, of which labels, articles, states and zones."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace

from pressmark.analysis.figures import Scope
from pressmark.errors import CancelledError
from pressmark.formats.pseudonyms import Pseudonyms
from pressmark.model.annotation import Annotation
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, Shelved
from pressmark.model.project import Project
from pressmark.model.records import Annotator, Relation
from pressmark.model.relations import Relations


def _never() -> bool:
    return False


def _unseen(_article: Article) -> None:
    """Have nobody see it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """A project and what to take of it; None takes all (labels, annotators, articles, states: ids).

    `since` and `until` are days on which an article was published, as far as they are known (""
    for any); `flagged` keeps flagged annotations only, `changed_since` (ISO 8601, UTC) those made
    or changed then or later, and `narrowed` leaves out the articles without any. `zones` keeps
    annotations that lie wholly within a zone, `notes` keeps notes; `pseudonyms` replaces the names
    of annotators, and those of their ids that may be names. `earlier` takes also the earlier texts
    of articles that were corrected; by name (`articles`) they are taken anyway. Who goes through
    the articles has each `seen`, and ends in a CancelledError once `stopped` says so.
    """

    project: Project
    labels: frozenset[str] | None = None
    annotators: frozenset[str] | None = None
    articles: frozenset[str] | None = None
    states: frozenset[str] | None = None
    since: str = ""
    until: str = ""
    flagged: bool = False
    changed_since: str = ""
    zones: bool = True
    notes: bool = True
    pseudonyms: bool = False
    earlier: bool = False
    seen: Callable[[Article], None] = field(default=_unseen, compare=False, repr=False)
    stopped: Callable[[], bool] = field(default=_never, compare=False, repr=False)

    @property
    def whole(self) -> bool:
        """Whether nothing of the project is left out, but perhaps earlier texts."""
        return self == Selection(project=self.project, earlier=self.earlier)

    def complete(self) -> "Selection":
        """Return it for a format that loses nothing: of a whole project, earlier texts as well."""
        return replace(self, earlier=True) if self.whole else self

    def narrowed(self) -> "Selection":
        """Return it without articles that have nothing to show for `flagged` or `changed_since`.

        An article that came in since stays, tagged or not.
        """
        if not (self.flagged or self.changed_since):
            return self
        return replace(self, articles=frozenset(self._telling()))

    def shelf(self) -> tuple[Shelved, ...]:
        """Return the selected articles as they are shelved, in canonical order."""
        takes_earlier = self.earlier or self.articles is not None
        shelf = self.project.shelf() if takes_earlier else self.project.current()
        return tuple(one for one in shelf if self._takes(one))

    def opened(self, among: Collection[str] | None = None) -> Iterator[Article]:
        """Open the selected articles one by one, each with its selected annotations only.

        `among` are the ids of those wanted now, if not all are.
        """
        takes_annotations = self._takes_annotations
        for shelved in self.shelf():
            if among is not None and shelved.head.id not in among:
                continue
            if self.stopped():
                raise CancelledError
            article = shelved.open()
            taken = article if takes_annotations else self._part_of(article)
            if self.pseudonyms:
                taken = Pseudonyms(self.project).article(taken)
            self.seen(taken)
            yield taken

    @property
    def _takes_annotations(self) -> bool:
        """Whether all annotations of its articles are taken, as they are."""
        whole = replace(self, articles=None, states=None, since="", until="", pseudonyms=False)
        return whole.whole

    def _part_of(self, article: Article) -> Article:
        kept = [
            one if self.notes else replace(one, note=None)
            for one in article.annotations
            if self._keeps(article, one)
        ]
        return replace(article, annotations=Annotations.of(kept))

    def counted(self, among: Collection[str] | None = None) -> Iterator[Article | Shelved]:
        """Return the selected articles for what their `counts` say, opened only if they must be."""
        if not self.whole:
            return self.opened(among)
        return (one for one in self.shelf() if among is None or one.head.id in among)

    def annotation(self, annotation_id: str) -> Annotation:
        """Return a selected annotation as it goes out; its article is opened for that."""
        annotation = self.project.annotation(annotation_id)
        if self.pseudonyms:
            annotation = Pseudonyms(self.project).annotation(annotation)
        return annotation if self.notes else replace(annotation, note=None)

    def annotators_by_id(self) -> dict[str, Annotator]:
        """Return the annotators, named as they are to be named outside."""
        if self.pseudonyms:
            return Pseudonyms(self.project).annotators()
        return dict(sorted(self.project.annotators.items()))

    def annotation_ids(self) -> frozenset[str]:
        """Return the ids of all selected annotations."""
        if self.whole:
            left = frozenset() if self.earlier else self.project.links.superseded()
            return frozenset(one for one, place in self.project.places.items() if place not in left)
        return frozenset(one for article in self.opened() for one in article.annotations.ids())

    def relations(self) -> Relations:
        """Return the relations whose ends are both selected."""
        ids = self.annotation_ids()
        kept: Iterable[Relation] = (one for one in self.project.relations if _within(one, ids))
        if self.pseudonyms:
            kept = map(Pseudonyms(self.project).relation, kept)
        return Relations.of(kept if self.notes else (replace(one, note=None) for one in kept))

    def _telling(self) -> Iterator[str]:
        for shelved in self.shelf():
            if self.stopped():
                raise CancelledError
            is_new = bool(self.changed_since) and shelved.head.added >= self.changed_since
            if is_new or (any(shelved.counts.values()) and self._tells(shelved.open())):
                yield shelved.head.id

    def _tells(self, article: Article) -> bool:
        return any(self._keeps(article, one) for one in article.annotations)

    def _takes(self, shelved: Shelved) -> bool:
        states = set(shelved.head.states.values()) or {"new"}
        return (
            (self.articles is None or shelved.head.id in self.articles)
            and (self.states is None or bool(states & self.states))
            and Scope(since=self.since, until=self.until).takes_article(shelved.head)
        )

    def _keeps(self, article: Article, annotation: Annotation) -> bool:
        if self.labels is not None and annotation.label not in self.labels:
            return False
        if self.annotators is not None and annotation.annotator not in self.annotators:
            return False
        if self.flagged and not annotation.flag:
            return False
        if max(annotation.created, annotation.changed) < self.changed_since:
            return False
        return self.zones or not article.is_zone(annotation.span)


def _within(relation: Relation, ids: frozenset[str]) -> bool:
    return relation.from_ in ids and (relation.to is None or relation.to in ids)
