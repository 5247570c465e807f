"""What a damaged record still tells, and the text of an article that only its annotations know."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import fields
from itertools import pairwise

from pressmark.errors import RecordError
from pressmark.model.annotation import Annotation
from pressmark.model.article import ArticleHead
from pressmark.model.ids import is_id, new_id
from pressmark.model.json import Json
from pressmark.store.first_line import BEFORE_TEXT
from pressmark.store.frame import Frame
from pressmark.store.records import from_json
from pressmark.store.strict_json import is_crowded, json_bytes, read_json

_BEFORE = BEFORE_TEXT + b'"'
_BEHIND = b'", '
_ID = re.compile(rb'\{"id": "([A-Za-z0-9._-]{1,64})"')
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r'|\\u[0-9a-fA-F]{4}|\\["\\/bfnrt]'
)
_LOST = "\ufffd"
_KNOWN = {field.name for kind in (ArticleHead, Frame) for field in fields(kind)} - {"unknown"}
_KEYS = "|".join(sorted(_KNOWN | {"text", "annotations"}))
_MEMBER = re.compile(rf'"({_KEYS})"\s*+:\s*+')
_MOST_MEMBERS = 1000
_LARGEST = 1 << 26
"""How many bytes a record has at most."""
_TEXT = re.compile(r'"text"\s*+:\s*+"(.*)', re.DOTALL)
_TEXT_END = re.compile(rf'"\s*+(?:,\s*+"(?:{_KEYS})"\s*+:|\}}\s*\Z|\Z)')
_LENIENT = json.JSONDecoder(strict=False)
_HALVES = re.compile("[\ud800-\udfff]")

_LONGEST = 1 << 24
"""How many code points a text is made long at most."""


def mended_article(line: bytes) -> dict[str, Json] | None:
    """Return the head and the text that a damaged line holds; None where no text is found.

    What is no character stands as U+FFFD, so that most offsets still fit. Of a head that cannot
    be read, only the id is kept.
    """
    before, _, behind = line.partition(_BEFORE)
    text, _, _ = behind.rpartition(_BEHIND)
    if not text:
        return None
    words = _ESCAPE.sub(_character, text.decode(errors="replace"))
    return {**_head(before, len(words)), "text": words}


def read_members(value: bytes) -> tuple[dict[str, Json], bool]:
    """Return what an object says, and whether that is all of it.

    Of one that cannot be read, these are the known keys of an article or a project that can be,
    wherever they stand in it: what is of no record of its own must not be in it any more.
    """
    if len(value) > _LARGEST:
        return {}, False
    is_bloated = is_crowded(value, _LARGEST // 4)
    with suppress(RecordError):
        whole = None if is_bloated else read_json(value)
        if isinstance(whole, dict):
            return whole, True
    words = value.decode(errors="replace")
    found: dict[str, Json] = {}
    at = 0
    for _ in range(_MOST_MEMBERS):
        key = _MEMBER.search(words, at)
        if key is None:
            break
        at = key.end()
        if is_bloated and words.startswith(("[", "{"), at):
            continue  # who knows how much there is in it
        with suppress(ValueError, RecursionError, RecordError):
            member, end = _LENIENT.raw_decode(words, at)
            if isinstance(member, str):
                member = _HALVES.sub(_LOST, member)
            json_bytes(member)  # as strictly as it will be read again
            found.setdefault(key[1], member)
            at = end
    if "text" not in found and (begun := _TEXT.search(words)) is not None:
        found["text"] = _ESCAPE.sub(_character, _TEXT_END.split(begun[1], maxsplit=1)[0])
    return found, False


def _character(escape: re.Match[str]) -> str:
    try:
        return str(read_json(f'"{escape[0]}"'.encode()))
    except RecordError:  # half a character
        return _LOST


def _head(before: bytes, size: int) -> dict[str, Json]:
    """Return the keys of an article of `size` code points; zones that do not fit are left out."""
    with suppress(RecordError):
        keys = read_json(before + b"}")
        head = from_json(ArticleHead, keys)
        if isinstance(keys, dict) and is_id(head.id):
            zones_fit = all(zone.span.fits(size) for zone in head.zones)
            return keys if zones_fit else {**keys, "zones": []}
    named = _ID.match(before)
    return {"id": named[1].decode() if named else new_id()}


def can_be_patched(annotation: Annotation) -> bool:
    """Say whether a text can be made that this annotation stands in."""
    fragments = annotation.fragments
    return all(one.fits(_LONGEST) for one in fragments) and all(
        one.end <= following.start for one, following in pairwise(fragments)
    )


def patched_text(annotations: Sequence[Annotation]) -> str:
    """Return a text with all that annotations quote at its place, and U+FFFD everywhere else."""
    text = [_LOST] * max(one.span.end for one in annotations)
    for start, piece in (*_around(annotations), *_quoted(annotations)):
        stretch = slice(max(start, 0), start + len(piece))
        text[stretch] = piece[max(-start, 0) :][: len(text[stretch])]
    return "".join(text)


def _around(annotations: Iterable[Annotation]) -> Iterator[tuple[int, str]]:
    for one in annotations:
        yield one.span.start - len(one.prefix), one.prefix
        yield one.span.end, one.suffix


def _quoted(annotations: Iterable[Annotation]) -> Iterator[tuple[int, str]]:
    for one in annotations:
        for fragment, piece in zip(one.fragments, one.text, strict=False):
            yield fragment.start, piece[: fragment.length]
