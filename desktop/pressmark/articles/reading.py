"""Foreign files as articles: their frozen text, and what a person should know about each."""

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pressmark.analysis.boilerplate import proposed_zones
from pressmark.analysis.oddities import Oddities, oddities
from pressmark.articles.decoding import freeze
from pressmark.articles.extract import Extract, Found, PartRefused, RunnerUp, Wishes
from pressmark.articles.kinds import kind_by_id, kind_of
from pressmark.errors import ArticleFileError
from pressmark.model.article import Article, ArticleHead
from pressmark.model.ids import article_id
from pressmark.store.frame import begins_as_project

LARGEST = 64 * 1024 * 1024
"""How many bytes a file may have."""


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article as it was read, what it was made of, and what is odd about its letters."""

    article: Article
    extract: Extract
    oddities: Oddities

    @property
    def encoding(self) -> str:
        """The Python codec that the file was read with."""
        return self.extract.encoding

    @property
    def certain(self) -> bool:
        """Whether the encoding leaves no doubt."""
        return self.extract.certain

    @property
    def runners_up(self) -> tuple[RunnerUp, ...]:
        """The encodings that came after it."""
        return self.extract.runners_up


def read_article(path: Path, *, added: str, encoding: str | None = None) -> ReadArticle:
    """Read a file that holds one article; `added` is the ISO 8601 time it comes in.

    ArticleFileError with the `path` and what is wrong with it: `missing`, `is-folder`,
    `no-permission`, `unreadable`, `too-large`, `empty`, `binary`, `undecodable`,
    `unknown-encoding`, `is-project`, and those of its kind.
    """
    try:
        return article_from_bytes(read_bytes(path), added=added, encoding=encoding, name=path.name)
    except ArticleFileError as error:
        raise ArticleFileError(error.case, **{**error.facts, "path": path}) from None


def article_from_bytes(
    data: bytes, *, added: str, encoding: str | None = None, name: str = ""
) -> ReadArticle:
    """Make an article of a file's bytes: the first one that is in it."""
    found = next(iter(found_in(data, Wishes(name=name, encoding=encoding or ""))))
    if isinstance(found, PartRefused):
        raise ArticleFileError(found.case, **found.facts)
    return article_of(found, added=added, raw_sha256=hashlib.sha256(data).hexdigest())


def found_in(data: bytes, wishes: Wishes) -> list[Found]:
    """Return what a file's bytes hold, at least one; ArticleFileError where that is nothing."""
    if begins_as_project(data):
        raise ArticleFileError("is-project")
    kind = kind_by_id(wishes.kind) or kind_of(data, wishes.name)
    found = list(kind.read(data, wishes))
    if not found:
        raise ArticleFileError("no-article")
    return found


def article_of(extract: Extract, *, added: str, raw_sha256: str | None) -> ReadArticle:
    """Make an article of what was taken out of a file; likely boilerplate becomes zones too."""
    text = extract.text
    head = ArticleHead(
        id=article_id(text),
        title=extract.title,
        byline=extract.byline,
        source=extract.source,
        published=extract.published,
        url=extract.url,
        language=extract.language,
        keywords=extract.keywords,
        zones=extract.zones or proposed_zones(text),
        added=added,
        raw_sha256=raw_sha256,
    )
    return ReadArticle(Article(head, text), extract, oddities(text))


def article_from_text(text: str, *, added: str) -> Article:
    """Make an article of text that is decoded already, as from the clipboard.

    ArticleFileError `empty` where there is nothing but white space.
    """
    if not text.strip():
        raise ArticleFileError("empty")
    return article_of(Extract(text=freeze(text)), added=added, raw_sha256=None).article


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
