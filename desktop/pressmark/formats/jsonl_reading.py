"""Pressmark JSONL read: line by line, strictly, into the edits that bring it into a project.

Of a line only `text` and `id` or `title` must be there. What is there already comes in once: an
article of the same id and text takes the annotations that it lacks or that differ.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from pressmark.edits.annotations import AddAnnotation, ReplaceAnnotation
from pressmark.edits.articles import AddArticle
from pressmark.edits.edit import Edit
from pressmark.edits.frame import PutAnnotator, PutEntity, SetLabelSet
from pressmark.edits.relations import AddRelation, ReplaceRelation
from pressmark.errors import FormatError, RecordError
from pressmark.formats.folding import Folded
from pressmark.formats.foreign_annotation import read_annotation
from pressmark.formats.format import ReadRequest, ReadSet, Skipped
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead
from pressmark.model.ids import article_id, is_id
from pressmark.model.label_set import Label
from pressmark.model.project import Project
from pressmark.model.records import Annotator, Entity, Relation
from pressmark.model.span import Span
from pressmark.store.records import from_json
from pressmark.store.strict_json import read_json

_OWN = frozenset({"text", "entities", "annotators", "annotations", "relations"})


def read_lines(request: ReadRequest) -> ReadSet:
    """Read a set whole, or FormatError with the `line` (from 1) and what is wrong with it."""
    reading = _Reading(request)
    for number, raw in _lines(request.data):
        try:
            reading.take(read_json(raw))
        except RecordError as error:
            raise FormatError("bad-line", **{**error.facts, "line": number}) from error
    return reading.result()


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    body = data.removeprefix(b"\xef\xbb\xbf")
    for number, line in enumerate(body.split(b"\n"), start=1):
        if line.strip():
            yield number, line


@dataclass(slots=True)
class _Line:
    """One line's JSON, taken apart."""

    raw: dict[str, Any]
    folded: Folded


class _Reading:
    """What has been read of a set so far."""

    def __init__(self, request: ReadRequest) -> None:
        self._request = request
        self._project: Project = request.project
        self._articles: dict[str, Article] = {}
        self._changed: list[Edit] = []
        self._relations: dict[str, Relation] = {}
        self._entities: dict[str, Entity] = {}
        self._annotators: dict[str, Annotator] = {}
        self._labels: dict[str, Label] = {}
        self._taken: set[str] = set()
        self._annotations = 0
        self._skipped: list[Skipped] = []
        self._warnings: list[str] = []

    def take(self, value: object) -> None:
        """Take one line in; RecordError where it is not one."""
        if not isinstance(value, dict) or not isinstance(value.get("text"), str):
            raise RecordError(where="text", reason="missing")
        if not isinstance(value.get("id") or value.get("title"), str):
            raise RecordError(where="id", reason="missing")
        line = _Line(value, Folded(value["text"]))
        self._shared(value)
        head = self._head(line)
        found = [
            read_annotation(raw, f"annotations.{number}", head.id, line.folded, self._request)
            for number, raw in enumerate(_list(value, "annotations"))
        ]
        for annotation in found:
            self._know(annotation.label)
        for relation in (from_json(Relation, raw) for raw in _list(value, "relations")):
            self._relations[relation.id] = relation
        self._place(Article(head, line.folded.text, Annotations.of(found)))

    def result(self) -> ReadSet:
        """Return everything as edits, in the order in which they fit."""
        return ReadSet(
            edits=(
                *(PutAnnotator(one) for one in self._annotators.values()),
                *(PutEntity(one) for one in self._entities.values()),
                *self._label_edits(),
                *(
                    AddArticle(one)
                    for one in self._articles.values()
                    if one.head.id not in self._project.articles
                ),
                *self._changed,
                *self._relation_edits(),
            ),
            articles=tuple(self._articles),
            annotations=self._annotations,
            skipped=tuple(self._skipped),
            warnings=tuple(self._warnings),
        )

    # ---- a line's parts

    def _shared(self, raw: dict[str, Any]) -> None:
        for entity in (from_json(Entity, one) for one in _list(raw, "entities")):
            if entity.id not in self._project.entities:
                self._entities[entity.id] = entity
        for annotator in (from_json(Annotator, one) for one in _list(raw, "annotators")):
            if annotator.id not in self._project.annotators:
                self._annotators[annotator.id] = annotator

    def _head(self, line: _Line) -> ArticleHead:
        text = line.folded.text
        raw = {key: held for key, held in line.raw.items() if key not in _OWN}
        raw["zones"] = [self._moved(zone, line) for zone in _list(line.raw, "zones")]
        given = raw.pop("id", None)
        raw.setdefault("added", self._request.stamp.time)
        known = {field.name for field in fields(ArticleHead)}
        raw = {key: held for key, held in raw.items() if held is not None or key in known}
        head = from_json(ArticleHead, {"id": "x", **raw})
        name = given if isinstance(given, str) else article_id(text)
        if not is_id(name):
            head = replace(head, unknown={**head.unknown, "origin": {"id": name}})
            name = article_id(text)
        return replace(head, id=self._free(name, text))

    def _free(self, name: str, text: str) -> str:
        """Return the id for this text: the given one, unless it stands for another text."""
        held = self._articles.get(name) or self._project.articles.get(name)
        if held is None or held.open().text == text:
            return name
        self._warnings.append(f"another-text {name}")
        return f"{name[:47]}-{article_id(text)}"

    def _moved(self, zone: object, line: _Line) -> object:
        if isinstance(zone, dict) and all(type(zone.get(key)) is int for key in ("start", "end")):
            edges = {key: line.folded.offset(zone[key]) for key in ("start", "end")}
            if not Span(**edges).fits(len(line.folded.text)):
                raise RecordError(where="zones", reason="bad-span")
            return zone | edges
        return zone

    # ---- putting it together

    def _place(self, article: Article) -> None:
        key = article.head.id
        if key in self._articles:
            self._skipped.append(Skipped(key, "twice-in-set"))
            return
        self._articles[key] = article
        held = self._project.articles.get(key)
        for annotation in article.annotations:
            if annotation.id in self._taken or self._elsewhere(annotation.id, key):
                raise RecordError(where=f"annotations.{annotation.id}", reason="id-taken")
            self._taken.add(annotation.id)
            before = held.open().annotations.get(annotation.id) if held else None
            if annotation == before:
                continue
            self._annotations += 1
            if before is not None:
                self._changed.append(ReplaceAnnotation(key, annotation))
            elif held is not None:
                self._changed.append(AddAnnotation(key, annotation))

    def _elsewhere(self, annotation_id: str, article: str) -> bool:
        return self._project.places.get(annotation_id, article) != article

    def _know(self, label: str) -> None:
        if self._project.label_set.label(label) is None and label not in self._labels:
            self._labels[label] = Label(id=label, title=label.replace("-", " ").capitalize())
            self._warnings.append(f"new-label {label}")

    def _label_edits(self) -> tuple[Edit, ...]:
        if not self._labels:
            return ()
        labels = self._project.label_set
        return (SetLabelSet(replace(labels, labels=(*labels.labels, *self._labels.values()))),)

    def _relation_edits(self) -> Iterator[Edit]:
        for relation in self._relations.values():
            before = self._project.relations.get(relation.id)
            ends = [end for end in (relation.from_, relation.to) if end is not None]
            lost = [
                one for one in ends if one not in self._taken and one not in self._project.places
            ]
            if relation.entity is not None and not self._has_entity(relation.entity):
                lost.append(relation.entity)
            if lost:
                self._skipped.append(Skipped(relation.id, f"end-missing {lost[0]}"))
            elif before is None:
                yield AddRelation(relation)
            elif before != relation:
                yield ReplaceRelation(relation)

    def _has_entity(self, entity: str) -> bool:
        return entity in self._entities or entity in self._project.entities


def _list(raw: dict[str, Any], key: str) -> list[Any]:
    value = raw.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise RecordError(where=key, reason="not-a-list")
    return value
