"""Reading W3C Web Annotations: pages, collections or annotations, with the texts beside them.

A target says where its text is (`source`), and where in it by position, by quote, or both. One
that names no text that is there belongs to the text that has its words.
"""

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

from pressmark.errors import FormatError, RecordError
from pressmark.formats import along
from pressmark.formats.bundle import Bundle
from pressmark.formats.foreign_sets import Object, take_foreign
from pressmark.formats.format import ReadRequest, ReadSet
from pressmark.formats.json_documents import Place
from pressmark.model.json import Json
from pressmark.store.strict_json import read_json

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
ANNOTATION, RELATION = "urn:x-pressmark:annotation:", "urn:x-pressmark:relation:"
ANNOTATOR, ENTITY = "urn:x-pressmark:annotator:", "urn:x-pressmark:entity:"
_ENDINGS = (".jsonld", ".json")
_PEEK = 1 << 16
_UNTAGGED = "highlight"
_TAGGING = ("tagging", "classifying", "identifying", "highlighting")


def claims(name: str, data: bytes) -> bool:
    """Say whether this is JSON that names the context of Web Annotations."""
    del name
    start = data[:_PEEK].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith((b"{", b"[")) and b"ns/anno.jsonld" in start


def claims_bundle(bundle: Bundle) -> bool:
    """Say whether a folder or zip has Web Annotations, to judge by the first, and texts only."""
    pages = [name for name in bundle.names if name.endswith(_ENDINGS)]
    others = [name for name in bundle.names if not name.endswith((*_ENDINGS, ".txt"))]
    return bool(pages) and not others and claims(pages[0], bundle.long(pages[0]).beginning)


def read_w3c(request: ReadRequest) -> ReadSet:
    """Read a file with the texts beside it, or all of a folder or zip."""

    def documents(left: Counter[str]) -> Iterator[tuple[Place, Object]]:
        bundle = request.bundle
        if request.data or bundle is None:
            shelf = _Shelf(bundle, request)
            yield from _documents(request.name, request.whole, shelf, left)
            return
        shelf = _Shelf(bundle, request)
        for name in bundle.names:
            if name.endswith(_ENDINGS):
                yield from _documents(name, bundle.read(name), shelf, left)

    return take_foreign(request, documents)


@dataclass(slots=True)
class _Sheet:
    """What is said of one text."""

    text: str
    head: dict[str, Json]
    annotations: list[Json] = field(default_factory=list)
    relations: list[Json] = field(default_factory=list)


class _Shelf:
    """The texts that annotations may be about: files beside them, then articles of the project."""

    def __init__(self, bundle: Bundle | None, request: ReadRequest) -> None:
        self._bundle = bundle
        self._request = request

    def named(self, source: str, page: str) -> tuple[str, str] | None:
        """Return the name and the text of the file that a source means, seen from a page."""
        try:
            path = unquote(urlsplit(source).path)
        except ValueError:
            return None
        for name in (posixpath.normpath(posixpath.join(posixpath.dirname(page), path)), path):
            try:
                if self._bundle is not None and name:
                    return name, self._bundle.read(name).decode()
            except (KeyError, UnicodeDecodeError):
                continue
        return None

    def with_words(self, words: list[str]) -> tuple[str, str, dict[str, Json]] | None:
        """Return the only text that has all these words: its name, itself and its head."""
        found: list[tuple[str, str, dict[str, Json]]] = []
        for name in self._bundle.names if self._bundle is not None else ():
            if name.endswith(".txt") and (file := self.named(name, "")) is not None:
                found += [(*file, {})] if all(word in file[1] for word in words) else []
        if not found and words:
            for shelved in self._request.project.current():
                text = shelved.open().text
                if all(word in text for word in words):
                    found.append((shelved.head.id, text, {"id": shelved.head.id}))
        return found[0] if len(found) == 1 else None


def _documents(
    page: str, data: bytes, shelf: _Shelf, left: Counter[str]
) -> Iterator[tuple[Place, Object]]:
    items, sent = _items(page, data)
    sheets: dict[str, _Sheet] = {}
    links: list[dict[str, Any]] = []
    unplaced: list[dict[str, Any]] = []
    for item in items:
        if item.get("motivation") == "linking" and _ids(item.get("target")):
            links.append(item)
            continue
        sources = {_source(target) for target in _list(item.get("target"))}
        file = shelf.named(sources.pop() or "", page) if len(sources) == 1 else None
        if file is None:
            unplaced.append(item)
            continue
        name, text = file
        sheet = sheets.setdefault(name, _Sheet(text, {"title": _stem(name)}))
        _put(item, sheet, left)
    if unplaced:
        _find_place(unplaced, sheets, shelf, left)
    if not sheets and sent and (file := shelf.named(f"{_stem(page)}.txt", page)) is not None:
        sheets[file[0]] = _Sheet(file[1], {})
    for number, (name, sheet) in enumerate(sheets.items()):
        head = sent if sent and not number else sheet.head
        relations: list[Json] = [_relation(link) for link in links] if not number else []
        yield (
            f"{page} {name}",
            {**head, "text": sheet.text, "annotations": sheet.annotations, "relations": relations},
        )


def _items(page: str, data: bytes) -> tuple[list[dict[str, Any]], dict[str, Json]]:
    """Return the annotations of a file, and what was sent along with it."""
    try:
        whole = read_json(data.removeprefix(b"\xef\xbb\xbf"))
    except RecordError as error:
        raise FormatError("bad-line", **{**error.facts, "where": page}) from error
    if isinstance(whole, dict) and isinstance(first := whole.get("first"), dict):
        whole = first
    if isinstance(whole, dict):
        listed = whole.get("items", whole.get("@graph", [whole]))
        return along.objects(listed), along.sent(whole)
    return along.objects(whole), {}


def _find_place(
    items: list[dict[str, Any]], sheets: dict[str, _Sheet], shelf: _Shelf, left: Counter[str]
) -> None:
    """Put annotations that name no text to the one that has the words of all of them."""
    words = [
        word for item in items for target in _list(item.get("target")) if (word := _exact(target))
    ]
    found = shelf.with_words(words)
    if found is None:
        left["no-article"] += len(items)
        return
    name, text, head = found
    sheet = sheets.setdefault(name, _Sheet(text, head or {"title": _stem(name)}))
    for item in items:
        _put(item, sheet, left)


def _put(item: dict[str, Any], sheet: _Sheet, left: Counter[str]) -> None:
    """Put an annotation on a sheet, unless it tags no stretch of text."""
    fragments, words = [], []
    for target in _list(item.get("target")):
        place = _place(target, sheet.text)
        if place is not None:
            fragments.append([*place[:2]])
            words.append(place[2])
    if not fragments:
        left["not-text"] += 1
        return
    sheet.annotations.append(_annotation(item, fragments, words))


def _annotation(
    item: Mapping[str, Any], fragments: list[list[int]], words: list[str | None]
) -> dict[str, Json]:
    label, note, attributes = _bodies(item)
    own = item.get("id", item.get("@id"))
    said: dict[str, Json] = {
        "id": _cut(own, ANNOTATION),
        "label": label,
        "note": note,
        "fragments": [list(one) for one in fragments],
        "text": list(words),
        "created": item.get("created"),
        "changed": item.get("modified", item.get("created")),
    }
    kept = {key: held for key, held in said.items() if held is not None or key == "note"}
    return {**along.sent(item), **kept, **({"attributes": attributes} if attributes else {})}


def _bodies(item: Mapping[str, Any]) -> tuple[str, str | None, dict[str, Json]]:
    """Return the label, the note and the attributes that the bodies of an annotation say."""
    labels, notes = [], []
    attributes: dict[str, Json] = {}
    for body in [*_list(item.get("body")), *_list(item.get("bodyValue"))]:
        purpose = body.get("purpose") if isinstance(body, dict) else None
        purpose = purpose or item.get("motivation") or "tagging"
        value = body.get("value", body.get("source")) if isinstance(body, dict) else body
        if not isinstance(value, str):
            continue
        if purpose == "describing" and body.get("format") == "application/json":
            attributes = _json_object(value)
        elif purpose in _TAGGING:
            labels.append(value)
        else:
            notes.append(value)
    return next(iter(labels), _UNTAGGED), "\n".join(notes) or None, attributes


def _json_object(value: str) -> dict[str, Json]:
    try:
        found = read_json(value.encode())
    except (RecordError, UnicodeEncodeError):
        return {}
    return found if isinstance(found, dict) else {}


def _relation(item: Mapping[str, Any]) -> dict[str, Json]:
    (start, *_) = _ids(item.get("target"))
    kind, end = "related", ""
    for body in _list(item.get("body")):
        if isinstance(body, dict) and body.get("purpose") == "tagging":
            kind = str(body.get("value"))
        else:
            end = str(body.get("source", body.get("id"))) if isinstance(body, dict) else str(body)
    prefix, key = (ENTITY, "entity") if end.startswith(ENTITY) else (ANNOTATION, "to")
    own = {"id": _cut(item.get("id"), RELATION), "from": _cut(start, ANNOTATION), "type": kind}
    return {**along.sent(item), **own, key: _cut(end, prefix)}


def _place(target: object, text: str) -> tuple[int, int, str | None] | None:
    """Return where a target is, as it says, and its words; by its words where it says no place."""
    start = end = None
    exact, prefix, suffix = None, "", ""
    for one in _list(target.get("selector")) if isinstance(target, dict) else ():
        if isinstance(one, dict) and isinstance(one.get("exact"), str):
            exact = one["exact"]
            prefix, suffix = str(one.get("prefix") or ""), str(one.get("suffix") or "")
        elif isinstance(one, dict) and isinstance(one.get("start"), int):
            start, end = one["start"], one.get("end")
    if start is None or not isinstance(end, int):
        if exact is None:
            return None
        at = text.find(prefix + exact + suffix)
        start = at + len(prefix) if at >= 0 else max(0, text.find(exact))
        end = start + len(exact)
    return start, end, exact


def _exact(target: object) -> str | None:
    if not isinstance(target, dict):
        return None
    selectors = (one for one in _list(target.get("selector")) if isinstance(one, dict))
    return next((one["exact"] for one in selectors if isinstance(one.get("exact"), str)), None)


def _source(target: object) -> str | None:
    if isinstance(target, str):
        return target
    source = target.get("source", target.get("id")) if isinstance(target, dict) else None
    named = source.get("id") if isinstance(source, dict) else source
    return named if isinstance(named, str) else None


def _ids(target: object) -> list[str]:
    """Return the annotations that a target names, if it names nothing else."""
    names = [_source(one) or "" for one in _list(target)]
    return names if names and all(name.startswith(ANNOTATION) for name in names) else []


def _cut(name: object, prefix: str) -> str | None:
    return name.removeprefix(prefix) if isinstance(name, str) else None


def _stem(name: str) -> str:
    return posixpath.splitext(posixpath.basename(name))[0]


def _list(value: Any) -> list[Any]:  # noqa: ANN401 -- JSON-LD may leave the brackets out
    return value if isinstance(value, list) else [] if value is None else [value]
