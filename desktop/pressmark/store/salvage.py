"""What is intact in a broken project file, as a new project; the file itself is not touched.

The file is gone through line by line, as the layout has one record on each: every article comes
back whose first line is whole, or tells its text at least, and every annotation whose line is
whole. The lines that can be read make a new file, which is read as any other.
"""

import re
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass

from pressmark.errors import RecordError
from pressmark.model.annotation import Annotation
from pressmark.model.article import ArticleHead
from pressmark.model.ids import is_id, new_id
from pressmark.model.json import Json
from pressmark.model.project import Project
from pressmark.model.records import Entity, Relation
from pressmark.store.frame import FORMAT, VERSION, Frame
from pressmark.store.label_sets import default_label_set
from pressmark.store.layout import AFTER_TEXT, laid_out
from pressmark.store.mending import can_be_patched, mended_article, patched_text
from pressmark.store.project_file import parse_project
from pressmark.store.records import from_json, to_json
from pressmark.store.strict_json import read_json
from pressmark.store.verification import verified

_STRUCTURE = {b"", b"],", b"]}", b"]},", b'"articles": [', b'"entities": [', b'"relations": ['}
_BEGINNING = re.compile(rb'\{"id": "([A-Za-z0-9._-]{1,64})", ("[a-z]+"): ')
_SECOND_KEYS = {
    b'"title"': "article",
    b'"label"': "annotation",
    b'"fragments"': "annotation",
    b'"type"': "relation",
    b'"name"': "entity",
}
_FRAME = {b'{"f': "frame", b'"label_set"': "label_set", b'"annotators"': "annotators"}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Missing:
    """Something of the file that is not in the salvaged project, or not as it was.

    `line` counts from 1. `what` is "frame", "label_set", "annotators", "entity", "article",
    "annotation", "relation", "line" (nobody can tell) or "rest": the file ends early. `id` is
    the record's, "" where it cannot be read; `reason` is "unreadable", "duplicate-id", "bad-span",
    "no-end" (of a relation), what is wrong with its JSON, or tells that something is there all the
    same: "mended" (an article, with as much of head and text as can be read), "no-article" (an
    annotation whose article is missing, in one made of what such annotations quote).
    """

    line: int
    what: str
    id: str = ""
    reason: str = "unreadable"


@dataclass(frozen=True, slots=True)
class Salvaged:
    """A new project out of a broken file, not saved anywhere yet, and what it lacks."""

    project: Project
    missing: tuple[Missing, ...]


def salvage(data: bytes, *, title: str = "") -> Salvaged:
    """Return what is intact in the bytes of a broken project file; `title` if its own is lost."""
    found = _Found(title)
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        found.take(number, line.strip())
    return found.salvaged()


class _Found:
    """The records that the lines of a file gave so far, as JSON, and the ids they have."""

    def __init__(self, title: str) -> None:
        self._frame: dict[str, Json] = {"title": title}
        self._entities: list[Json] = []
        self._articles: list[Json] = []
        self._relations: list[tuple[int, dict[str, Json]]] = []
        self._ids: dict[str, set[str]] = defaultdict(set)
        self._missing: list[Missing] = []
        self._last = (1, b"")
        # The article whose annotations come now; `_certain` until a line cannot be told.
        self._text = ""
        self._annotations: list[Json] | None = None
        self._certain = True
        # Annotations whose article is lost, by how many articles stand before them.
        self._orphans: dict[int, list[tuple[Annotation, Json]]] = defaultdict(list)
        self._articles_seen = 0

    def take(self, number: int, line: bytes) -> None:
        """Take the record that stands on a line, or note that it cannot be read."""
        if line:
            self._last = (number, line)
        if line.startswith(b"]"):
            self._certain = False
        if line in _STRUCTURE:
            return
        try:
            self._take(number, line)
        except RecordError as error:
            self._lose(number, line, str(error.facts["reason"]))

    def salvaged(self) -> Salvaged:
        """Return the project of all that was taken."""
        number, line = self._last
        for key, what in (("version", "frame"), ("label_set", "label_set")):
            if key not in self._frame:
                self._missing.append(Missing(line=number, what=what))
        if line != b"]}" and not (line.startswith(b'"') and line.endswith(b"}")):
            self._missing.append(Missing(line=number, what="rest"))
        self._articles += map(_made_of_quotes, self._orphans.values())
        document: dict[str, Json] = {
            "label_set": to_json(default_label_set()),
            **self._frame,
            "format": FORMAT,
            "version": VERSION,
            "id": new_id(),
            "entities": self._entities,
            "articles": self._articles,
            "relations": [record for at, record in self._relations if self._has_ends(record, at)],
        }
        project = parse_project(laid_out(document)).project
        return Salvaged(project, tuple(sorted(self._missing)))

    def _take(self, number: int, line: bytes) -> None:
        if line.startswith(b'{"format": '):
            self._take_frame(_object(line.removesuffix(b",") + b"}"))
        elif line.startswith(b'"'):
            self._take_frame(_member(line.removesuffix(b",")))
        elif line.endswith(AFTER_TEXT):
            self._take_article(_object(line + b"]}"))
        else:
            self._take_record(number, _object(line.removesuffix(b",")))

    def _take_frame(self, keys: dict[str, Json]) -> None:
        missing = {"id": "", "title": "", "label_set": to_json(default_label_set())}
        frame = from_json(Frame, {**missing, **keys})
        for annotator in frame.annotators:
            self._claim("annotator", annotator.id)
        self._frame |= keys

    def _take_article(self, record: dict[str, Json]) -> None:
        text = record.get("text")
        head = {key: held for key, held in record.items() if key not in {"text", "annotations"}}
        read = from_json(ArticleHead, head)
        if not isinstance(text, str) or not all(zone.span.fits(len(text)) for zone in read.zones):
            raise RecordError(reason="bad-span")
        self._claim("article", read.id)
        self._articles_seen += 1
        self._text, self._annotations, self._certain = text, [], True
        self._articles.append({**record, "annotations": self._annotations})

    def _take_record(self, number: int, record: dict[str, Json]) -> None:
        if "fragments" in record:
            self._take_annotation(number, record)
        elif "from" in record:
            self._claim("relation", from_json(Relation, record).id)
            self._relations.append((number, record))
        else:
            self._claim("entity", from_json(Entity, record).id)
            self._entities.append(record)

    def _take_annotation(self, number: int, record: dict[str, Json]) -> None:
        annotation = from_json(Annotation, record)
        is_at_home = self._annotations is not None and self._fits(annotation)
        if not is_at_home and not can_be_patched(annotation):
            raise RecordError(reason="bad-span")
        self._claim("annotation", annotation.id)
        if self._annotations is not None and is_at_home:
            self._annotations.append(record)
            return
        self._orphans[self._articles_seen].append((annotation, record))
        lost = Missing(line=number, what="annotation", id=annotation.id, reason="no-article")
        self._missing.append(lost)

    def _fits(self, annotation: Annotation) -> bool:
        """Say whether an annotation can be one of the article whose annotations come now."""
        pieces = tuple(self._text[start:end] for start, end in annotation.fragments)
        with suppress(RecordError):
            verified("", self._text, [annotation])
            return self._certain or pieces == annotation.text
        return False

    def _claim(self, what: str, record_id: str) -> None:
        """Note that a record of this kind has this id; RecordError where it cannot."""
        if not is_id(record_id) or record_id in self._ids[what]:
            raise RecordError(reason="duplicate-id" if is_id(record_id) else "bad-id")
        self._ids[what].add(record_id)

    def _has_ends(self, record: dict[str, Json], number: int) -> bool:
        relation = from_json(Relation, record)
        annotations, entities = self._ids["annotation"], self._ids["entity"]
        there = relation.from_ in annotations and (
            relation.to in annotations if relation.to else relation.entity in entities
        )
        if not there:
            lost = Missing(line=number, what="relation", id=relation.id, reason="no-end")
            self._missing.append(lost)
        return there

    def _lose(self, number: int, line: bytes, reason: str) -> None:
        """Note what a line that cannot be taken seems to have been."""
        named = _BEGINNING.match(line)
        known = [what for key, what in _FRAME.items() if line.startswith(key)]
        if named is not None and named[2] in _SECOND_KEYS:
            known = [_SECOND_KEYS[named[2]]]
        elif line.endswith(AFTER_TEXT):
            known = ["article"]
        what = known[0] if known else "line"
        if what == "article":
            self._articles_seen += 1
            reason = "mended" if self._mend(line) else reason
        elif what == "line":
            self._certain = False
        record_id = named[1].decode() if named else ""
        self._missing.append(Missing(line=number, what=what, id=record_id, reason=reason))

    def _mend(self, line: bytes) -> bool:
        """Take what the damaged line of an article still tells; say whether there was enough."""
        self._annotations = None
        record = mended_article(line)
        with suppress(RecordError):
            if record is not None:
                self._take_article(record)
                self._certain = line.endswith(AFTER_TEXT)
        return self._annotations is not None


def _made_of_quotes(orphans: list[tuple[Annotation, Json]]) -> Json:
    """Return an article for annotations whose own is lost: its text is what they quote of it."""
    text = patched_text([annotation for annotation, _ in orphans])
    return {"id": new_id(), "text": text, "annotations": [record for _, record in orphans]}


def _object(line: bytes) -> dict[str, Json]:
    value = read_json(line)
    if not isinstance(value, dict):
        raise RecordError(reason="shape")
    return value


def _member(line: bytes) -> dict[str, Json]:
    """Return what a line of the form `"key": value` says; the last one ends the document."""
    try:
        return _object(b"{" + line + b"}")
    except RecordError:
        return _object(b"{" + line)
