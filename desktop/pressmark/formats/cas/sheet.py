"""One text of a CAS as a line of Pressmark JSONL: our own exactly, others by their layers.

Any structure with a stretch of text is an annotation, but for what programs alone make (words,
sentences, syntax); its label is what it calls its label or value, else the name of its layer. One
with two ends is a relation, and so is a link from one annotation to another.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pressmark.errors import FormatError, RecordError
from pressmark.formats.cas.files import CasFile
from pressmark.formats.cas.structures import (
    ALONG,
    DEPENDENT,
    GOVERNOR,
    META,
    VIEW,
    Cas,
    Feature,
    Reference,
    Structure,
    is_made_by_people,
)
from pressmark.formats.counting import UTF_16, Ruler
from pressmark.formats.foreign_annotators import annotator_named
from pressmark.formats.foreign_sets import Object
from pressmark.formats.xml_text import xml_text
from pressmark.model.json import Json
from pressmark.model.project import Project
from pressmark.store.strict_json import read_json

_LABELS = ("label", "value", "tag", "category", "class", "type")
_NOTES = ("note", "comment")
_PLACE = frozenset({"sofa", "begin", "end", GOVERNOR, DEPENDENT, ALONG})
_INTERNAL = "inception_internal_"
_PREDICTED = f"{_INTERNAL}predicted"
_NO_LANGUAGE = "x-unspecified"


class Sheet:
    """One text of a CAS, and the structures that are about it."""

    def __init__(self, cas: Cas, number: int, file: CasFile, project: Project) -> None:
        self._cas = cas
        self._name = file.name
        view, text = cas.texts[number]
        self._stem = file.article if view == VIEW else f"{file.article}-{view}"
        self._whose = annotator_named(file.annotator, project) if file.annotator else None
        self._structures = cas.of_text(number)
        self._along = {one.id: self._json(one, ALONG) for one in self._structures}
        article = (one for one in self._structures if one.stretch is None and ALONG in one.features)
        self._head = next((self._along[one.id] for one in article), {})
        self._text = _restored(text, self._head.pop("characters", None))
        self._ruler = Ruler(self._text, UTF_16)
        self._ids: dict[int, str] = {}
        self._alike: Counter[str] = Counter()

    def document(self, left: Counter[str]) -> Object:
        """Return its line; `left` counts what is passed over."""
        others = self._head.pop("others", None)
        spans, relations = [], []
        for one in self._structures:
            if not is_made_by_people(one.type):
                continue
            if str(one.features.get(_PREDICTED)).lower() == "true":
                left["predictions"] += 1
            elif one.reference(GOVERNOR) is not None and one.reference(DEPENDENT) is not None:
                relations.append(one)
            elif one.stretch is not None:
                spans.append(one)
        annotations = self._annotations(spans, left)
        told = [self._relation(one) for one in relations] + list(self._links(spans))
        inner: list[Json] = [one for one in told if one["from"] != one["to"]]
        people = [*_list(self._head.get("annotators")), *([self._whose] if self._whose else [])]
        return {
            **(self._head or self._foreign_head()),
            **({"annotators": people} if people else {}),
            "text": self._text,
            "annotations": annotations,
            "relations": inner + _list(others),
        }

    def _foreign_head(self) -> dict[str, Json]:
        head: dict[str, Json] = {"id": self._stem, "title": self._stem}
        for one in self._structures:
            if one.type in {META, "uima.tcas.DocumentAnnotation"}:
                language = one.text("language")
                head["title"] = one.text("documentTitle") or head["title"]
                head |= {"language": language} if language not in {None, _NO_LANGUAGE} else {}
        return head

    # ---- annotations

    def _annotations(self, spans: list[Structure], left: Counter[str]) -> list[Json]:
        pieces: dict[str, list[Structure]] = {}
        for one in spans:
            begin, end = one.stretch or (0, 0)
            if begin == end:
                left["not-text"] += 1
                continue
            along = self._along[one.id]
            own = one.text("id") if along else None
            name = own or self._made_id(one)
            self._ids[one.id] = name
            pieces.setdefault(name, []).append(one)
        return [self._annotation(name, each) for name, each in pieces.items()]

    def _annotation(self, name: str, pieces: list[Structure]) -> Json:
        first = next((one for one in pieces if "fragment" not in self._along[one.id]), pieces[0])
        along = self._along[first.id]
        return {
            **({"annotator": self._whose["id"]} if self._whose else {}),
            **({key: held for key, held in along.items() if key != "fragment"}),
            "id": name,
            **self._said(first, along),
            **self._fragments(pieces, is_own=bool(along)),
        }

    def _said(self, one: Structure, along: Mapping[str, Json]) -> dict[str, Json]:
        """Return label, note and attributes: of our own what was sent, unless it was changed."""
        label = _label(one)
        if along:
            note = _kept(along, "note", one.text("note"))
            values: Json = self._json(one, "attributes")
            return {"label": _kept(along, "label", label), "note": note, "attributes": values}
        notes = [text for name in _NOTES if (text := one.text(name))]
        known = {_label_feature(one), *_NOTES, *_PLACE}
        values = {
            name: value
            for name, held in one.features.items()
            if name not in known and not name.startswith(_INTERNAL)
            if _is_plain(value := self._value(held))
        }
        return {"label": label, "note": "\n".join(notes) or None, "attributes": values}

    def _fragments(self, pieces: list[Structure], *, is_own: bool) -> dict[str, Json]:
        """Return the fragments, in order; our own with their words, for these are never mended."""
        stretches = _parted(one.stretch or (0, 0) for one in pieces)
        spans = [self._ruler.span(*one) for one in stretches]
        words: list[Json] = [self._text[slice(*one)] if one and is_own else None for one in spans]
        return {"fragments": [[*one] for one in stretches], "text": words}

    def _value(self, held: Feature) -> Json:
        """Return what a feature holds, if it is no other structure than a list of words."""
        if isinstance(held, Reference):
            array = self._cas.structures.get(held.to)
            held = array.features.get("elements") if array is not None else None
        return None if isinstance(held, Reference | tuple) else held

    def _made_id(self, one: Structure) -> str:
        """Return an id that it gets each time: numbers change whenever a file is written."""
        whose = self._whose["id"] if self._whose else ""
        said = f"{self._stem} {whose} {one.type} {one.stretch} {_label(one)}"
        self._alike[said] += 1
        return hashlib.sha256(f"{said} {self._alike[said]}".encode()).hexdigest()[:32]

    # ---- relations

    def _relation(self, one: Structure) -> dict[str, Any]:
        along = self._along[one.id]
        ends = self._end(one.reference(GOVERNOR)), self._end(one.reference(DEPENDENT))
        said = {"type": _kept(along, "type", _label(one)), "from": ends[0], "to": ends[1]}
        return {**along, **said}

    def _links(self, spans: list[Structure]) -> Iterator[dict[str, Any]]:
        """Yield the relations that are said by links: structures with a role and a target."""
        for one in spans:
            for name, value in one.features.items():
                for link in self._led_to(value) if name not in _PLACE else ():
                    target = link.reference("target")
                    if target is not None and one.id in self._ids:
                        ends = {"from": self._end(one.id), "to": self._end(target)}
                        yield {"type": link.text("role") or name, **ends}

    def _led_to(self, value: Feature) -> Iterator[Structure]:
        """Yield the structures that a feature is, those in an array for the array."""
        for one in self._held(value):
            array = one.features.get("elements")
            yield from self._held(array) if isinstance(array, tuple) else (one,)

    def _held(self, value: Feature) -> Iterator[Structure]:
        references = value if isinstance(value, tuple) else (value,)
        for one in references:
            held = self._cas.structures.get(one.to) if isinstance(one, Reference) else None
            if held is not None:
                yield held

    def _end(self, number: int | None) -> str:
        """Return the id of an annotation; what is none gets a name that nothing has."""
        return self._ids.get(number or 0, f"#{number}")

    def _json(self, one: Structure, feature: str) -> dict[str, Any]:
        """Return the object that a feature says as JSON, none where there is no such feature."""
        text = one.text(feature)
        if text is None:
            return {}
        try:
            value = read_json(text.encode())
        except RecordError as error:
            where = f"{self._name} {one.layer} {one.id} {feature}"
            raise FormatError("bad-line", where=where, reason=error.facts["reason"]) from error
        return value if isinstance(value, dict) else {}


def _label_feature(one: Structure) -> str | None:
    """Return the name of the feature that says the label of a structure, if it has one."""
    names = {name.casefold(): name for name in one.features}
    found = (names[name] for name in (*_LABELS, one.layer.casefold()) if name in names)
    return next((name for name in found if one.text(name)), None)


def _label(one: Structure) -> str:
    feature = _label_feature(one)
    return (one.text(feature) if feature is not None else None) or one.layer


def _kept(along: Mapping[str, Any], key: str, shown: Json) -> Json:
    """Return what was sent along, if it is what is shown, as far as XML can hold it."""
    sent = along.get(key)
    is_same = isinstance(sent, str) and isinstance(shown, str) and xml_text(sent) == shown
    return sent if is_same else shown


def _restored(text: str, characters: object) -> str:
    """Return a text with the characters that XML cannot hold in their places."""
    restored: list[str] | None = None
    for one in _list(characters):
        match one:
            case [int(at), str(had)] if at < len(text) and text[at] == "\ufffd" != had:
                restored = restored or list(text)
                restored[at] = had[:1]
    return "".join(restored) if restored else text


def _parted(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return stretches in order; those that overlap are made one."""
    parted: list[tuple[int, int]] = []
    for begin, end in sorted(stretches):
        if parted and begin < parted[-1][1]:
            parted[-1] = parted[-1][0], max(end, parted[-1][1])
        else:
            parted.append((begin, end))
    return parted


def _is_plain(value: Json) -> bool:
    if isinstance(value, list):
        return bool(value) and all(isinstance(one, str) for one in value)
    return isinstance(value, str | int | float) and value != ""


def _list(value: Any) -> list[Any]:  # noqa: ANN401 -- JSON from strangers
    return value if isinstance(value, list) else []
