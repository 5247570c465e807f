"""Pressmark JSONL: everything, one article a line. Offsets: code points, end-exclusive."""

from collections.abc import Iterator
from dataclasses import fields

from pressmark.formats.article_lines import article_lines
from pressmark.formats.foreign_sets import take_all
from pressmark.formats.format import EVERYTHING, Format, NoOptions, ReadRequest, ReadSet
from pressmark.formats.json_documents import first_document, json_documents
from pressmark.formats.selection import Selection
from pressmark.model.article import ArticleHead
from pressmark.model.json import Json
from pressmark.store.strict_json import json_bytes

_OF_ARTICLES = frozenset({"text", *(one.name for one in fields(ArticleHead))} - {"unknown"})
"""What an article is made of; what has anything else, and no annotations, is of others."""


def _write(selection: Selection, options: NoOptions) -> Iterator[bytes]:
    del options
    for _, line in article_lines(selection.complete()):
        yield json_bytes(line) + b"\n"


def _read(request: ReadRequest) -> ReadSet:
    return take_all(request, json_documents(request.data))


def _claims(name: str, data: bytes) -> bool:
    """Say whether the first document has a text and is no other program's."""
    first = first_document(data)
    if first is None:
        return name.lower().endswith(".jsonl") and data.lstrip().startswith(b"{")
    if "text" not in first or not first.keys() & {"id", "title"}:
        return False
    if "annotations" in first:
        return _are_ours(first["annotations"])
    return first.keys() <= _OF_ARTICLES and isinstance(first.get("id", ""), str)


def _are_ours(listed: Json) -> bool:
    """Say whether the first annotation, if there is any, says where it is as ours do."""
    if not (isinstance(listed, list) and listed):
        return True
    first = listed[0]
    return isinstance(first, dict) and ("fragments" in first or {"start", "end"} <= first.keys())


PRESSMARK_JSONL = Format(
    id="pressmark-jsonl",
    name="Pressmark JSONL",
    about="Everything, one article a line. The lossless way out and in.",
    suffix=".jsonl",
    group="training",
    holds=EVERYTHING,
    options=NoOptions,
    write=_write,
    read=_read,
    passes=1,
    claims=_claims,
)
