"""The records of a broken project file that is not laid out by line, each as such a line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from pressmark.errors import RecordError
from pressmark.model.json import Json
from pressmark.store.brackets import BROKEN, OPENING, brackets, key_before
from pressmark.store.first_line import AFTER_TEXT, BEFORE_TEXT
from pressmark.store.mending import read_members
from pressmark.store.strict_json import json_bytes, read_json

_LISTED = {"annotations", "articles", "entities", "relations", "judgements"}
_LARGEST = 1 << 24
"""How many bytes an annotation has at most."""
_RELATION = re.compile(rb'"from"\s*+:\s*+"')
_COMMA = re.compile(rb"\s*+,?")


class Piece(NamedTuple):
    """A record, or what seems to have been one, as a line of the layout.

    `line` is where it begins in the file, from 1; `is_mended`: parts of it could not be read. An
    empty record says that the document ends early.
    """

    line: int
    record: bytes
    is_mended: bool = False


@dataclass(slots=True)
class _Open:
    """A list or object that has begun, and the annotations in it, however deep."""

    at: int
    line: int
    annotations: list[Piece] = field(default_factory=list)
    cuts: list[tuple[int, int]] = field(default_factory=list)
    """Where the records in it are, which are told on their own."""


def loose_pieces(document: bytes) -> Iterator[Piece]:
    """Yield what looks like a record, an article before its annotations.

    A bracket that closes nothing is passed over: what it should have closed ends with what
    stands around it, and passes its records on.
    """
    reader = _Reader(document)
    for at in brackets(document, BROKEN):
        if document[at] in OPENING:
            reader.begin(at)
        elif reader.is_closed_by(document[at]):
            yield from reader.end(at + 1)
    if reader.is_within:
        yield Piece(reader.line, b"")
    while reader.is_within:
        yield from reader.end(len(document))


class _Reader:
    """What is open at a place in the document."""

    def __init__(self, document: bytes) -> None:
        self._document = document
        self._stack: list[_Open] = []
        self.line, self._counted = 1, 0

    @property
    def is_within(self) -> bool:
        return bool(self._stack)

    def begin(self, at: int) -> None:
        self.line += self._document.count(b"\n", self._counted, at)
        self._counted = at
        self._stack.append(_Open(at, self.line))

    def is_closed_by(self, bracket: int) -> bool:
        # In ASCII, a closing bracket stands two places behind its opening one.
        return bool(self._stack) and self._document[self._stack[-1].at] == bracket - 2

    def end(self, end: int) -> Iterator[Piece]:
        """Yield the records that are whole now that the innermost value ends."""
        ended = self._stack.pop()
        around = self._stack[-1] if self._stack else None
        if self._document[ended.at] == ord("{"):
            yield from self._end_object(ended, end, around)
        if around is not None:
            around.annotations += ended.annotations
            around.cuts += ended.cuts
        else:
            yield from ended.annotations

    def _end_object(self, ended: _Open, end: int, around: _Open | None) -> Iterator[Piece]:
        document, at = self._document, ended.at
        if ended.annotations or document.find(b'"annotations"', at, end) >= 0:
            yield from self._end_large(ended, end)
        elif end - at < _LARGEST and document.find(b'"fragments"', at, end) >= 0:
            ended.annotations.append(self._piece(ended, end))
            ended.cuts = [(at, end)]
        elif around is None:
            yield from self._end_large(ended, end)
        elif self._is_listed(at, end, key_before(document, around.at)):
            yield self._piece(ended, end)
            ended.cuts = [(at, end)]

    def _is_listed(self, at: int, end: int, key: bytes) -> bool:
        """Say whether it is such a record; the relations of a label set are of another kind."""
        is_relation = key == b"relations" and _RELATION.search(self._document, at, end)
        return key in (b"entities", b"judgements") or bool(is_relation)

    def _end_large(self, ended: _Open, end: int) -> Iterator[Piece]:
        """Yield an article, or the frame; leave alone what only holds records by mistake."""
        rest = _without(self._document, ended.at, end, ended.cuts)
        members, is_whole = read_members(rest)
        if isinstance(members.get("text"), str):
            yield Piece(ended.line, _article_line(members), is_mended=not is_whole)
            yield from ended.annotations
            ended.annotations, ended.cuts = [], [(ended.at, end)]
        elif "format" in members or "label_set" in members:
            for key in members.keys() - _LISTED:
                yield Piece(ended.line, b"%s: %s" % (json_bytes(key), json_bytes(members[key])))

    def _piece(self, ended: _Open, end: int) -> Piece:
        """Return a record as one line, of whatever is there where it cannot be read."""
        record = self._document[ended.at : end]
        try:
            return Piece(ended.line, json_bytes(read_json(record)))
        except RecordError:
            return Piece(ended.line, b" ".join(record.split()))


def _without(document: bytes, start: int, end: int, cuts: list[tuple[int, int]]) -> bytes:
    """Return a value without the elements that are `cuts`, nor the commas behind them."""
    kept = []
    for first, last in sorted(cuts):
        kept.append(document[start:first])
        comma = _COMMA.match(document, last, end)
        start = comma.end() if comma else last
    return b"".join((*kept, document[start:end]))


def _article_line(members: dict[str, Json]) -> bytes:
    head = {key: held for key, held in members.items() if key not in {"text", "annotations"}}
    start = json_bytes(head)[:-1] if head else b'{"id": ""'
    return start + BEFORE_TEXT + json_bytes(members["text"]) + AFTER_TEXT
