"""The bytes of a page to its markup, as browsers read them, unless the bytes say otherwise.

The evidence in order: a byte-order mark, valid UTF-8, what came with the page, what the page
declares, what the bytes look like; a declaration that makes no words of bytes that are words in
another encoding does not count. Names of encodings mean what they mean to browsers, by the
Encoding Standard of the WHATWG: what calls itself ISO 8859-1 is Windows-1252.
"""

import codecs
import re
from collections.abc import Iterable
from dataclasses import replace

from pressmark.articles.declarations import is_denied, makes_sense
from pressmark.articles.decoding import Decoded, decode, freeze
from pressmark.articles.extract import RunnerUp

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9._:-]{2,40})""",
    re.IGNORECASE,
)
_SEEN = 64 * 1024
"""How far a declaration is looked for: some pages have a long head."""
_MEANT = {
    **dict.fromkeys(("ascii", "iso8859-1", "latin-1"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("euc_kr", "ks_c_5601-1987"), "cp949"),
    **dict.fromkeys(("tis-620", "iso8859-11"), "cp874"),
    **dict.fromkeys(("utf-16", "utf-16-le", "utf-16-be"), "utf-8"),
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}
_SEVERAL = frozenset({"gb18030", "cp949", "cp932", "big5hkscs", "euc_jp", "hz", "johab"})
"""Encodings with several bytes a letter: bytes that can be read so hardly ever are not."""
_LOST = 500
"""Of so many letters one may be unreadable, in an encoding that the page declares."""
_TAGS = re.compile(
    r"(?:<(script|style)\b.*?(?:</\1|$)|<[^<>]*>?|&#?\w+;|\s)+", re.DOTALL | re.IGNORECASE
)
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_FOREIGN = re.compile(rb"[\x80-\xff]")
_FOREIGN_LETTER = re.compile("[^\x00-\x7f]")
_PREVIEW = 200


def decoded_page(data: bytes, wished: str, told: str = "") -> Decoded:
    """Return a page's markup, and how it was read; `told` is the encoding that came with it.

    ArticleFileError as `decode` raises it.
    """
    if wished:
        return decode(data, wished)
    if 0 < 100 * data.count(b"\0") < len(data):  # browsers pass over them
        data = data.replace(b"\0", b"")
    declared = _DECLARED.search(data[:_SEEN])
    names = (told, declared[1].decode("ascii") if declared else "")
    known = [codec for codec in map(_codec, names) if codec]
    if _is_utf_8(data):
        return decode(data)
    sure = next((codec for codec in known if codec in _SEVERAL), None)
    if sure and (text := _read(data, sure)) is not None and makes_sense(_words(text), sure):
        return Decoded(text, sure)
    looks = decode(_undeclared(data, declared))
    if looks.certain or looks.encoding == "utf_8":
        return decode(data)
    seen = _words(_read(data, looks.encoding) or "")
    for codec in known:
        text = _read(data, codec)
        if text is not None and not is_denied(_words(text), codec, seen, looks.encoding):
            is_agreed = _read(data, looks.encoding) == text
            others = [looks.encoding, *(one.encoding for one in looks.runners_up)]
            return Decoded(text, codec, is_agreed, _runners_up(data, codec, others))
    others = [one.encoding for one in looks.runners_up]
    return replace(looks, runners_up=_runners_up(data, looks.encoding, others))


def _undeclared(data: bytes, declared: re.Match[bytes] | None) -> bytes:
    """Return a page without the name of its encoding: what it looks like is to be independent."""
    if declared is None:
        return data
    return data[: declared.start(1)] + b"x" * len(declared[1]) + data[declared.end(1) :]


def _runners_up(data: bytes, codec: str, others: Iterable[str]) -> tuple[RunnerUp, ...]:
    """Return the encodings in which the page would read otherwise than in this one."""
    seen = {_preview(data, codec)}
    found = []
    for other in others:
        preview = _preview(data, other)
        if preview not in seen:
            seen.add(preview)
            found.append(RunnerUp(other, preview))
    return tuple(found)


def _codec(name: str) -> str:
    """Return the Python codec that browsers read an encoding of this name with."""
    try:
        found = codecs.lookup(name.replace("windows-31j", "cp932")).name if name else ""
    except LookupError:
        return ""
    return _MEANT.get(found, found).replace("-", "_")


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf_8")
    except UnicodeDecodeError:
        return False
    return True


def _read(data: bytes, codec: str) -> str | None:
    """Return the text, with marks for the odd letter that cannot be read; nothing if many."""
    try:
        text = data.decode(codec, "replace")
    except (LookupError, ValueError):
        return None
    foreign = len(_FOREIGN.findall(data))
    return freeze(text) if _LOST * text.count("\ufffd") <= foreign else None


def _preview(data: bytes, codec: str) -> str:
    """Return how the page reads in an encoding, from the first words on that depend on it."""
    text = _words(data.decode(codec, "replace"))
    first = _FOREIGN_LETTER.search(text)
    begun = text.rfind(" ", 0, first.start()) + 1 if first else 0
    return text[begun : begun + _PREVIEW].strip()


def _words(markup: str) -> str:
    """Return what is not markup in the beginning of a page's body."""
    body = _BODY.search(markup)
    start = body.start() if body else 0
    return _TAGS.sub(" ", markup[start : start + _SEEN])
