"""One foreign file as one article: its frozen text, and what a person should know about it."""

import hashlib
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pressmark.analysis.boilerplate import proposed_zones
from pressmark.analysis.oddities import Oddities, oddities
from pressmark.articles.decoding import RunnerUp, decode, freeze
from pressmark.errors import ArticleFileError
from pressmark.model.article import Article, ArticleHead
from pressmark.model.ids import article_id
from pressmark.store.frame import begins_as_project

_OTHER_FILES = (
    *(b"%PDF-", b"{\\rtf", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b"),
    *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"BZh9", b"\xfd7zXZ\0", b"7z\xbc\xaf\x27\x1c"),
)
"""How PDF, RTF, zips (and so office documents), gzip, old office files and archives begin."""
LARGEST = 64 * 1024 * 1024
"""How many bytes a text file may have."""


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article as it was read: its encoding (a Python codec) and how sure that is."""

    article: Article
    encoding: str
    certain: bool
    runners_up: tuple[RunnerUp, ...]
    oddities: Oddities


Reader = Callable[[bytes, str | None, str], ReadArticle]
"""Makes an article of a file's bytes, an encoding or None, and the time it came in."""


def read_article(path: Path, *, added: str, encoding: str | None = None) -> ReadArticle:
    """Read one file; `added` is the ISO 8601 time it comes in.

    ArticleFileError with the `path` and what is wrong with it: `missing`, `is-folder`,
    `no-permission`, `unreadable`, `too-large`, `empty`, `binary`, `undecodable`,
    `unknown-encoding`, `is-project`.
    """
    try:
        return article_from_bytes(read_bytes(path), added=added, encoding=encoding, name=path.name)
    except ArticleFileError as error:
        raise ArticleFileError(error.case, **{**error.facts, "path": path}) from None


def article_from_bytes(
    data: bytes, *, added: str, encoding: str | None = None, name: str = ""
) -> ReadArticle:
    """Make an article of a file's bytes; the suffix of `name` picks the reader."""
    if begins_as_project(data):
        raise ArticleFileError("is-project")
    reader = READERS.get(Path(name).suffix.lower(), read_text)
    return reader(data, encoding, added)


def read_text(data: bytes, encoding: str | None, added: str) -> ReadArticle:
    """Take a plain text file as it is: frozen, nothing stripped; `empty` if it is blank.

    What begins like a file of another kind is `binary`, however much of it may look like text.
    """
    if data.startswith(_OTHER_FILES):
        raise ArticleFileError("binary")
    decoded = decode(data, encoding)
    if not decoded.text.strip():
        raise ArticleFileError("empty")
    return ReadArticle(
        _article(decoded.text, added, hashlib.sha256(data).hexdigest()),
        decoded.encoding,
        decoded.certain,
        decoded.runners_up,
        oddities(decoded.text),
    )


def article_from_text(text: str, *, added: str) -> Article:
    """Make an article of text that is decoded already, as from the clipboard.

    ArticleFileError `empty` where there is nothing but white space.
    """
    if not text.strip():
        raise ArticleFileError("empty")
    return _article(freeze(text), added, None)


READERS: Mapping[str, Reader] = {".txt": read_text}
"""The readers by suffix; what no reader claims is tried as text."""


def _article(text: str, added: str, raw_sha256: str | None) -> Article:
    zones = proposed_zones(text)
    head = ArticleHead(id=article_id(text), added=added, raw_sha256=raw_sha256, zones=zones)
    return Article(head, text)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a foreign file; ArticleFileError where that cannot or should not be."""
    if is_folder(path):
        readable = os.access(path, os.R_OK | os.X_OK)
        raise ArticleFileError("is-folder" if readable else "no-permission", path=path)
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise ArticleFileError("missing", path=path) from None
    except PermissionError:
        raise ArticleFileError("no-permission", path=path) from None
    except OSError as error:
        raise ArticleFileError("unreadable", path=path, reason=error.strerror) from None
    if len(data) > LARGEST:
        raise ArticleFileError("too-large", path=path, limit=f"{LARGEST // 2**20} MiB")
    return data


def is_folder(path: Path) -> bool:
    """Say whether this is a folder; what cannot be looked at is none."""
    with suppress(OSError):
        return path.is_dir()
    return False
