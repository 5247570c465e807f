"""Foreign files as articles: their frozen text, and what a person should know about each."""

import hashlib
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from pressmark.analysis.boilerplate import proposed_zones
from pressmark.analysis.oddities import Oddities, oddities
from pressmark.articles.contents import found_in, kind_for
from pressmark.articles.decoding import freeze
from pressmark.articles.extract import AS_FOUND, Extract, Found, PartRefused, RunnerUp, Wishes
from pressmark.articles.pool import POOL, never
from pressmark.errors import ArticleFileError
from pressmark.model.article import Article, ArticleHead
from pressmark.model.ids import article_id
from pressmark.store.clock import arriving

LARGEST = 64 * 1024 * 1024
"""How many bytes a file may have."""
_NO_FILE = "it is a pipe or a device, no file"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """A file as it was read: its kind by id, its articles, and the parts that did not come in."""

    path: Path
    kind: str
    raw_sha256: str
    articles: tuple[ReadArticle, ...]
    refused: tuple[PartRefused, ...] = ()


def read_file(
    path: Path,
    *,
    added: str,
    wishes: Wishes = AS_FOUND,
    cancelled: Callable[[], bool] = never,
) -> ReadFile:
    """Read a foreign file; `added` is the ISO 8601 time it comes in.

    ArticleFileError with the `path` and what is wrong with it: `missing`, `is-folder`,
    `no-permission`, `unreadable`, `too-large`, `empty`, `binary`, `undecodable`,
    `unknown-encoding`, `is-project`, those of its kind, and where reading it broke off
    `too-long`, `too-much`, `out-of-memory`, `crashed`. CancelledError as soon as `cancelled`.
    """
    try:
        data = read_bytes(path)
        named = wishes if wishes.name else replace(wishes, name=path.name)
        read = file_from_bytes(data, added=added, wishes=named, cancelled=cancelled)
    except ArticleFileError as error:
        raise ArticleFileError(error.case, **{**error.facts, "path": path}) from None
    return replace(read, path=path)


def file_from_bytes(
    data: bytes, *, added: str, wishes: Wishes, cancelled: Callable[[], bool] = never
) -> ReadFile:
    """Read what would be a file's bytes; the errors are those of `read_file`, without a path.

    Several articles of one file come in one after the other from `added` on.
    """
    kind, found = taken(data, wishes, cancelled)
    raw_sha256 = hashlib.sha256(data).hexdigest()
    return ReadFile(
        path=Path(wishes.name),
        kind=kind,
        raw_sha256=raw_sha256,
        articles=tuple(
            article_of(one, added=arriving(added, at) if at else added, raw_sha256=raw_sha256)
            for at, one in enumerate(found)
            if isinstance(one, Extract)
        ),
        refused=tuple(one for one in found if isinstance(one, PartRefused)),
    )


def read_article(path: Path, *, added: str, encoding: str | None = None) -> ReadArticle:
    """Read the first article of a file; the errors are those of `read_file`."""
    read = read_file(path, added=added, wishes=Wishes(encoding=encoding or ""))
    try:
        return _first(read)
    except ArticleFileError as error:
        raise ArticleFileError(error.case, **{**error.facts, "path": path}) from None


def taken(
    data: bytes, wishes: Wishes, cancelled: Callable[[], bool] = never
) -> tuple[str, list[Found]]:
    """Return the kind of a file and what it holds, at least one.

    Plain text is read here, anything else by a child: no parser of foreign files runs in this
    process. ArticleFileError where nothing comes of it.
    """
    kind = kind_for(data, wishes)
    if kind.plain:
        return kind.id, list(found_in(data, wishes))
    found = POOL.found_in(data, wishes, cancelled)
    if len(found) == 1 and isinstance(found[0], PartRefused) and not found[0].part:
        raise ArticleFileError(found[0].case, **found[0].facts)
    return kind.id, found


def _first(read: ReadFile) -> ReadArticle:
    if read.articles:
        return read.articles[0]
    why = read.refused[0]
    raise ArticleFileError(why.case, **why.facts)


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
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # a pipe would be waited for without end
            raise ArticleFileError("unreadable", path=path, reason=_NO_FILE)
        with path.open("rb") as file:
            # As much as is asked for is set aside before anything is read.
            data = file.read(min(found.st_size, LARGEST) + 1)
    except FileNotFoundError:
        raise ArticleFileError("missing", path=path) from None
    except PermissionError:
        raise ArticleFileError("no-permission", path=path) from None
    except OSError as error:
        raise ArticleFileError("unreadable", path=path, reason=error.strerror) from None
    except MemoryError:
        raise ArticleFileError("out-of-memory", path=path) from None
    if len(data) > LARGEST:
        raise ArticleFileError("too-large", path=path, limit=f"{LARGEST // 2**20} MiB")
    return data


def is_folder(path: Path) -> bool:
    """Say whether this is a folder; what cannot be looked at is none."""
    with suppress(OSError):
        return path.is_dir()
    return False
