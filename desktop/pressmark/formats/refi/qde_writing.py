"""A selection as a REFI-QDA project: project.qde, a text for each article, and what has no place.

Every fragment is a selection of its own with one coding. Notes and attributes are notes there, an
article's source and date variables, entities cases, relations links. Positions: end-exclusive,
code points or UTF-16 units. Source: REFI-QDA 1.5, Project.xsd.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar

from pressmark.formats import along
from pressmark.formats.article_lines import article_lines
from pressmark.formats.format import Piece
from pressmark.formats.refi.codebook import code_elements
from pressmark.formats.refi.guids import guid_of, made_guid, piece_guid
from pressmark.formats.selection import Selection
from pressmark.formats.xml_writing import DECLARATION, around, element, opened, told
from pressmark.model.attribute import anchors
from pressmark.model.offset_map import OffsetMap
from pressmark.store.records import to_json
from pressmark.store.strict_json import json_bytes

NAMESPACE = "urn:QDA-XML:project:1.0"
ATTRIBUTES = "Attributes"
"""How the notes are called that say an annotation's attributes."""
VARIABLES = ("byline", "source", "published", "url", "language")
BESIDE = "pressmark.jsonl"
"""What REFI-QDA has no place for, an article a line; others pass it over."""
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_LONGEST_NAME = 100
_LINK_NOTE = "note of relation"
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Flavour:
    """What programs differ in: the texts' folder, a BOM before them, units, a file beside."""

    STANDARD: ClassVar["Flavour"]
    NVIVO: ClassVar["Flavour"]

    folder: str = "sources"
    mark: str = ""
    utf_16: bool = False
    beside: bool = True


Flavour.STANDARD = Flavour()
Flavour.NVIVO = Flavour("Sources", _BOM, utf_16=True, beside=False)


def qde_pieces(selection: Selection, flavour: Flavour) -> Iterator[Piece]:
    """Yield the files of the project."""
    for part in _project(selection, flavour):
        yield Piece("project.qde", part.encode())
    for article in selection.opened():
        mark = _BOM if article.text.startswith(_BOM) else flavour.mark
        name = f"{flavour.folder}/{guid_of('article', article.head.id)}.txt"
        yield Piece(name, (mark + article.text).encode())
    for _, line in article_lines(selection) if flavour.beside else ():
        yield Piece(BESIDE, json_bytes(_beside(line)) + b"\n")


@dataclass(slots=True)
class _Used:
    """What annotations and articles mention, to be declared before them, and whether some note."""

    noted: bool = False
    annotators: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)
    variables: set[str] = field(default_factory=set)
    selections: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, selection: Selection) -> "_Used":
        used = cls()
        for article in selection.opened():
            head = to_json(article.head)
            used.variables.update(name for name in VARIABLES if head.get(name))
            for one in article.annotations:
                used.annotators.add(one.annotator)
                used.labels.add(one.label)
                used.noted |= bool(one.note or one.attributes)
                found = (anchor for value in one.attributes.values() for anchor in anchors(value))
                for entity in sorted({entity for anchor in found for entity in anchor.entities}):
                    used.selections[entity].append(guid_of("annotation", one.id))
        for relation in selection.relations():
            used.noted |= relation.note is not None
            if relation.entity is not None:
                used.selections[relation.entity].extend(())
        return used


def _project(selection: Selection, flavour: Flavour) -> Iterator[str]:
    used, project = _Used.of(selection), selection.project
    entities = {key: one.name for key, one in project.entities.items()}
    yield DECLARATION
    head = {"xmlns": NAMESPACE, "name": "Pressmark", "origin": "Pressmark"}
    yield opened("Project", head) + "\n"
    names = {key: one.name for key, one in selection.annotators_by_id().items()}
    yield from around("Users", (_user(one, names) for one in sorted(used.annotators)))
    codes = list(code_elements(project.label_set, used.labels))
    yield from around("CodeBook", ["".join(around("Codes", codes))] if codes else ())
    yield from around("Variables", (_variable(one) for one in VARIABLES if one in used.variables))
    yield from around("Cases", (_case(key, entities, used) for key in sorted(used.selections)))
    lines = (line for _, line in article_lines(selection))
    yield from around("Sources", (_source(line, flavour) for line in lines))
    yield from around("Notes", _notes(selection, entities) if used.noted else ())
    yield from around("Links", _links(selection))
    yield "</Project>\n"


def _user(annotator: str, names: dict[str, str]) -> str:
    name = names.get(annotator) or annotator or "?"
    return element("User", {"guid": guid_of("annotator", annotator), "name": name})


def _variable(name: str) -> str:
    attributes = {"guid": guid_of("variable", name), "name": name, "typeOfVariable": "Text"}
    return element("Variable", attributes)


def _case(entity: str, names: dict[str, str], used: _Used) -> str:
    attributes = {"guid": guid_of("entity", entity), "name": names.get(entity) or entity}
    mentions = (element("SelectionRef", {"targetGUID": one}) for one in used.selections[entity])
    return element("Case", attributes, *mentions)


def _source(line: dict[str, Any], flavour: Flavour) -> str:
    guid = guid_of("article", line["id"])
    attributes = {
        "guid": guid,
        "name": line["id"],
        "plainTextPath": f"internal://{guid}.txt",
        "creationDateTime": _time(line.get("added")),
    }
    offsets = OffsetMap(line["text"]) if flavour.utf_16 else None
    selections = (
        _selection(one, number, offsets)
        for one in line["annotations"]
        for number in range(len(one["fragments"]))
    )
    values = (
        element(
            "VariableValue",
            {},
            element("VariableRef", {"targetGUID": guid_of("variable", name)}),
            told("TextValue", line[name]),
        )
        for name in VARIABLES
        if line.get(name)
    )
    title = told("Description", line.get("title"))
    return element("TextSource", attributes, title, "\n", *selections, *values)


def _selection(one: dict[str, Any], number: int, offsets: OffsetMap | None) -> str:
    places = one["fragments"][number]
    start, end = map(offsets.outside, places) if offsets else places
    user, made = guid_of("annotator", one["annotator"]), _time(one.get("created"))
    attributes = {
        "guid": piece_guid(one["id"], number),
        "name": _name(one["text"][number]),
        "startPosition": str(start),
        "endPosition": str(end),
        "creatingUser": user,
        "creationDateTime": made,
        "modifyingUser": user,
        "modifiedDateTime": _time(one.get("changed")),
    }
    coding = {
        "guid": made_guid("coding", str(number), one["id"]),
        "creatingUser": user,
        "creationDateTime": made,
    }
    label = element("CodeRef", {"targetGUID": guid_of("label", one["label"])})
    inside = [element("Coding", coding, label)]
    if number == 0:
        inside.insert(0, told("Description", one.get("note")))
        kinds = [kind for kind in ("note", "attributes") if one.get(kind)]
        inside += [element("NoteRef", {"targetGUID": made_guid(k, one["id"])}) for k in kinds]
    return element("PlainTextSelection", attributes, *inside) + "\n"


def _notes(selection: Selection, entities: dict[str, str]) -> Iterator[str]:
    for _, line in article_lines(selection):
        for one in line["annotations"]:
            if one.get("note"):
                yield _note("note", _name(one["text"][0]), one, one["note"])
            if one.get("attributes"):
                yield _note("attributes", ATTRIBUTES, one, _told(one["attributes"], entities))
        for one in line["relations"]:
            if one.get("note"):
                yield _note(_LINK_NOTE, one["type"], one, one["note"])


def _note(kind: str, name: str, one: dict[str, Any], text: str) -> str:
    attributes = {
        "guid": made_guid(kind, one["id"]),
        "name": name,
        "creationDateTime": _time(one.get("created")),
    }
    if kind != _LINK_NOTE:  # whose annotator may be no user
        attributes["creatingUser"] = guid_of("annotator", one["annotator"])
    return element("Note", attributes, told("PlainTextContent", text))


def _told(attributes: dict[str, Any], entities: dict[str, str]) -> str:
    """Return attributes in words, a line each."""
    lines = (f"{name}: {_words(value, entities)}" for name, value in attributes.items())
    return "\n".join(lines)


def _words(value: Any, entities: dict[str, str]) -> str:  # noqa: ANN401 -- any attribute's value
    if isinstance(value, list):
        return "; ".join(_words(one, entities) for one in value)
    if isinstance(value, dict):
        named = [entities.get(one, one) for one in value.get("entities") or ()]
        told = [value.get("text"), f"({', '.join(named)})" if named else None]
        return " ".join(filter(None, told))
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _links(selection: Selection) -> Iterator[str]:
    kinds = {one.id: one for one in selection.project.label_set.relations}
    for one in sorted(selection.relations(), key=lambda one: one.id):
        symmetric = one.type in kinds and kinds[one.type].symmetric
        end = guid_of("annotation", one.to) if one.to else guid_of("entity", one.entity or "")
        attributes = {
            "guid": guid_of("relation", one.id),
            "name": one.type,
            "direction": "Associative" if symmetric else "OneWay",
            "originGUID": guid_of("annotation", one.from_),
            "targetGUID": end,
        }
        note = element("NoteRef", {"targetGUID": made_guid(_LINK_NOTE, one.id)})
        yield element("Link", attributes, *([note] if one.note else ()))


def _beside(line: dict[str, Any]) -> dict[str, Any]:
    kept = [along.of_annotation(one) for one in line["annotations"]]
    for one in kept:
        del one["text"]
    return {key: held for key, held in line.items() if key != "text"} | {"annotations": kept}


def _name(quote: str) -> str:
    return quote if len(quote) <= _LONGEST_NAME else quote[: _LONGEST_NAME - 1] + "…"


def _time(time: str | None) -> str | None:
    return time if time and _DATE_TIME.fullmatch(time) else None
