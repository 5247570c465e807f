"""What comes in of an annotation set: documents of JSON into the edits that a project takes.

A document has the shape of a line of Pressmark JSONL; only `text` and `id` or `title` must be
there. Readers of other formats bring theirs to that shape. What the project has stays: the same
set twice adds nothing, and what was changed here since is not overwritten.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from pressmark.edits.annotations import AddAnnotation, ReplaceAnnotation
from pressmark.edits.articles import AddArticle
from pressmark.edits.edit import Edit
from pressmark.edits.frame import PutAnnotator, PutEntity, SetLabelSet
from pressmark.errors import RecordError
from pressmark.formats.document import Document
from pressmark.formats.foreign_annotation import ForeignAnnotation, usable_id
from pressmark.formats.format import ReadRequest, ReadSet, Remark
from pressmark.formats.incoming_relations import IncomingRelations
from pressmark.formats.new_labels import NewLabels
from pressmark.model.annotation import Annotation, Origin
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article
from pressmark.model.ids import article_id
from pressmark.model.json import Json
from pressmark.model.records import Annotator, Entity
from pressmark.model.span import Span
from pressmark.store.clock import arriving
from pressmark.store.closing import Closing

_NOWHERE = (Span(0, 0),)


class Incoming:
    """Takes documents one by one and says at the end which edits bring them in."""

    def __init__(self, request: ReadRequest) -> None:
        self._request = request
        self._project = request.project
        self._documents: dict[str, bytes] = {}
        self._texts: dict[str, str] = {}
        self._places: dict[str, str] = {}
        self._entities: dict[str, Entity] = {}
        self._annotators: dict[str, Annotator] = {}
        self._labels = NewLabels(self._project.label_set)
        self._relations = IncomingRelations(request)
        self._edits: list[Edit] = []
        self._annotations = 0
        self._closing = Closing()
        self._skipped: list[Remark] = []
        self._warnings: list[Remark] = []

    def take(self, value: Json) -> None:
        """Take one document in; RecordError with `where` and `reason` if it is none."""
        document = Document.of(value)
        name = self._free_name(document)
        if name is None:
            self._skipped.append(Remark("twice-in-set", str(document.id)))
            return
        self._remember(name, document)
        renamed: dict[str, str] = {}
        annotations = []
        for foreign in document.annotations:
            read = self._annotation(name, foreign)
            annotations.append(read)
            if foreign.id is not None:
                renamed[foreign.id] = read.id
        for number, relation in enumerate(document.relations):
            self._relations.take(relation, f"relations.{number}", renamed)
        if name in self._project.articles:
            self._update(name, annotations)
        else:
            before = len(self._project.articles) + len(self._documents)
            head = document.head(name, arriving(self._request.stamp.time, before))
            self._annotations += len(annotations)
            article = Article(head, document.text, Annotations.of(annotations))
            self._edits.append(AddArticle(self._closing.closed(article)))

    def result(self) -> ReadSet:
        """Return everything as edits, in the order in which they fit."""
        relations = self._relations.edits(self._has, self._places)
        label_set = self._labels.united()
        return ReadSet(
            edits=(
                *map(PutAnnotator, self._annotators.values()),
                *map(PutEntity, self._entities.values()),
                *([SetLabelSet(label_set)] if label_set else ()),
                *self._edits,
                *relations,
            ),
            articles=tuple(self._documents),
            annotations=self._annotations,
            skipped=(*self._skipped, *self._relations.skipped),
            warnings=(*self._warnings, *self._relations.warnings),
        )

    # ---- articles

    def _free_name(self, document: Document) -> str | None:
        """Return the id for a document, its own where it can be; None for one that came before."""
        for name in _names(document):
            if name in self._documents:
                if document.id is not None and self._documents[name] == document.digest:
                    return None
                continue
            held = self._project.articles.get(name)
            if held is None or held.open().text == document.text:
                return name
        raise AssertionError  # there is always another name

    def _remember(self, name: str, document: Document) -> None:
        self._documents[name] = document.digest
        by_text = article_id(document.text)
        twin = self._texts.setdefault(by_text, name)
        if twin == name and by_text in self._project.articles:
            twin = by_text
        if twin != name:
            self._warnings.append(Remark("same-text", name, twin))
        if document.id not in (None, name):
            self._warnings.append(Remark("new-id", str(document.id), name))
        for entity in document.entities:
            if entity.id not in self._project.entities:
                self._entities.setdefault(entity.id, entity)
        for annotator in document.annotators:
            if annotator.id not in self._project.annotators:
                self._annotators.setdefault(annotator.id, annotator)

    # ---- annotations

    def _annotation(self, article: str, foreign: ForeignAnnotation) -> Annotation:
        given = str(foreign.raw.get("label"))
        label = self._request.labels.get(given)
        name = self._free_annotation_name(article, foreign)
        self._places[name] = article
        read = foreign.read(name, label, self._usual(article, name))
        if self._labels.meet(read.label):
            self._warnings.append(Remark("new-label", read.label))
        return read

    def _free_annotation_name(self, article: str, foreign: ForeignAnnotation) -> str:
        """Return its own id unless another article has that, else one made for it."""
        own = usable_id(foreign.id)
        if own is not None and self._project.places.get(own, article) == article:
            place = self._places.get(own)
            if place == article:
                raise RecordError(where=f"{foreign.where}.id", reason="id-taken")
            if place is None:
                return own
        made = (foreign.made_id(article, number) for number in count())
        return next(name for name in made if name not in self._places)

    def _usual(self, article: str, annotation_id: str) -> Annotation:
        """Return what an annotation says of itself if its document does not."""
        before = self._before(article, annotation_id)
        if before is not None:
            return replace(before, changed=before.created)
        stamp = self._request.stamp
        return Annotation(
            id=annotation_id,
            label="",
            fragments=_NOWHERE,
            text=(),
            annotator=stamp.annotator,
            created=stamp.time,
            changed=stamp.time,
            origin=Origin(by="import", source=self._request.name),
        )

    def _before(self, article: str, annotation_id: str) -> Annotation | None:
        held = self._project.articles.get(article)
        return held.open().annotations.get(annotation_id) if held is not None else None

    def _update(self, article: str, annotations: list[Annotation]) -> None:
        """Bring annotations to an article that is there, unless they are there and newer."""
        for read in annotations:
            before = self._before(article, read.id)
            if before is None:
                self._edits.append(AddAnnotation(article, read))
            elif replace(read, changed=before.changed) == before:
                continue
            elif read.changed < before.changed:
                self._skipped.append(Remark("older", read.id))
                continue
            else:
                self._edits.append(ReplaceAnnotation(article, read))
            self._annotations += 1

    def _has(self, end: str) -> bool:
        return (
            end in self._places
            or end in self._project.places
            or end in self._entities
            or end in self._project.entities
        )


def _names(document: Document) -> Iterator[str]:
    """Yield ids for a document: its own, then others that are the same each time."""
    by_text = article_id(document.text)
    own = usable_id(document.id)
    yield own or by_text
    if own is not None:
        yield f"{own[:47]}-{by_text}"
    yield from (f"{by_text}-{number}" for number in count(2))
