"""What a page for people says of annotations in words: tags, titles, values, relations."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import shorten

from pressmark.formats.review_themes import NEUTRAL, mark_ids
from pressmark.formats.selection import Selection
from pressmark.formats.wording import ENGLISH, Wording
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article, ArticleHead
from pressmark.model.attribute import Anchor, Value
from pressmark.model.label_set import Label
from pressmark.model.project import Project
from pressmark.model.records import Relation

_LONGEST_TITLE = 100


@dataclass(frozen=True, slots=True)
class Legend:
    """A label as the legend explains it."""

    label: Label
    mark: str
    count: int


@dataclass(frozen=True, slots=True)
class Source:
    """An article as a source: its number in the list of sources, head, title and annotations."""

    number: int
    head: ArticleHead
    title: str
    annotations: int


@dataclass(frozen=True, slots=True)
class Saying:
    """A piece of an attribute's value: words of the article or plain ones, and whom they name."""

    words: str
    names: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation seen from one of its ends: how it is called, and the other end.

    `other` is an annotation's id and `mark` its mark, or both are empty and `words` names an
    entity.
    """

    kind: str
    words: str
    other: str
    mark: str
    backwards: bool
    asides: list[str]
    note: str | None


class Review:
    """The words for a selection's annotations; the template asks for them.

    `wording` has those that are the report's own.

    `sources` are its articles, and `labelled` the ids of its annotations by their label, all in
    the order of the articles.
    """

    def __init__(self, selection: Selection, wording: Wording = ENGLISH) -> None:
        self.wording = wording
        self._project = selection.project
        self._labels = {label.id: label for label in self._project.label_set.labels}
        self._relations = selection.relations()
        self._annotators = {key: one.name for key, one in selection.annotators_by_id().items()}
        if selection.pseudonyms:
            for number, key in enumerate(self._annotators, start=1):
                self._annotators[key] = wording.tr("Annotator {n}", n=str(number))
        self.sources: list[Source] = []
        self.labelled: dict[str, list[str]] = {}
        self._tags: dict[str, str] = {}
        self._marks: dict[str, str] = {}  # of those that a relation leads to
        hands: dict[str, None] = {}
        for number, article in enumerate(selection.opened(), start=1):
            title, count = self.title(article), len(article.annotations)
            self.sources.append(Source(number, article.head, title, count))
            for one in article.annotations:
                self.labelled.setdefault(one.label, []).append(one.id)
                self._tags[one.id] = f"{self._letter(one.label)}{len(self._tags) + 1}"
                if self._relations.touching(one.id):
                    self._marks[one.id] = self.mark(one.label)
                hands[self.annotator(one)] = None
        self.annotators = [name for name in hands if name]

    @property
    def project(self) -> Project:
        """The project."""
        return self._project

    @property
    def legend(self) -> list[Legend]:
        """The labels in the order of the label set, then those that it lacks."""
        lacking = [Label(id=one, title=one) for one in self.labelled if one not in self._labels]
        return [
            Legend(label, self.mark(label.id), len(self.labelled.get(label.id, ())))
            for label in [*self._labels.values(), *lacking]
        ]

    @property
    def annotation_count(self) -> int:
        """How many annotations there are in all."""
        return len(self._tags)

    @property
    def article_count(self) -> int:
        """How many articles there are in all."""
        return len(self.sources)

    def title(self, article: Article) -> str:
        """Return an article's title, or the beginning of its text."""
        first = article.text.strip().split("\n", 1)[0][: 2 * _LONGEST_TITLE]
        begun = shorten(first, _LONGEST_TITLE, placeholder=" …")
        return article.head.title or begun or article.head.id

    def tag(self, annotation_id: str) -> str:
        """Return the tag of an annotation: its label's first letter and a number of the page's."""
        return self._tags[annotation_id]

    def holds(self, annotation_id: str) -> bool:
        """Say whether an annotation is among the selected ones."""
        return annotation_id in self._tags

    def mark(self, label_id: str) -> str:
        """Return the id of the mark that a label is drawn with."""
        label = self._labels.get(label_id)
        mark = label.mark if label else None
        return mark if mark in mark_ids() else NEUTRAL

    def label_title(self, annotation: Annotation) -> str:
        """Return the title of an annotation's label."""
        label = self._labels.get(annotation.label)
        return label.title if label else annotation.label

    def annotator(self, annotation: Annotation) -> str:
        """Return the name of who made an annotation."""
        return self._annotators.get(annotation.annotator, annotation.annotator)

    def attributes(self, annotation: Annotation) -> Iterator[tuple[str, list[Saying]]]:
        """Yield titles and values, in the order of the label, then those that it lacks."""
        label = self._labels.get(annotation.label)
        declared = {one.id: one for one in (label.attributes if label else ())}
        known = [name for name in declared if name in annotation.attributes]
        for name in dict.fromkeys([*known, *annotation.attributes]):
            attribute = declared.get(name)
            yield attribute.title if attribute else name, self.said(annotation, name)

    def said(self, annotation: Annotation, attribute_id: str) -> list[Saying]:
        """Return what an annotation says of one attribute; [] where it says nothing."""
        label = self._labels.get(annotation.label)
        attribute = label.attribute(attribute_id) if label else None
        sayings = list(self._sayings(annotation.attributes.get(attribute_id, ())))
        if attribute is not None and attribute.kind == "choice":
            titles = attribute.value_titles
            return [Saying(titles.get(one.words) or one.words.replace("-", " ")) for one in sayings]
        return sayings

    def ties(self, annotation_id: str) -> Iterator[Tie]:
        """Yield the relations that touch an annotation, those that start at it first."""
        touching = self._relations.touching(annotation_id)
        for relation in sorted(touching, key=lambda one: one.from_ != annotation_id):
            kind = self._project.label_set.relation_type(relation.type)
            backwards = relation.from_ != annotation_id
            other = relation.from_ if backwards else relation.to or ""
            yield Tie(
                kind.title if kind else relation.type,
                self._tags[other] if other else self._entity(relation.entity or ""),
                other,
                self._marks.get(other, ""),
                backwards=backwards and not (kind is not None and kind.symmetric),
                asides=self.asides(relation),
                note=relation.note,
            )

    def asides(self, relation: Relation) -> list[str]:
        """Return how alike the ends of a relation are, and whether somebody inferred it."""
        inferred = self.wording.tr("inferred") if relation.inferred else ""
        return [one for one in (relation.match, inferred) if one]

    def _letter(self, label_id: str) -> str:
        label = self._labels.get(label_id)
        title = label.title if label else label_id
        return next((char.upper() for char in title if char.isalnum()), "?")

    def _entity(self, entity_id: str) -> str:
        entity = self._project.entities.get(entity_id)
        return entity.name if entity else entity_id

    def _sayings(self, value: Value) -> Iterator[Saying]:
        if isinstance(value, tuple | list):
            for one in value:
                yield from self._sayings(one)
        elif isinstance(value, Anchor):
            names = ", ".join(map(self._entity, value.entities))
            yield Saying(value.text or "", "" if names == value.text else names)
        elif isinstance(value, bool):
            yield Saying(self.wording.tr("yes") if value else self.wording.tr("no"))
        else:
            yield Saying(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
