"""Reading brat standoff: each .ann with its .txt, and with the file of the rest if it is there."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from pressmark.errors import FormatError
from pressmark.formats.brat_lines import BREAKS, BesideBrat, brat_name, coded
from pressmark.formats.bundle import Bundle
from pressmark.formats.foreign_sets import Object, take_foreign
from pressmark.formats.format import ReadRequest, ReadSet
from pressmark.formats.json_documents import Place, named_documents

_ANN, _TXT = ".ann", ".txt"
_LINE = re.compile(f"[{''.join(BREAKS)}]")
_TEXT_BOUND = re.compile(r"(\S+) (\d+ \d+(?:;\d+ \d+)*)")
_ANY_LINE = re.compile(rb"(?:[TRAMEN]\d+|\*|#\d*)\t")
_NOTES = "AnnotatorNotes"


def claims_bundle(bundle: Bundle) -> bool:
    """Say whether there is an .ann, and each has its .txt."""
    names = set(bundle.names)
    stems = [name.removesuffix(_ANN) for name in names if name.endswith(_ANN)]
    return bool(stems) and all(f"{stem}{_TXT}" in names for stem in stems)


def claims(name: str, data: bytes) -> bool:
    """Say whether this is a file of annotations, whose text should stand beside it."""
    return name.endswith(_ANN) and _ANY_LINE.match(data.removeprefix(b"\xef\xbb\xbf")) is not None


def read_brat(request: ReadRequest) -> ReadSet:
    """Read all articles of a folder or zip, or one; FormatError `bad-line` names file and line."""
    bundle = request.bundle
    if bundle is None or not any(name.endswith(_ANN) for name in bundle.names):
        raise FormatError("needs-files", format="brat")
    beside = _beside(bundle)

    def documents(left: Counter[str]) -> Iterator[tuple[Place, Object]]:
        for name in bundle.names:
            if name.endswith(_ANN):
                stem = name.removesuffix(_ANN)
                text = _decoded(bundle, f"{stem}{_TXT}")
                ann = _Annotations(name, _decoded(bundle, name), left)
                yield name, ann.document(stem, text, beside.get(stem, {}))

    return take_foreign(request, documents)


def _beside(bundle: Bundle) -> dict[str, dict[str, Any]]:
    """Return what the file of the rest says, by the names of files."""
    try:
        file = bundle.long(BesideBrat.FILE)
    except KeyError:
        return {}
    lines = (line for _, line in named_documents(BesideBrat.FILE, file))
    return {str(line.get("file")): line for line in lines if isinstance(line, dict)}


def _decoded(bundle: Bundle, name: str) -> str:
    try:
        return bundle.read(name).decode()
    except KeyError as error:
        raise FormatError("needs-files", format="brat") from error
    except UnicodeDecodeError as error:
        raise FormatError("bad-line", where=name, reason="encoding") from error


class _Annotations:
    """The lines of an .ann file, taken apart by their kinds; `left` counts those passed over."""

    def __init__(self, name: str, data: str, left: Counter[str]) -> None:
        self._name = name
        self.spans: dict[str, dict[str, Any]] = {}
        self.relations: dict[str, dict[str, Any]] = {}
        self.attributes: dict[str, dict[str, list[str]]] = {}
        self.notes: dict[str, str] = {}
        self._triggers: dict[str, str] = {}
        for number, line in enumerate(_LINE.split(data), start=1):
            if not line.strip():
                continue
            key, _, rest = line.partition("\t")
            head, _, tail = rest.partition("\t")
            try:
                self._take(key, head, tail, left)
            except ValueError as error:
                raise FormatError("bad-line", where=name, line=number, reason="shape") from error
        self._resolve_events()

    def _take(self, key: str, head: str, tail: str, left: Counter[str]) -> None:
        match key[:1]:
            case "T":
                self.spans[key] = _span(head, tail)
            case "R":
                self.relations[key] = _relation(head)
            case "*":
                kind, first, *others = head.split()
                for other in others:
                    self.relations[f"* {first} {other}"] = _joined(kind, first, other)
            case "E":
                self._event(key, head)
            case "A" | "M":
                name, target, *values = head.split(maxsplit=2)
                self.attributes.setdefault(target, {}).setdefault(name, []).append(
                    values[0] if values else ""
                )
            case "#":
                kind, target = head.split(maxsplit=1)
                if kind == _NOTES:
                    before = self.notes.get(target)
                    self.notes[target] = f"{before}\n{tail}" if before else tail
            case "N":
                left["normalisation"] += 1
            case _:
                raise ValueError(key)

    def _event(self, key: str, head: str) -> None:
        (_, trigger), *roles = (part.rsplit(":", 1) for part in head.split())
        self._triggers[key] = trigger
        for number, (role, target) in enumerate(roles):
            self.relations[f"{key} {number}"] = _joined(role, key, target)

    def _resolve_events(self) -> None:
        """Let what joins events join their triggers, which bear what is said of the events."""
        for one in self.relations.values():
            for end in ("from", "to"):
                one[end] = self._triggers.get(one[end], one[end])
        for key, trigger in self._triggers.items():
            for name, values in self.attributes.pop(key, {}).items():
                self.attributes.setdefault(trigger, {}).setdefault(name, []).extend(values)
            if key in self.notes:
                self.notes.setdefault(trigger, self.notes.pop(key))

    def document(self, stem: str, text: str, beside: dict[str, Any]) -> Object:
        """Return the document, with what stands beside it in its place."""
        known = _dict(beside.get("annotations"))
        annotations = [
            self._annotation(key, span, text, _dict(known.get(key)))
            for key, span in self.spans.items()
        ]
        ids = {key: one["id"] for key, one in zip(self.spans, annotations, strict=True)}
        told = _dict(beside.get("relations"))
        relations = []
        for key, one in self.relations.items():
            before = _dict(told.get(key))
            ends = {end: ids.get(one[end], one[end]) for end in ("from", "to")}
            kind = before.get("type")
            same = isinstance(kind, str) and brat_name(kind) == one["type"]
            relations.append({**before, **ends, "type": kind if same else one["type"]})
        others = beside.get("others")
        relations += [
            one
            for one in (others if isinstance(others, list) else ())
            if isinstance(one, dict) and one.get("from") in ids.values()
        ]
        head = _dict(beside.get("article")) or {"title": stem}
        return {**head, "text": text, "annotations": annotations, "relations": relations}

    def _annotation(
        self, key: str, span: dict[str, Any], text: str, before: dict[str, Any]
    ) -> dict[str, Any]:
        label, pieces, words = span["label"], span["pieces"], span["words"]
        kept = {name: held for name, held in before.items() if name not in {"pieces", "attributes"}}
        if before.get("pieces") == pieces and _are_pairs(kept.get("fragments")):
            words = [text[start:end] for start, end in kept["fragments"]]
        else:
            kept["fragments"] = pieces
        named = kept.get("label")
        return {
            "id": key,
            **kept,
            "label": named if isinstance(named, str) and brat_name(named) == label else label,
            "text": words,
            "note": self._note(key, kept.get("note")),
            "attributes": self._values(key, _dict(before.get("attributes"))),
        }

    def _note(self, key: str, before: object) -> str | None:
        """Return a note; the one from beside, which may have more lines, if it is the same."""
        note = self.notes.get(key)
        if note is not None and isinstance(before, str) and note.split() == before.split():
            return before
        return note

    def _values(self, key: str, before: dict[str, Any]) -> dict[str, Any]:
        """Return attributes: from here what brat shows, the others as they were."""
        values = {name: held for name, held in before.items() if not coded(held)}
        names = {brat_name(name): name for name in before}
        for shown, words in self.attributes.get(key, {}).items():
            name = names.get(shown, shown)
            if words == [""]:
                values[name] = True
            elif len(words) > 1 or isinstance(before.get(name), list):
                values[name] = words
            else:
                values[name] = words[0]
        return values


def _span(head: str, words: str) -> dict[str, Any]:
    found = _TEXT_BOUND.fullmatch(head)
    if found is None:
        raise ValueError(head)
    pieces = [[int(one) for one in pair.split()] for pair in found[2].split(";")]
    return {"label": found[1], "pieces": pieces, "words": _split(words, pieces)}


def _split(words: str, pieces: list[list[int]]) -> list[str] | None:
    """Return the words of each piece: they are joined by one space each."""
    if len(words) != sum(end - start for start, end in pieces) + len(pieces) - 1:
        return [words] if len(pieces) == 1 else None
    split, at = [], 0
    for start, end in pieces:
        split.append(words[at : at + end - start])
        at += end - start + 1
    return split


def _relation(head: str) -> dict[str, Any]:
    kind, first, second = head.split()
    return _joined(kind, first.partition(":")[2], second.partition(":")[2])


def _joined(kind: str, first: str, second: str) -> dict[str, Any]:
    return {"type": kind, "from": first, "to": second}


def _are_pairs(value: object) -> bool:
    """Say whether this is a list of pairs of whole numbers."""
    pairs = value if isinstance(value, list) else [None]
    return all(isinstance(one, list) and [*map(type, one)] == [int, int] for one in pairs)


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
