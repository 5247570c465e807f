"""Looking into many files, a few at a time: the next are read while one is made an article of."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from threading import Event

from pressmark.articles.contents import kind_for
from pressmark.articles.extract import AS_FOUND, Found, Wishes
from pressmark.articles.pool import CHILDREN
from pressmark.articles.reading import read_bytes, taken
from pressmark.errors import ArticleFileError, CancelledError

_AHEAD = 2 * CHILDREN
"""Files that are being read, or are and nobody has taken them: so no child has to wait."""
_LOOK = 0.05
"""Seconds between two looks at whether somebody cancelled."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was looked into; `known` is the article that the project has of it already."""

    kind: str
    raw_sha256: str
    found: list[Found] = field(default_factory=list)
    known: str = ""


def opened_files(
    paths: Iterable[Path],
    wished: Callable[[Path], Wishes],
    known: Mapping[str, str],
    cancelled: Callable[[], bool],
) -> Iterator[tuple[Path, Opened | ArticleFileError]]:
    """Yield each file with what is in it, or why nothing is, in their order.

    `known` are articles by the SHA-256 of their files: what is known and read as it is found is not
    read again. CancelledError as soon as `cancelled` says so.
    """
    stopped, files = Event(), iter(paths)

    def is_over() -> bool:
        return stopped.is_set() or cancelled()

    def started(path: Path) -> tuple[Path, "Future[Opened | ArticleFileError]"]:
        return path, threads.submit(_open, path, wished(path), known, is_over)

    threads = ThreadPoolExecutor(CHILDREN, thread_name_prefix="reading articles")
    try:
        under_way = [started(path) for path in islice(files, _AHEAD)]
        while under_way:
            path, future = under_way.pop(0)
            while not (cancelled() or wait((future,), timeout=_LOOK).done):
                pass
            if cancelled():
                raise CancelledError
            yield path, future.result()
            under_way.extend(started(path) for path in islice(files, 1))
    finally:
        stopped.set()
        threads.shutdown(cancel_futures=True)


def _open(
    path: Path, wishes: Wishes, known: Mapping[str, str], cancelled: Callable[[], bool]
) -> Opened | ArticleFileError:
    """Look into a file; what it is refused for is a result like any other."""
    try:
        data = read_bytes(path)
        named = wishes if wishes.name else replace(wishes, name=path.name)
        raw_sha256 = hashlib.sha256(data).hexdigest()
        article = known.get(raw_sha256, "") if wishes == AS_FOUND else ""
        if article and not (kind := kind_for(data, named)).many:
            return Opened(kind.id, raw_sha256, known=article)
        kind_id, found = taken(data, named, cancelled)
    except ArticleFileError as error:
        return ArticleFileError(error.case, **{**error.facts, "path": path})
    except MemoryError:
        return ArticleFileError("out-of-memory", path=path)
    return Opened(kind_id, raw_sha256, found)
