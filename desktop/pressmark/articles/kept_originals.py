"""Which files of a batch are kept as they came, so that articles can be read of them again."""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from pressmark.articles.batch import Arrived
from pressmark.articles.reading import ReadArticle, read_bytes
from pressmark.errors import ArticleFileError
from pressmark.store.originals import keep_originals
from pressmark.store.settings import read_settings


def keep_originals_of(project: Path, files: Iterable[Arrived], piped: Iterable[bytes] = ()) -> int:
    """Keep the files that new articles of a project came from; return how many had no room.

    `piped` are those that came through a pipe, and can be read but once. A text in UTF-8 is its
    own original; nothing is kept where this user does not want it.
    ProjectFileError where they cannot be written.
    """
    if not read_settings().keep_originals:
        return 0
    return keep_originals(project, chain(_originals(files), piped))


def is_own_original(one: ReadArticle, kind: str) -> bool:
    """Say whether the text of an article is all there was in its file."""
    return kind == "text" and one.encoding == "utf_8" and one.certain


def _originals(files: Iterable[Arrived]) -> Iterator[bytes]:
    """Yield the bytes of files, as far as they are still those that were read."""
    for file in files:
        if all(is_own_original(one, file.kind) for one in file.new):
            continue
        try:
            data = read_bytes(file.path)
        except ArticleFileError:
            continue
        if hashlib.sha256(data).hexdigest() == file.new[0].article.head.raw_sha256:
            yield data
