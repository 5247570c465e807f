"""spaCy's DocBin, written without spaCy: zipped MessagePack with the documents in columns.

Source: spaCy 3, `tokens/_serialize.py` and `tokens/span_group.pyx` (MIT).
"""

import struct
import zlib
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from types import TracebackType
from typing import Self

from pressmark.formats.msgpack import (
    Packable,
    bytes_head,
    list_head,
    map_head,
    packed,
)
from pressmark.formats.spacy_strings import ENT_IOB, ENT_TYPE, ORTH, number_of
from pressmark.formats.waiting import Waiting

GROUP = "sc"
"""What the span categoriser calls its spans."""
_INSIDE, _OUTSIDE, _BEGINS = 1, 2, 3


@dataclass(frozen=True, slots=True)
class DocSpan:
    """A span of a document: [start, end) in its tokens and in its code points."""

    start: int
    end: int
    first: int
    last: int
    label: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Doc:
    """A document: its tokens, whether a space follows each, its spans, and what else is known."""

    words: list[str]
    spaces: list[bool]
    spans: list[DocSpan]
    user_data: dict[Packable, Packable]


class DocBin:
    """Takes documents one by one, then gives the file; what is long waits on the disk.

    Entities are tags of tokens and may not overlap; else spans are a group of their own.
    """

    def __init__(self, *, entities: bool) -> None:
        self._entities = entities
        self._attributes = [ORTH, ENT_IOB, ENT_TYPE] if entities else [ORTH]
        self._lengths = array("i")
        self._strings: set[str] = set()
        self._tokens, self._spaces = Waiting(), Waiting()
        self._groups, self._user_data = Waiting(), Waiting()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for column in (self._tokens, self._spaces, self._groups, self._user_data):
            column.close()

    def add(self, doc: Doc) -> None:
        """Take a document in."""
        self._lengths.append(len(doc.words))
        self._strings.update(doc.words)
        self._strings.update(word for span in doc.spans for word in (span.label, span.id) if word)
        columns = [[number_of(word) for word in doc.words]]
        if self._entities:
            columns += _tags(doc)
        numbers = array("Q", chain.from_iterable(zip(*columns, strict=True)))
        self._tokens.write(_little(numbers))
        self._spaces.write(bytes(doc.spaces))
        self._groups.write(packed(b"" if self._entities else _group(doc.spans)))
        self._user_data.write(packed(packed(doc.user_data)))

    def chunks(self) -> Iterator[bytes]:
        """Yield the file."""
        packer = zlib.compressobj()
        yield from filter(None, map(packer.compress, self._unzipped()))
        yield packer.flush()

    def _unzipped(self) -> Iterator[bytes]:
        count = len(self._lengths)
        yield map_head(10)
        yield packed("version") + packed("0.1")
        yield packed("attrs") + packed(list(self._attributes))
        yield packed("tokens") + bytes_head(self._tokens.size)
        yield from self._tokens.chunks()
        yield packed("spaces") + bytes_head(self._spaces.size)
        yield from self._spaces.chunks()
        yield packed("lengths") + packed(_little(self._lengths))
        yield packed("strings") + list_head(len(self._strings))
        yield from map(packed, sorted(self._strings))
        yield packed("cats") + list_head(count)
        yield packed({}) * count
        yield packed("flags") + list_head(count)
        yield packed({"has_unknown_spaces": False}) * count
        yield packed("span_groups") + list_head(count)
        yield from self._groups.chunks()
        yield packed("user_data") + list_head(count)
        yield from self._user_data.chunks()


def _tags(doc: Doc) -> tuple[list[int], list[int]]:
    letters, labels = [_OUTSIDE] * len(doc.words), [0] * len(doc.words)
    for span in doc.spans:
        for at in range(span.start, span.end):
            letters[at] = _BEGINS if at == span.start else _INSIDE
            labels[at] = number_of(span.label)
    return letters, labels


def _group(spans: Iterable[DocSpan]) -> bytes:
    packed_spans: list[Packable] = [
        struct.pack(
            ">QQQllll",
            number_of(span.id),
            0,
            number_of(span.label),
            span.start,
            span.end,
            span.first,
            span.last,
        )
        for span in spans
    ]
    group = packed({"name": GROUP, "attrs": {}, "spans": packed_spans})
    return packed({group: [GROUP]})


def _little(numbers: "array[int]") -> bytes:
    if struct.pack("=H", 1) != struct.pack("<H", 1):
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()
