"""Reading REFI-QDA projects: NVivo's, ATLAS.ti's, MAXQDA's, QualCoder's and our own.

What positions count is found out by the names of selections, where these are their words, and by
where words end. Programs differ in UTF-16 and in whether CRLF is one; BOMs they do not count.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from pressmark.edits.frame import SetLabelSet
from pressmark.formats import along
from pressmark.formats.bundle import Bundle
from pressmark.formats.counting import CODE_POINTS, UTF_16, Counting
from pressmark.formats.foreign_sets import Object, take_foreign
from pressmark.formats.format import ReadRequest, ReadSet
from pressmark.formats.json_documents import Place
from pressmark.formats.refi.codebook import CodeLabels
from pressmark.formats.refi.frame import QdeFiles, project_name
from pressmark.formats.refi.guids import guid_of, id_of
from pressmark.formats.refi.known import Known
from pressmark.formats.refi.marks import Mark, annotations_of
from pressmark.formats.refi.qde_writing import BESIDE
from pressmark.formats.refi.relating import relations_of
from pressmark.formats.xml_reading import Element
from pressmark.model.json import Json

_DRAWN = (
    CODE_POINTS,
    UTF_16,
    Counting(crlf_is_one=True),
    Counting("UTF-16", crlf_is_one=True),
)
_TEXTS = ("Representation", "TextDescription")
_UNTAGGED = "highlight"
_NUMBER = re.compile(r"[0-9]{1,18}")
_ELSEWHERE = {
    *("PDFSelection", "PictureSelection", "AudioSelection", "VideoSelection"),
    *("TranscriptSelection", "Coding"),
}
"""What is coded otherwise than by a stretch of text."""


def claims_bundle(bundle: Bundle) -> bool:
    """Say whether there is a project at the root."""
    return project_name(bundle) is not None


def read_qde(request: ReadRequest) -> ReadSet:
    """Read a project, the labels of its annotations with what the codebook says of them."""
    project = _Project(request)
    counting = CODE_POINTS if project.known.is_own else None
    read = take_foreign(request, project.documents, counting, _DRAWN)
    new = [one.what for one in read.warnings if one.code == "new-label"]
    edits = (
        SetLabelSet(project.labels.described(edit.label_set, new))
        if isinstance(edit, SetLabelSet)
        else edit
        for edit in read.edits
    )
    return replace(read, edits=tuple(edits))


class _Project:
    """A project in the shape of Pressmark JSONL, source by source."""

    def __init__(self, request: ReadRequest) -> None:
        self._files = QdeFiles(request.bundle)
        self._frame = self._files.frame()
        self.known = Known(self._files.beside(BESIDE), request.project)
        self.labels = CodeLabels(
            self._frame.codes, request.project.label_set, request.labels, self.known.labels
        )

    def documents(self, left: Counter[str]) -> Iterator[tuple[Place, Object]]:
        """Yield the articles; `left` counts what is no coded stretch of text."""
        origins: set[str] = set()
        for source in self._files.sources():
            for one in [source, *source.all(*_TEXTS)]:
                left["not-text"] += sum(child.name in _ELSEWHERE for child in one.children)
                if one.name not in {"TextSource", *_TEXTS}:
                    continue
                text = self._files.text(one)
                if text is None:
                    left["no-article"] += len([*one.all("PlainTextSelection")])
                    continue
                document = self._document(one, source.get("name"), text, left)
                origins |= _keys(document)
                yield f"{self._files.where}, line {one.line}", document
            left["not-text"] += sum(
                child.name in _ELSEWHERE
                for transcript in source.all("Transcript")
                for child in transcript.children
            )
        links = self._frame.links.items()
        left["no-place"] += sum(len(those) for origin, those in links if origin not in origins)

    def _document(self, source: Element, name: str, text: str, left: Counter[str]) -> Object:
        key = id_of(source.get("guid")) or ""
        before, here = self.known.article(key, text)
        head = {**self._head(source, key, name), **before}
        marks = [
            mark for one in source.all("PlainTextSelection") for mark in self._marks(one, left)
        ]
        marks = list(_told_apart(marks))
        known = {one.key: self.known.annotation(one.key) or here.get(one.key, {}) for one in marks}
        annotations = list(annotations_of(marks, known, text))
        relations, entities = relations_of(self._frame, self.known, annotations, key)
        people = self._people(marks)
        return {
            **head,
            "text": text,
            "entities": [*along.objects(head.get("entities")), *entities],
            "annotators": [*along.objects(head.get("annotators")), *people],
            "annotations": [*annotations],
            "relations": [*relations],
        }

    def _head(self, source: Element, key: str, name: str) -> Object:
        values: dict[str, Any] = {}
        for one in source.all("VariableValue"):
            variables = (id_of(ref.get("targetGUID")) or "" for ref in one.all("VariableRef"))
            variable = self._frame.variables.get(next(variables, ""))
            value = "".join(child.text for child in one.children).strip()
            if variable and value:
                values[variable] = value
        is_ours = key == id_of(guid_of("article", name))
        title = source.text_of("Description") if is_ours else name
        own = name if is_ours else key
        said = {"id": own, "title": title or (None if own else "?")}
        return {**{key: held for key, held in said.items() if held}, **along.head(values)}

    def _marks(self, selection: Element, left: Counter[str]) -> Iterator[Mark]:
        codings: list[Element | None] = [*selection.all("Coding")]
        for number, coding in enumerate(codings or [None]):
            label: str | None = _UNTAGGED
            if coding is not None:
                ref = next(coding.all("CodeRef"), None)
                code = (id_of(ref.get("targetGUID")) if ref is not None else None) or ""
                label = self.labels.label(code)
                if label is None and code not in self._frame.cases:
                    raise self._files.refused(coding, "unknown-code")
            if label is None:
                left["no-place"] += 1  # coded as a case: that is no label
                continue
            yield self._mark(selection, coding, label, is_first=number == 0)

    def _mark(
        self, selection: Element, coding: Element | None, label: str, *, is_first: bool
    ) -> Mark:
        own = selection if is_first or coding is None else coding
        coding = selection if coding is None else coding
        user = id_of(coding.get("creatingUser") or selection.get("creatingUser")) or ""
        places = [selection.get(f"{name}Position").strip() for name in ("start", "end")]
        if not all(map(_NUMBER.fullmatch, places)):
            raise self._files.refused(selection, "shape")
        start, end = map(int, places)
        made = _utc(coding.get("creationDateTime") or selection.get("creationDateTime"))
        return Mark(
            key=id_of(own.get("guid")) or "",
            start=start,
            end=end,
            words=selection.get("name"),
            label=label,
            user=user,
            annotator=self.known.annotator_id(user, self._frame.users.get(user)),
            created=made,
            changed=max(_utc(selection.get("modifiedDateTime")), made),
            notes=tuple(self._notes(selection, coding)),
        )

    def _notes(self, *elements: Element) -> Iterator[tuple[str, str]]:
        """Yield the notes of a selection and its coding: their names and words."""
        for one in elements:
            yield "", one.text_of("Description")
            for ref in one.all("NoteRef"):
                note = self._frame.notes.get(id_of(ref.get("targetGUID")) or "")
                if note is not None:
                    yield note.name, note.text

    def _people(self, marks: list[Mark]) -> list[dict[str, Json]]:
        names = {
            one.annotator: self._frame.users[one.user]
            for one in marks
            if one.user in self._frame.users
        }
        return [{"id": key, "name": name} for key, name in names.items()]


def _keys(document: Object) -> set[str]:
    """Return the GUIDs, as ids, of a document's annotations."""
    ids = (str(one.get("id")) for one in along.objects(document["annotations"]))
    return {id_of(guid_of("annotation", one)) or "" for one in ids}


def _told_apart(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Yield marks, those without a GUID that another has had before."""
    seen: set[str] = set()
    for one in marks:
        yield replace(one, key="") if one.key in seen else one
        seen.add(one.key)


def _utc(time: str) -> str:
    """Return a time in UTC, to the second; "" where it is none."""
    try:
        found = datetime.fromisoformat(time.strip())
    except ValueError:
        return ""
    zoned = found if found.tzinfo is not None else found.replace(tzinfo=UTC)
    try:
        return zoned.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (OverflowError, ValueError):
        return ""
