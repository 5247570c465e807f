"""One document of an annotation set, taken apart: the shape of a line of Pressmark JSONL."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from pressmark.errors import RecordError
from pressmark.formats.folding import Folded
from pressmark.formats.foreign_annotation import ForeignAnnotation
from pressmark.formats.foreign_json import given_id, given_list, without_nulls
from pressmark.model.article import ArticleHead
from pressmark.model.ids import article_id, is_id
from pressmark.model.json import Json
from pressmark.model.records import Annotator, Entity
from pressmark.store.records import from_json
from pressmark.store.strict_json import json_bytes

NamedT = TypeVar("NamedT", Annotator, Entity)

_BESIDE_THE_HEAD = frozenset({"text", "entities", "annotators", "annotations", "relations"})


@dataclass(frozen=True, slots=True)
class Document:
    """What a JSON object says of an article and its annotations; offsets are moved already."""

    raw: Mapping[str, Json]
    folded: Folded
    entities: tuple[Entity, ...]
    annotators: tuple[Annotator, ...]
    annotations: tuple[ForeignAnnotation, ...]
    relations: tuple[Json, ...]

    @classmethod
    def of(cls, value: Json) -> "Document":
        """Return what `value` says; RecordError with `where` and `reason` if it is no document."""
        raw = value if isinstance(value, dict) else {}
        text = raw.get("text")
        if not isinstance(text, str):
            raise RecordError(where="text", reason="missing")
        if given_id(raw) is None and not isinstance(raw.get("title"), str):
            raise RecordError(where="id", reason="missing")
        # An id made of this very text says that it was frozen before.
        folded = Folded(text, frozen="\r" not in text and given_id(raw) == article_id(text))
        annotations = tuple(
            ForeignAnnotation.of(one, f"annotations.{number}", folded)
            for number, one in enumerate(given_list(raw, "annotations"))
        )
        return cls(
            raw,
            folded,
            tuple(_named(Entity, raw, "entities")),
            tuple(_named(Annotator, raw, "annotators")),
            annotations,
            tuple(given_list(raw, "relations")),
        )

    @property
    def id(self) -> str | None:
        """The id it has there, whether or not it can be kept."""
        return given_id(self.raw)

    @property
    def text(self) -> str:
        """The text, folded."""
        return self.folded.text

    @property
    def digest(self) -> bytes:
        """The same for the same document only."""
        return hashlib.sha256(json_bytes(dict(self.raw))).digest()

    def head(self, name: str, added: str) -> ArticleHead:
        """Return the head, under the id `name`; `added` is when it came in if it does not say."""
        own = {key: held for key, held in self.raw.items() if key not in _BESIDE_THE_HEAD}
        whole: dict[str, Json] = {"added": added, **without_nulls(own, ArticleHead), "id": name}
        whole["zones"] = [self._zone(zone) for zone in given_list(self.raw, "zones")]
        if self.id not in (None, name):
            whole["origin"] = {"id": self.id}
        return from_json(ArticleHead, whole)

    def _zone(self, zone: Json) -> Json:
        if not isinstance(zone, dict):
            raise RecordError(where="zones", reason="not-an-object")
        span = self.folded.span(zone.get("start"), zone.get("end"))
        if span is None:
            raise RecordError(where="zones", reason="bad-span")
        return zone | {"start": span.start, "end": span.end}


def _named(kind: type[NamedT], raw: Mapping[str, Json], key: str) -> Iterator[NamedT]:
    """Yield the records of a list, each with an id that a project takes."""
    for number, one in enumerate(given_list(raw, key)):
        where = f"{key}.{number}"
        try:
            record = from_json(kind, one)
        except RecordError as error:
            inner = f"{where}.{error.facts.get('where') or ''}".rstrip(".")
            raise RecordError(error.case, **{**error.facts, "where": inner}) from error
        if not is_id(record.id):
            raise RecordError(where=f"{where}.id", reason="bad-id")
        yield record
