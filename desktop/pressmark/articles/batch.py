"""Many files at once: what comes in, what is there already, what is refused and why."""

import time
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pressmark.articles.reading import ReadArticle, is_folder, read_article
from pressmark.edits.articles import AddArticle
from pressmark.errors import ArticleFileError, CancelledError
from pressmark.store.clock import arriving

_SIDECARS = (".pressmark", ".journal", ".history", ".lock")
_NAP = 0.0005
_ITEMS_A_NAP = 8


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that did not come in, and why."""

    path: Path
    error: ArticleFileError


@dataclass(slots=True)
class ImportBatch:
    """What became of a batch of files, each in the order it was read.

    `duplicates` are files whose text the project, or an earlier file of the batch, has already.
    """

    read: list[tuple[Path, ReadArticle]] = field(default_factory=list)
    duplicates: list[Path] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)

    @property
    def uncertain(self) -> list[tuple[Path, ReadArticle]]:
        """The files whose encoding was a guess."""
        return [(path, one) for path, one in self.read if not one.certain]

    def edits(self) -> tuple[AddArticle, ...]:
        """Return the edits that bring the articles in: one transaction for the batch."""
        return tuple(AddArticle(one.article) for _, one in self.read)


def gather(sources: Iterable[Path]) -> Iterator[Path]:
    """Yield the files named, and those in the folders named, by name; each once.

    Hidden files, project files and what stands beside them are passed over in folders, links
    to folders are not followed. What is named itself is always yielded, there or not, and so is
    a folder that cannot be looked into: reading it says why.
    """
    seen: set[Path] = set()
    for source in sources:
        for path in _within(source) if is_folder(source) else (source,):
            key = path.absolute()
            if key not in seen:
                seen.add(key)
                yield path


def read_articles(  # noqa: PLR0913 -- what to read, what is there, and how to follow the work
    paths: Collection[Path],
    *,
    added: str,
    present: Collection[str] = (),
    encoding: str | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    progressed: Callable[[int, int], None] = lambda _done, _total: None,
) -> ImportBatch:
    """Read files into a batch; `present` are the ids of articles that are there already.

    A bad file costs itself only. CancelledError as soon as `cancelled` says so; `progressed` is
    told files done and files in all.
    """
    batch, known = ImportBatch(), set(present)
    for done, path in enumerate(paths, start=1):
        if cancelled():
            raise CancelledError
        try:
            arrived = arriving(added, len(known))
            one = read_article(path, added=arrived, encoding=encoding)
        except ArticleFileError as error:
            batch.refused.append(Refused(path, error))
        else:
            if one.article.head.id in known:
                batch.duplicates.append(path)
            else:
                known.add(one.article.head.id)
                batch.read.append((path, one))
        progressed(done, len(paths))
        if done % _ITEMS_A_NAP == 0:
            time.sleep(_NAP)  # a thread that only computes stalls the window's
    return batch


def _within(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.suffix in _SIDECARS:
            continue
        if is_folder(entry):
            if not entry.is_symlink():
                yield from _within(entry)
        elif not _is_special(entry):
            yield entry


def _is_special(entry: Path) -> bool:
    """Say whether this is a pipe, a socket, a device or a link to nowhere."""
    try:
        return not entry.is_file()
    except OSError:
        return False  # reading it says why
