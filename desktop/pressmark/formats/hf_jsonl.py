"""A Hugging Face dataset as JSON lines, with its card; or one file of such lines.

The card says the type of every column: lists that are empty leave it to guessing.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pressmark.formats.article_lines import article_lines
from pressmark.formats.bundle import Bundle
from pressmark.formats.folding import fold
from pressmark.formats.foreign_sets import take_foreign
from pressmark.formats.format import EVERYTHING, Format, Piece, ReadRequest, ReadSet
from pressmark.formats.hf_card import NAMES, dataset_card
from pressmark.formats.hf_rows import line_of, row_of
from pressmark.formats.json_documents import (
    Place,
    ascii_line,
    first_document,
    json_documents,
    named_documents,
    read_at,
)
from pressmark.formats.selection import Selection
from pressmark.formats.splitting import SplitOptions, parts_of
from pressmark.model.ids import article_id
from pressmark.model.json import Json

_SUFFIX = ".jsonl"
_OF_PRODIGY = frozenset({"answer", "tokens", "_input_hash", "_task_hash", "_view_id"})


def _write(selection: Selection, options: SplitOptions) -> Iterator[bytes]:
    """Yield the lines of one file, which is not split."""
    del options
    for _, line in article_lines(selection.complete()):
        yield ascii_line(row_of(line))


def _write_files(selection: Selection, options: SplitOptions) -> Iterator[Piece]:
    selection = selection.complete()
    parts = parts_of(selection, options, NAMES)
    yield Piece("README.md", dataset_card(selection, parts, _SUFFIX, options))
    unwritten = dict.fromkeys(parts)
    for part, line in article_lines(selection, parts):
        unwritten.pop(part, None)
        yield Piece(f"data/{part}{_SUFFIX}", ascii_line(row_of(line)))
    yield from (Piece(f"data/{part}{_SUFFIX}", b"") for part in unwritten)


def _read(request: ReadRequest) -> ReadSet:
    def documents(left: Counter[str]) -> Iterator[tuple[Place, dict[str, Json]]]:
        del left  # there is nothing in rows that is no annotation
        if request.data or request.bundle is None:
            for place, value in json_documents(request.data):
                yield place, read_at(place, _line, value)
            return
        for name in _tables(request.bundle):
            file = request.bundle.long(name)
            if not file.beginning.strip():
                continue  # a split may be empty
            for place, value in named_documents(name, file):
                yield place, read_at(place, _line, value)

    return take_foreign(request, documents)


def _line(row: dict[str, Json]) -> dict[str, Json]:
    line: dict[str, Any] = line_of(row)
    if "id" not in line and isinstance(text := line.get("text"), str):
        line["id"] = article_id(fold(text))
    return line


def _claims(_name: str, data: bytes) -> bool:
    """Say whether the first line is a row: one with spans, and no line of Prodigy."""
    first = first_document(data)
    if first is None or not isinstance(first.get("text"), str) or "id" not in first:
        return False
    return isinstance(first.get("spans"), list) and not _OF_PRODIGY & first.keys()


def _tables(bundle: Bundle) -> list[str]:
    return [name for name in bundle.names if name.endswith(_SUFFIX)]


def _is_table(data: bytes) -> bool:
    return not data.strip() or _claims("", data)


def _claims_bundle(bundle: Bundle) -> bool:
    """Say whether a folder or zip holds rows and at most a card beside them."""
    tables = _tables(bundle)
    others = [name for name in bundle.names if not name.endswith((_SUFFIX, ".md"))]
    begun = (bundle.long(one).beginning for one in tables)
    return bool(tables) and not others and all(map(_is_table, begun))


HF_JSONL = Format(
    id="hf-jsonl",
    name="Hugging Face JSON lines",
    about="A dataset with its card, split by article; or, as one file, without both.",
    suffix=_SUFFIX,
    group="training",
    holds=EVERYTHING,
    options=SplitOptions,
    write=_write,
    write_files=_write_files,
    read=_read,
    claims=_claims,
    claims_bundle=_claims_bundle,
)
