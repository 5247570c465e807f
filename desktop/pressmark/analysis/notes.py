"""What each annotation counts for: noted once for an article, however often one counts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pressmark.errors import PressmarkError
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article, ArticleHead, Shelved
from pressmark.model.attribute import Attribute, anchors
from pressmark.model.label_set import Label, LabelSet
from pressmark.model.project import Project

TARGET = "target"
"""The attribute that says against whom something is."""


class Who(NamedTuple):
    """Somebody whom an attribute names: an entity's id, or the article's words for them."""

    entity: str
    words: str


@dataclass(frozen=True, slots=True)
class Note:
    """What there is to count of one annotation; `date` is the one that its attributes tell."""

    id: str
    label: str
    annotator: str
    in_zone: bool
    actors: tuple[Who, ...]
    targets: tuple[Who, ...]
    date: str


class Noted(NamedTuple):
    """An article and what was noted of its annotations."""

    head: ArticleHead
    notes: tuple[Note, ...]


def actor_of(label: Label | None) -> Attribute | None:
    """Return the attribute that says who speaks or acts: the first that can name somebody."""
    attributes = label.attributes if label else ()
    return next((one for one in attributes if one.entity or one.kind == "entity"), None)


class Notebook:
    """Notes of a project's articles, taken anew only for those that changed since."""

    def __init__(self) -> None:
        self._labels: LabelSet | None = None
        self._kept: dict[str, tuple[Shelved, Noted]] = {}

    def read(
        self, project: Project, told: Callable[[int, int], None] = lambda _done, _total: None
    ) -> tuple[Noted, ...]:
        """Return what is noted of a project's articles, in canonical order.

        Earlier texts and damaged articles are passed over. `told` hears how many are done, of how
        many.
        """
        if self._labels is not project.label_set:
            self._labels, self._kept = project.label_set, {}
        shelf = project.current()
        kept: dict[str, tuple[Shelved, Noted]] = {}
        for done, shelved in enumerate(shelf, start=1):
            before = self._kept.get(shelved.head.id)
            if before is not None and before[0] is shelved:
                kept[shelved.head.id] = before
                continue
            told(done, len(shelf))
            try:
                kept[shelved.head.id] = shelved, _noted(shelved.open(), project.label_set)
            except PressmarkError:
                continue
        self._kept = kept
        return tuple(noted for _, noted in kept.values())


def _noted(article: Article, labels: LabelSet) -> Noted:
    return Noted(article.head, tuple(_notes(article, labels)))


def _notes(article: Article, labels: LabelSet) -> Iterator[Note]:
    for one in article.annotations:
        label = labels.label(one.label)
        actor = actor_of(label)
        yield Note(
            one.id,
            one.label,
            one.annotator,
            article.is_zone(one.span),
            tuple(_named(one, actor.id)) if actor else (),
            tuple(_named(one, TARGET)),
            _date(one, label),
        )


def _named(annotation: Annotation, attribute: str) -> Iterator[Who]:
    for anchor in anchors(annotation.attributes.get(attribute)):
        if anchor.entities:
            yield from (Who(entity, "") for entity in anchor.entities)
        elif anchor.text:
            yield Who("", " ".join(anchor.text.split()))


def _date(annotation: Annotation, label: Label | None) -> str:
    dates = [one.id for one in label.attributes if one.kind == "date"] if label else []
    held = (annotation.attributes.get(one) for one in dates)
    return next((one for one in held if isinstance(one, str)), "")
