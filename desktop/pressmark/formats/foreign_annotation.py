"""An annotation as a foreign line of JSON says it, checked against the text it belongs to."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from pressmark.errors import RecordError
from pressmark.formats.folding import Folded, fold_lines
from pressmark.formats.foreign_json import given_id, given_list, without_nulls
from pressmark.model.annotation import Annotation, quoted
from pressmark.model.attribute import Anchor, Value
from pressmark.model.ids import is_id
from pressmark.model.json import Json
from pressmark.model.span import Span
from pressmark.store.records import from_json, to_json

_USUAL = ("annotator", "created", "changed", "origin")


@dataclass(frozen=True, slots=True)
class ForeignAnnotation:
    """What a JSON object says of an annotation; `where` names it, `text` is the article's.

    `fragments` are moved to the folded text, code points, end-exclusive.
    """

    raw: Mapping[str, Json]
    where: str
    folded: Folded
    fragments: tuple[Span, ...]

    @classmethod
    def of(cls, value: Json, where: str, folded: Folded) -> "ForeignAnnotation":
        """Return what `value` says; RecordError where its fragments do not fit the text."""
        if not isinstance(value, dict):
            raise RecordError(where=where, reason="not-an-object")
        raw = without_nulls(value, Annotation)
        if "fragments" in raw:
            pairs = given_list(raw, "fragments", where)
        else:
            pairs = [[raw.pop("start", None), raw.pop("end", None)]]
        fragments = tuple(_fragments(pairs, folded))
        if not fragments or len(fragments) < len(pairs):
            raise RecordError(where=f"{where}.fragments", reason="bad-span")
        return cls(raw, where, folded, fragments)

    @property
    def id(self) -> str | None:
        """The id it has there, whether or not it can be kept."""
        return given_id(self.raw)

    def made_id(self, article_id: str, number: int) -> str:
        """Return an id that the same annotation, the `number`th of its kind, gets each time."""
        said = f"{article_id} {self.id} {self.raw.get('label')} {self.fragments} {number}"
        return hashlib.sha256(said.encode()).hexdigest()[:32]

    def read(self, annotation_id: str, label: str | None, usual: Annotation) -> Annotation:
        """Return it under an id and, if given, another label; unsaid things are as `usual`.

        Who says when it was changed says all there is: what is missing then is not there.
        RecordError where its text, or an anchor's, is not what stands there.
        """
        text, prefix, suffix = quoted(self.folded.text, self.fragments)
        said = self.raw.get("text")
        if said is not None and not _says(said, text):
            raise RecordError(where=f"{self.where}.text", reason="text-differs")
        is_whole = "changed" in self.raw
        whole = {
            **{k: held for k, held in to_json(usual).items() if not is_whole or k in _USUAL},
            "label": None,
            **self.raw,
            "id": annotation_id,
            "fragments": to_json(self.fragments),
            "text": list(text),
            "prefix": _folded_or(self.raw.get("prefix"), prefix),
            "suffix": _folded_or(self.raw.get("suffix"), suffix),
            **({"label": label} if label else {}),
        }
        read = from_json(Annotation, whole)
        origin = read.origin
        if self.id is not None and self.id != annotation_id:
            origin = replace(origin, id=self.id)
        return replace(read, origin=origin, attributes=self._attributes(read))

    def _attributes(self, read: Annotation) -> Mapping[str, Value]:
        moved = {name: self._moved(value, name) for name, value in read.attributes.items()}
        return MappingProxyType(moved)

    def _moved(self, value: Value, name: str) -> Value:
        if isinstance(value, tuple):
            return tuple(self._moved(one, name) for one in value)  # type: ignore[return-value]
        if not isinstance(value, Anchor) or value.span is None:
            return value
        span = self.folded.span(*value.span)
        if span is None or not _says(value.text, (self.folded.text[slice(*span)],)):
            raise RecordError(where=f"{self.where}.attributes.{name}", reason="text-differs")
        return replace(value, start=span.start, end=span.end, text=self.folded.text[slice(*span)])


def usable_id(given: str | None) -> str | None:
    """Return an id if it has the form of one, else None."""
    return given if given is not None and is_id(given) else None


def _fragments(pairs: list[Json], folded: Folded) -> Iterator[Span]:
    """Yield the fragments up to the first that is none, or does not come after the one before."""
    end = 0
    for pair in pairs:
        span = folded.span(*pair) if isinstance(pair, list) and len(pair) == 2 else None
        if span is None or span.start < end:
            return
        end = span.end
        yield span


def _says(said: Json, text: tuple[str, ...]) -> bool:
    """Say whether a quote, in one or a fragment each, is this text."""
    if isinstance(said, list):
        return [fold_lines(one) if isinstance(one, str) else one for one in said] == list(text)
    return isinstance(said, str) and fold_lines(said) in {"".join(text), " ".join(text)}


def _folded_or(said: Json, made: str) -> Json:
    return fold_lines(said) if isinstance(said, str) else made
