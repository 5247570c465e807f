"""What is intact in a broken project file, as a new project; the file itself is not touched.

A file in the layout is gone through line by line, as it has one record on each: every article
comes back whose first line is whole, or tells its text at least, and every annotation whose line
is whole. Of any other file, and of a line that cannot be read, every record that is whole comes
back (`store.loose`). All of them make a new file, which is read as any other.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from pressmark.errors import RecordError
from pressmark.model.annotation import Annotation
from pressmark.model.article import ArticleHead
from pressmark.model.ids import new_id
from pressmark.model.json import Json
from pressmark.model.judgement import Judgement
from pressmark.model.project import Project
from pressmark.model.records import Entity, Relation
from pressmark.store.claims import Claims
from pressmark.store.first_line import AFTER_TEXT
from pressmark.store.frame import Frame, shared_ids
from pressmark.store.label_sets import default_label_set
from pressmark.store.loose import loose_pieces
from pressmark.store.mending import can_be_patched, mended_article, patched_text
from pressmark.store.missing import Missing, changed_annotations, missing_record
from pressmark.store.project_file import parse_project
from pressmark.store.records import from_json, to_json
from pressmark.store.salvaged_file import SalvagedFile
from pressmark.store.strict_json import json_bytes, read_json
from pressmark.store.verification import verified

__all__ = ["Missing", "Salvaged", "salvage"]

_LISTS = {b'"%s": [' % key for key in (b"articles", b"entities", b"relations", b"judgements")}
_STRUCTURE = {b"", b"],", b"]}", b"]},", *_LISTS}
_BY_LINE = re.compile(rb'^[ \t]*\{"id": "', re.MULTILINE)
_ANNOTATION = b'"fragments"'


@dataclass(frozen=True, slots=True)
class Salvaged:
    """A new project out of a broken file, not saved anywhere yet, and what it lacks."""

    project: Project
    missing: tuple[Missing, ...]

    @property
    def kept(self) -> int:
        """How many annotations there are."""
        return len(self.project.places)

    @property
    def total(self) -> int:
        """How many annotations there were, as far as the file tells."""
        return self.kept + sum(one.what == "annotation" and one.is_lost for one in self.missing)


def salvage(data: bytes, *, title: str = "") -> Salvaged:
    """Return what is intact in the bytes of a broken project file; `title` if its own is lost."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    found = _Found(title)
    if _BY_LINE.search(data):
        for number, line in _lines(data):
            found.take(number, line)
        found.note_end()
    else:
        found.take_all_loosely(data)
    return found.salvaged()


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each line, without blanks around it, with its number."""
    start, number = 0, 0
    while start <= len(data):
        number += 1
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        yield number, data[start:end].strip()
        start = end + 1


class _Found:
    """The records that a file gave so far, and the ids they have."""

    def __init__(self, title: str) -> None:
        self._frame: dict[str, Json] = {"title": title}
        self._file = SalvagedFile()
        self._listed: dict[str, list[Json]] = {"entities": [], "judgements": []}
        self._relations: list[tuple[int, Relation, bytes]] = []
        self._claims = Claims()
        self._missing: list[Missing] = []
        self._last = (1, b"")
        # The article whose annotations come now; `_certain` until a line cannot be told.
        self._article_id = ""
        self._text: str | None = None
        self._certain = True
        # Annotations whose article is lost, by how many articles stand before them.
        self._orphans: dict[int, list[tuple[Annotation, bytes]]] = defaultdict(list)
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
            if line.count(_ANNOTATION) < 1 or not self._take_loosely(number, line):
                self._lose(number, line, str(error.facts["reason"]))

    def take_all_loosely(self, document: bytes) -> None:
        """Take what looks like a record, wherever it stands."""
        self._last = (document.count(b"\n") + 1, b"")
        self._take_loosely(1, document)

    def _take_loosely(self, number: int, document: bytes) -> bool:
        """Take what looks like a record in lines from `number` on; say whether that was all."""
        known = self._claims.lines("annotation")
        before, lost = len(known), 0
        for piece in loose_pieces(document):
            line = number + piece.line - 1
            if not piece.record:
                self._note_open_end(line)
                continue
            try:
                self._take(line, piece.record)
            except RecordError as error:
                lost += _ANNOTATION in piece.record
                self._lose(line, piece.record, str(error.facts["reason"]))
            else:
                if piece.is_mended:
                    mended = Missing(line=line, what="article", id=self._article_id)
                    self._missing.append(replace(mended, reason="mended"))
        return len(known) - before + lost >= document.count(_ANNOTATION)

    def _note_open_end(self, number: int) -> None:
        """Note that brackets are left open; in a file laid out by line, each line has such."""
        if not self._last[1]:
            self._missing.append(Missing(line=number, what="rest"))

    def note_end(self) -> None:
        """Note where the lines end, if that is not where a project file ends."""
        number, line = self._last
        if line != b"]}" and not (line.startswith(b'"') and line.endswith(b"}")):
            self._missing.append(Missing(line=number, what="rest"))

    def salvaged(self) -> Salvaged:
        """Return the project of all that was taken."""
        for key, what in (("version", "frame"), ("label_set", "label_set")):
            if key not in self._frame:
                self._missing.append(Missing(line=self._last[0], what=what))
        for orphans in self._orphans.values():
            self._add_made_of_quotes(orphans)
        relations = [line for at, one, line in self._relations if self._has_ends(one, at)]
        frame: dict[str, Json] = {"label_set": to_json(default_label_set()), **self._frame}
        frame |= {"id": new_id(), **self._listed}
        project = parse_project(self._file.ended(frame, relations)).project
        changed = changed_annotations(project, self._claims.lines("annotation"))
        return Salvaged(project, tuple(sorted([*self._missing, *changed])))

    def _take(self, number: int, line: bytes) -> None:
        if line.startswith(b'{"format": '):
            self._take_frame(number, _object(line.removesuffix(b",") + b"}"))
        elif line.startswith(b'"'):
            self._take_frame(number, _member(line.removesuffix(b",")))
        elif line.endswith(AFTER_TEXT):
            self._take_article(number, line, _object(line + b"]}"))
        else:
            record = line.removesuffix(b",")
            self._take_record(number, record, _object(record))

    def _take_frame(self, number: int, keys: dict[str, Json]) -> None:
        missing = {"id": "", "title": "", "label_set": to_json(default_label_set())}
        frame = from_json(Frame, {**missing, **keys})
        for kind, name in shared_ids(frame):
            self._claim(kind, name, number, b"")
        self._frame |= keys

    def _take_article(self, number: int, line: bytes, record: dict[str, Json]) -> None:
        text = record.get("text")
        head = {key: held for key, held in record.items() if key not in {"text", "annotations"}}
        read = from_json(ArticleHead, head)
        if not isinstance(text, str) or not all(zone.span.fits(len(text)) for zone in read.zones):
            raise RecordError(reason="bad-span")
        self._article_id = self._claim("article", read.id, number, line)
        if self._article_id != read.id:
            line = json_bytes({**record, "id": self._article_id})[: -len(b"]}")]
        self._articles_seen += 1
        self._text, self._certain = text, True
        self._file.begin_article(line)

    def _take_record(self, number: int, line: bytes, record: dict[str, Json]) -> None:
        if "fragments" in record:
            self._take_annotation(number, line, record)
        elif "from" in record:
            relation = from_json(Relation, record)
            name = self._claim("relation", relation.id, number, line)
            line = line if name == relation.id else json_bytes({**record, "id": name})
            self._relations.append((number, relation, line))
        else:
            kind: type[Entity | Judgement] = Judgement if "statement" in record else Entity
            self._claim(kind.__name__.lower(), from_json(kind, record).id, number, b"")
            self._listed["judgements" if kind is Judgement else "entities"].append(record)

    def _take_annotation(self, number: int, line: bytes, record: dict[str, Json]) -> None:
        annotation = from_json(Annotation, record)
        is_at_home = self._text is not None and self._fits(annotation, self._text)
        if not is_at_home and not can_be_patched(annotation):
            raise RecordError(reason="bad-span")
        name = self._claim("annotation", annotation.id, number, line)
        if name != annotation.id:
            line = json_bytes({**record, "id": name})
        if is_at_home:
            self._file.add_annotation(line)
            return
        self._orphans[self._articles_seen].append((annotation, line))
        words = "".join(annotation.text[:1])
        self._missing.append(
            Missing(line=number, what="annotation", id=name, reason="no-article", words=words)
        )

    def _fits(self, annotation: Annotation, text: str) -> bool:
        """Say whether an annotation can be one of the article whose annotations come now."""
        pieces = tuple(text[start:end] for start, end in annotation.fragments)
        with suppress(RecordError):
            verified("", text, [annotation])
            return self._certain or pieces == annotation.text
        return False

    def _claim(self, what: str, record_id: str, number: int, line: bytes) -> str:
        """Return the id that a record is to have, and note where it is not its own."""
        name = self._claims.claim(what, record_id, number, line)
        if name != record_id:
            self._missing.append(Missing(line=number, what=what, id=record_id, reason="new-id"))
        return name

    def _has_ends(self, relation: Relation, number: int) -> bool:
        annotations, entities = self._claims.lines("annotation"), self._claims.lines("entity")
        there = relation.from_ in annotations and (
            relation.to in annotations if relation.to else relation.entity in entities
        )
        if not there:
            lost = Missing(line=number, what="relation", id=relation.id, reason="no-end")
            self._missing.append(lost)
        return there

    def _lose(self, number: int, line: bytes, reason: str) -> None:
        """Note what a line that cannot be taken seems to have been."""
        lost = missing_record(number, line, reason, self._article_id)
        if lost.what == "article":
            self._articles_seen += 1
            if self._mend(number, line):
                lost = replace(lost, reason="mended")
        elif lost.what == "line":
            self._certain = False
        self._missing.append(lost)

    def _mend(self, number: int, line: bytes) -> bool:
        """Take what the damaged line of an article still tells; say whether there was enough."""
        self._text, self._article_id = None, ""
        record = mended_article(line)
        with suppress(RecordError):
            if record is not None:
                mended = json_bytes({**record, "annotations": []})[: -len(b"]}")]
                self._take_article(number, mended, record)
                self._certain = line.endswith(AFTER_TEXT)
        return self._text is not None

    def _add_made_of_quotes(self, orphans: list[tuple[Annotation, bytes]]) -> None:
        """Add an article for annotations whose own is lost: its text is what they quote of it."""
        text = patched_text([annotation for annotation, _ in orphans])
        made: dict[str, Json] = {"id": new_id(), "text": text, "annotations": []}
        self._file.begin_article(json_bytes(made)[: -len(b"]}")])
        for _, line in orphans:
            self._file.add_annotation(line)


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
