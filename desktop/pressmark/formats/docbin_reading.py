"""Reading spaCy's DocBin: entities and groups of spans, with the ids that Pressmark put beside."""

import struct
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, chain
from pathlib import PurePosixPath
from typing import NamedTuple

from pressmark.errors import FormatError
from pressmark.formats.bundle import LARGEST_FILE, Bundle
from pressmark.formats.docbin import DocSpan
from pressmark.formats.foreign_sets import take_all
from pressmark.formats.format import ReadRequest, ReadSet
from pressmark.formats.json_documents import Place
from pressmark.formats.msgpack import MsgpackError, Packable, unpacked
from pressmark.formats.spacy_strings import ENT_IOB, ENT_TYPE, ORTH, SYMBOLS, number_of
from pressmark.model.json import Json

_SUFFIX = ".spacy"
_BEGINS, _INSIDE = 3, 1
_SPAN = struct.Struct(">QQQllll")
_EARLIER_SPAN = struct.Struct(">QQllll")
"""As spaCy 3.0 to 3.3 wrote them: spans had no ids."""
_PEEK = 1 << 12


class _Found(NamedTuple):
    """A span by its code points."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class _Columns:
    """The parts of a DocBin; `strings` are by their numbers."""

    attributes: list[int]
    tokens: "array[int]"
    spaces: bytes
    lengths: "array[int]"
    strings: Mapping[int, str]
    flags: list[Packable]
    groups: list[Packable]
    user_data: list[Packable]


def claims(name: str, data: bytes) -> bool:
    """Say whether this is a DocBin."""
    del name
    try:
        start = zlib.decompressobj().decompress(data[:_PEEK], _PEEK)
    except zlib.error:
        return False
    return b"version" in start[:16] and b"attrs" in start[:40]


def claims_bundle(bundle: Bundle) -> bool:
    """Say whether all files of a folder or zip are DocBins."""
    return bool(bundle.names) and all(name.endswith(_SUFFIX) for name in bundle.names)


def read_docs(request: ReadRequest) -> ReadSet:
    """Read one DocBin, or all of a folder or zip."""
    return take_all(request, _documents(request))


def _documents(request: ReadRequest) -> Iterator[tuple[Place, Json]]:
    bundle = request.bundle
    files = [request.name] if request.data or bundle is None else bundle.names
    for name in files:
        data = request.whole if request.data or bundle is None else bundle.read(name)
        stem = PurePosixPath(name).name.removesuffix(_SUFFIX)
        try:
            columns = _columns(data)
            for number, (text, spans, beside) in enumerate(_docs(columns), start=1):
                place = f"{stem} {number}"
                yield place, _document(place, text, spans, beside)
        except (MsgpackError, struct.error, KeyError, TypeError, ValueError) as error:
            raise FormatError("bad-line", where=name, reason="shape") from error


def _columns(data: bytes) -> _Columns:
    packer = zlib.decompressobj()
    try:
        whole = packer.decompress(data, LARGEST_FILE)
    except zlib.error as error:
        raise MsgpackError("not zipped") from error
    if packer.unconsumed_tail:
        raise FormatError("too-large-unpacked", limit=LARGEST_FILE)
    if not packer.eof:
        raise MsgpackError("ends early")
    parts = _dict(unpacked(whole))
    lengths = _numbers("i", parts["lengths"])
    count = len(lengths)
    strings = [one for one in _list(parts["strings"]) if isinstance(one, str)]
    columns = _Columns(
        [int(one) for one in _list(parts["attrs"]) if isinstance(one, int)],
        _numbers("Q", parts["tokens"]),
        _bytes(parts["spaces"]),
        lengths,
        {at: name for name, at in SYMBOLS.items()} | {number_of(one): one for one in strings},
        _list(parts.get("flags", [{}] * count)),
        _list(parts.get("span_groups", [b""] * count)),
        _list(parts.get("user_data", [None] * count)),
    )
    total = sum(lengths)
    if len(columns.tokens) != total * len(columns.attributes) or len(columns.spaces) != total:
        raise MsgpackError("lengths")
    return columns


def _docs(columns: _Columns) -> Iterator[tuple[str, list[tuple[_Found, str]], dict[str, Packable]]]:
    """Yield each document's text, its spans with their ids, and what Pressmark put beside."""
    width = len(columns.attributes)
    starts = accumulate(columns.lengths, initial=0)
    for number, (start, length) in enumerate(zip(starts, columns.lengths, strict=False)):
        rows = columns.tokens[start * width : (start + length) * width]
        words = [columns.strings[at] for at in rows[columns.attributes.index(ORTH) :: width]]
        spaces = columns.spaces[start : start + length]
        if _dict(columns.flags[number]).get("has_unknown_spaces"):
            spaces = b"\1" * length
        pieces = [word + " " * space for word, space in zip(words, spaces, strict=True)]
        edges = list(accumulate(map(len, pieces), initial=0))
        spans = [
            *_entities(columns, rows),
            *_grouped(columns, _bytes(columns.groups[number] or b"")),
        ]
        found = [
            (
                _Found(edges[one.start], edges[one.end - 1] + len(words[one.end - 1]), one.label),
                one.id,
            )
            for one in spans
            if 0 <= one.start < one.end <= length
        ]
        yield "".join(pieces), found, _beside(columns.user_data[number])


def _entities(columns: _Columns, rows: "array[int]") -> Iterator[DocSpan]:
    """Yield the entities that the tags of tokens mean."""
    width = len(columns.attributes)
    if not {ENT_IOB, ENT_TYPE} <= set(columns.attributes):
        return
    letters = rows[columns.attributes.index(ENT_IOB) :: width]
    labels = rows[columns.attributes.index(ENT_TYPE) :: width]
    start = -1
    for at, letter in enumerate(chain(letters, [0])):
        if start >= 0 and letter != _INSIDE:
            yield DocSpan(start, at, 0, 0, columns.strings[labels[start]])
            start = -1
        if letter == _BEGINS and labels[at]:
            start = at


def _grouped(columns: _Columns, data: bytes) -> Iterator[DocSpan]:
    """Yield the spans of all groups; documents of spaCy 3.0 have them in a list."""
    groups = unpacked(data) if data else {}
    for group in groups if isinstance(groups, dict | list) else ():
        for packed_span in _list(_dict(unpacked(_bytes(group)))["spans"]):
            one = _bytes(packed_span)
            if len(one) == _SPAN.size:
                own, _, label, start, end, *_ = _SPAN.unpack(one)
            else:
                own, (_, label, start, end, *_) = 0, _EARLIER_SPAN.unpack(one)
            yield DocSpan(start, end, 0, 0, columns.strings[label], columns.strings.get(own, ""))


def _beside(data: Packable) -> dict[str, Packable]:
    """Return the user data by its names; spaCy's own keys are no names."""
    found = unpacked(data) if isinstance(data, bytes) else None
    if not isinstance(found, dict):
        return {}
    return {name: held for name, held in found.items() if isinstance(name, str)}


def _document(
    name: str, text: str, spans: list[tuple[_Found, str]], beside: dict[str, Packable]
) -> Json:
    own = beside.get("id")
    known = _known(beside.get("annotations"))
    fragments: dict[tuple[str, str], list[Json]] = {}
    for number, (span, given) in enumerate(sorted(set(spans))):
        told = known.get(span)
        key = given or (told.pop() if told else f" {number}")
        fragments.setdefault((key, span.label), []).append([span.start, span.end])
    title = beside.get("title")
    return {
        "id": own if isinstance(own, str) else None,
        "title": title if isinstance(title, str) else None if isinstance(own, str) else name,
        "text": text,
        "annotations": [
            {
                "id": None if key[0] == " " else key,
                "label": label,
                "fragments": pairs,
            }
            for (key, label), pairs in fragments.items()
        ],
    }


def _known(annotations: Packable) -> dict[_Found, list[str]]:
    """Return the ids of spans: several where annotations are alike."""
    known: dict[_Found, list[str]] = defaultdict(list)
    for one in annotations if isinstance(annotations, list) else ():
        match one:
            case [str(own), str(label), int(start), int(end)]:
                known[_Found(start, end, label)].insert(0, own)
            case _:
                continue
    return known


def _numbers(form: str, value: Packable) -> "array[int]":
    numbers: array[int] = array(form, _bytes(value))
    if struct.pack("=H", 1) != struct.pack("<H", 1):
        numbers.byteswap()
    return numbers


def _bytes(value: Packable) -> bytes:
    if not isinstance(value, bytes):
        raise MsgpackError("bytes are wanted")
    return value


def _list(value: Packable) -> list[Packable]:
    if not isinstance(value, list):
        raise MsgpackError("a list is wanted")
    return value


def _dict(value: Packable) -> dict[Packable, Packable]:
    if not isinstance(value, dict):
        raise MsgpackError("a map is wanted")
    return value
