"""Many files at once: what comes in, what is there already, what is refused and why."""

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from pressmark.articles.extract import AS_FOUND, PartRefused, Wishes
from pressmark.articles.pool import never
from pressmark.articles.reading import ReadArticle, article_of, is_folder
from pressmark.articles.reading_ahead import Opened, opened_files
from pressmark.edits.articles import AddArticle
from pressmark.errors import ArticleFileError
from pressmark.model.ids import article_id
from pressmark.model.project import Project
from pressmark.store.clock import arriving

_SIDECARS = (".pressmark", ".journal", ".history", ".lock")
_NAP = 0.0005
_ITEMS_A_NAP = 8


@dataclass(frozen=True, slots=True)
class Present:
    """What a project has already: its articles' ids, and those by the SHA-256 of their files."""

    ids: Collection[str] = frozenset()
    files: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def present_in(project: Project) -> Present:
    """Return what is there already."""
    heads = [one.head for one in project.shelf()]
    files = {head.raw_sha256: head.id for head in heads if head.raw_sha256}
    return Present(frozenset(head.id for head in heads), files)


NOTHING_PRESENT = Present()


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that did not come in, and why."""

    path: Path
    error: ArticleFileError


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """What became of one file of a batch.

    `kind` is the id of its article kind, empty where it is not known. `new` is what comes in,
    `known` the ids of articles that the project, or something before it in the batch, has in the
    same words, `refused` what of the file did not come in, `error` why nothing of it did.
    `is_known` says that the project has this very file, so that it was not read again.
    """

    path: Path
    kind: str = ""
    new: tuple[ReadArticle, ...] = ()
    known: tuple[str, ...] = ()
    refused: tuple[PartRefused, ...] = ()
    error: ArticleFileError | None = None
    is_known: bool = False


@dataclass(slots=True)
class ImportBatch:
    """What became of a batch of files, each in the order it was read."""

    files: list[Arrived] = field(default_factory=list)

    @property
    def read(self) -> list[tuple[Path, ReadArticle]]:
        """The articles that come in, and the files they are from."""
        return [(file.path, one) for file in self.files for one in file.new]

    @property
    def refused(self) -> list[Refused]:
        """The files of which nothing came in."""
        return [Refused(file.path, file.error) for file in self.files if file.error]

    def exchange(self, old: ReadArticle, new: ReadArticle) -> None:
        """Have an article come in as somebody wants it: read or described in another way."""
        for at, file in enumerate(self.files):
            if any(one is old for one in file.new):
                kept = tuple(new if one is old else one for one in file.new)
                self.files[at] = replace(file, new=kept)
                return

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


def read_articles(  # noqa: PLR0913 -- what to read and how, what is there, how to follow the work
    paths: Collection[Path],
    *,
    added: str,
    present: Present = NOTHING_PRESENT,
    wishes: Wishes = AS_FOUND,
    special: Mapping[Path, Wishes] = MappingProxyType({}),
    cancelled: Callable[[], bool] = never,
    progressed: Callable[[int, int], None] = lambda _done, _total: None,
) -> ImportBatch:
    """Read files into a batch, as `wishes` say, or as `special` does for a file of its own.

    A bad file costs itself only. CancelledError as soon as `cancelled` says so; `progressed` is
    told files done and files in all.
    """
    batch, arrivals = ImportBatch(), _Arrivals(added, present)

    def wished(path: Path) -> Wishes:
        return special.get(path, wishes)

    for done, (path, opened) in enumerate(opened_files(paths, wished, present.files, cancelled), 1):
        batch.files.append(arrivals.arrived(path, opened))
        progressed(done, len(paths))
        if done % _ITEMS_A_NAP == 0:
            time.sleep(_NAP)  # a thread that only computes stalls the window's
    return batch


class _Arrivals:
    """Makes articles of what was found, and knows which are there by now."""

    def __init__(self, added: str, present: Present) -> None:
        self._added = added
        self._ids = set(present.ids)

    def arrived(self, path: Path, opened: Opened | ArticleFileError) -> Arrived:
        """Return what becomes of a file."""
        if isinstance(opened, ArticleFileError):
            return Arrived(path=path, error=opened)
        if opened.known:
            return Arrived(path=path, kind=opened.kind, known=(opened.known,), is_known=True)
        new: list[ReadArticle] = []
        known: list[str] = []
        refused: list[PartRefused] = []
        for one in opened.found:
            if isinstance(one, PartRefused):
                refused.append(one)
            elif (key := article_id(one.text)) in self._ids:
                known.append(key)
            else:
                added = arriving(self._added, len(self._ids))
                new.append(article_of(one, added=added, raw_sha256=opened.raw_sha256))
                self._ids.add(key)
        return Arrived(
            path=path,
            kind=opened.kind,
            new=tuple(new),
            known=tuple(known),
            refused=tuple(refused),
        )


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
