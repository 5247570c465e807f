"""Coded selections of one source, as the annotations that they are here."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pressmark.formats.folding import fold_lines
from pressmark.formats.refi.guids import id_of, piece_guid
from pressmark.formats.refi.known import Record
from pressmark.formats.refi.qde_writing import ATTRIBUTES
from pressmark.formats.xml_text import xml_text
from pressmark.model.json import Json

_LEFT = ("fragments", "text", "prefix", "suffix", "start", "end")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A selection with one of its codings: positions as the file counts them.

    `key` is its GUID as an id, `words` the selection's name, which may be its text; `user` and
    `annotator` are who coded it, there and here; `notes` have names and words.
    """

    key: str
    start: int
    end: int
    words: str
    label: str
    user: str
    annotator: str | None
    created: str
    changed: str
    notes: tuple[tuple[str, str], ...]


def annotations_of(
    marks: Iterable[Mark], known: Mapping[str, Record], text: str
) -> Iterator[dict[str, Json]]:
    """Yield the annotations of a source: selections that were one annotation's are one again.

    `known` are records of those that were here before, by key.
    """
    by_key = {one.key: one for one in marks}
    rests = {key: [*_rest(key, known, by_key)] for key in by_key}
    continued = {one.key for rest in rests.values() for one in rest}
    for one in marks:
        if one.key not in continued:
            yield _annotation([one, *rests[one.key]], known[one.key], text)


def _rest(key: str, known: Mapping[str, Record], marks: Mapping[str, Mark]) -> Iterator[Mark]:
    """Yield the marks of the other fragments of an annotation that had some."""
    record = known[key]
    fragments = record.get("fragments")
    for number in range(1, len(fragments) if isinstance(fragments, list | tuple) else 0):
        piece = id_of(piece_guid(record["id"], number)) or ""
        if piece in marks:
            yield marks[piece]


def _annotation(marks: list[Mark], record: Record, text: str) -> dict[str, Json]:
    first = marks[0]
    ordered = sorted(marks, key=lambda one: (one.start, one.end))
    said: dict[str, Json] = {
        "id": record.get("id", first.key) or None,
        "label": first.label,
        "fragments": [[one.start, one.end] for one in ordered],
        "text": [_quote(one, text) for one in ordered],
        "annotator": first.annotator,
        "created": first.created,
        "changed": first.changed,
    }
    note = _note(first, record)
    kept = {key: held for key, held in record.items() if key not in _LEFT}
    return {**kept, **{key: held for key, held in said.items() if held}, "note": note}


def _note(mark: Mark, record: Record) -> str | None:
    """Return the notes on a mark; as it was before where it is still the same for XML."""
    left = ATTRIBUTES if record.get("attributes") else None
    told = [words.strip() for name, words in mark.notes if name != left]
    note = "\n\n".join(dict.fromkeys(filter(None, told)))
    before = record.get("note")
    if isinstance(before, str) and xml_text(before).strip() == note:
        return before
    return note or None


def _quote(mark: Mark, text: str) -> str | None:
    """Return the name of a selection where it is its text, as far as its length can tell."""
    words = mark.words
    lengths = {len(words), len(words.encode("utf-16-le")) // 2, len(words.encode())}
    lengths |= {one + words.count("\n") for one in lengths}
    is_long = mark.end - mark.start in lengths or mark.end - mark.start + 1 in lengths
    return words if words and is_long and (words in text or words in fold_lines(text)) else None
