"""The words for why a record is refused, and where: errors carry both as codes."""

import errno
import os
from collections.abc import Mapping

from pressmark.cli.printing import printable

_REASONS: Mapping[str, str] = {
    # JSON
    "duplicate-key": "a key stands there twice",
    "encoding": "bytes that are not UTF-8",
    "ends-early": "it ends too early",
    "lone-surrogate": "half a character",
    "number": "a number that cannot be held",
    "syntax": "that is no JSON",
    "too-deep": "too many brackets within brackets",
    "too-large": "it is too large",
    "table": "that is no table",
    # XML
    "doctype": "it declares a document type, and those are not read",
    "file-missing": "the text that it names is not in there",
    "unknown-code": "the codebook does not have its code",
    "xml": "that is no XML",
    "xml-too-deep": "too many elements within elements",
    # records: kinds that pydantic names, and our own
    "bool_type": "true or false is wanted",
    "dataclass_type": "an object is wanted",
    "dict_type": "an object is wanted",
    "int_type": "a whole number is wanted",
    "missing": "it is missing",
    "string_type": "text is wanted",
    "too_long": "too many values",
    "too_short": "too few values",
    "tuple_type": "a list is wanted",
    "unexpected_keyword_argument": "nobody knows this key",
    "bad-id": "an id has 1 to 64 of A-Z a-z 0-9 . _ -",
    "bad-span": "it does not lie within the text",
    "duplicate-id": "the id stands there twice",
    "id-taken": "the id is taken already",
    "layout": "the text is not found",
    "not-a-list": "a list is wanted",
    "not-an-object": "an object is wanted",
    "one-end": "a relation has one end, an annotation or an entity",
    "relation-to-itself": "it is joined to itself",
    "shape": "it does not look as it should",
    "text-differs": "the words do not stand there",
    "unreadable": "it cannot be read",
    "unknown": "nobody knows it",
    "unknown-edit": "nobody knows this edit",
    "version": "versions are numbers from 1",
    # writing
    "not-a-file": "that is no file",
    "read-back": "the disk holds something else than was written",
}


def reason_words(reason: object) -> str:
    """Return why, in words; the system's own for its errors, what is not known as it is."""
    name = str(reason)
    number = getattr(errno, name, None) if name.isupper() else None
    if isinstance(number, int):
        return os.strerror(number)
    return _REASONS.get(name, printable(name))


def place_words(facts: Mapping[str, object]) -> str:
    """Return where in a file: a path of keys, line and column, id, whatever is known."""
    parts = [str(facts["where"])] if facts.get("where") else []
    parts += [f"{name} {facts[name]}" for name in ("line", "column") if facts.get(name)]
    if facts.get("id"):
        parts.append(f"id {facts['id']}")
    return printable(", ".join(parts)) or "the start"
