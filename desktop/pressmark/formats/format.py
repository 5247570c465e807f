"""What a format is: its name, what it can hold, and how it is written and read."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from types import MappingProxyType
from typing import Generic, Literal, NamedTuple, TypeVar, get_args

from pressmark.edits.edit import Edit, Stamp
from pressmark.errors import FormatError
from pressmark.formats.bundle import Bundle
from pressmark.formats.counting import Counting
from pressmark.formats.long_file import LongFile
from pressmark.formats.selection import Selection
from pressmark.model.article import Article
from pressmark.model.project import Project

Group = Literal["training", "exchange", "reading"]
Part = Literal[
    "text",
    "overlap",
    "fragments",
    "attributes",
    "relations",
    "entities",
    "notes",
    "zones",
    "annotators",
    "confidence",
    "flags",
]
EVERYTHING: frozenset[Part] = frozenset(get_args(Part))

MAIN = "articles"
"""How the files of a format are called that can be one file with others beside it."""

_CUT = frozenset({"in-pieces", "edges", "line-breaks", "characters"})

OptionsT = TypeVar("OptionsT")


@dataclass(frozen=True, slots=True)
class NoOptions:
    """The options of a format that has none."""


class Piece(NamedTuple):
    """Some bytes of the file `name` of a format of many files; those of a file come in a row."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Lost:
    """An annotation of the selection that a format would miss, cut or move, and why.

    Left out: `inside`, `holds`, `crosses` or `same-span` (one with the label `other` is kept in
    its place), `blank` (white space alone), `nowhere` (its article cannot be held). Cut:
    `in-pieces` (each fragment is a span of its own), `edges` (white space at its ends),
    `line-breaks`, `characters` (some are replaced).
    """

    article: str
    annotation: str
    why: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class Losses:
    """What a format loses of a selection: annotations, and how many of what it has no place for.

    Only lost annotations ask for leave (`--allow-loss`); the rest is said as a note.
    """

    annotations: tuple[Lost, ...] = ()
    unheld: Mapping[Part, int] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def gone(self) -> frozenset[str]:
        """The ids of the annotations that are left out; the other lost ones are cut."""
        return frozenset(one.annotation for one in self.annotations if one.why not in _CUT)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say of a source that was read: a code, what it is about, and one more fact.

    Left out: `twice-in-set` (an article), `end-missing` (a relation, the end it lacks),
    `to-itself` (a relation), `older` (an annotation or relation that was changed here since).
    To be known: `new-label` (a label),
    `new-id` (an id that could not be kept, the one in its place), `same-text` (an article, the
    one that has its text already), `far-relation` (a relation between articles, its type, which
    does not allow that), `counting` (what offsets count, and what shows it: quotes or
    borders), `counting-unsure` (what they may count). Counts are what is said of `found-again` and
    `widened` (stretches that were mended), `predictions`, `rejected`, `ignored` and
    `not-text`, `no-article` and `no-place` (left out).
    """

    code: str
    what: str
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to read offsets, and what then stands at some places (None: nothing)."""

    counting: Counting
    samples: tuple[str | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSet:
    """An annotation set as the edits that bring it into a project, and what there is to say.

    `articles` are the ids of the articles it is about, new or there before; `annotations` counts
    those that come in or change. Where nothing shows what its offsets count, `readings` are the
    ways to read them, with the same places each; the first one was taken.
    """

    edits: tuple[Edit, ...]
    articles: tuple[str, ...]
    annotations: int
    skipped: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRequest:
    """A source to read into a project: its bytes and name, whose work it is, labels to rename.

    A file that is too large to be held is a `LongFile`. `bundle` has the files of a source that is
    a folder or a zip (then `data` is empty), or one file with others beside it. `counting` is what
    its offsets count, where somebody has said so. Reading ends in a CancelledError soon after
    `cancelled` says so.
    """

    data: bytes | LongFile
    name: str
    bundle: Bundle | None = None
    project: Project
    stamp: Stamp
    labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    counting: Counting | None = None
    cancelled: Callable[[], bool] = lambda: False

    @property
    def whole(self) -> bytes:
        """Its bytes, for formats that are read whole; FormatError `too-large` (`limit`)."""
        return self.data.whole() if isinstance(self.data, LongFile) else self.data


@dataclass(frozen=True, slots=True, kw_only=True)
class Format(Generic[OptionsT]):
    """One interchange format.

    `write` yields the bytes of a selection, about a chunk an article, with options of class
    `options`; a format of many files has `write_files` instead, or
    both where a name with its `suffix` asks for one file. Where its `suffix` is not ".zip"
    its files are called `main`, one with the suffix last, unless the options make a folder of it;
    those of `beside` keep their names. With `in_volumes` it is one file as a rule, and a long one
    goes on in files of that name with "-volume-2" and so on.
    `read` makes edits of a source (FormatError with the `line` that is wrong), going through it
    `passes` times; `claims` says by name and beginning whether a file is of this format,
    `claims_bundle` the same of a folder or zip, where such are read; `find_lost` looks for
    annotations that it cannot hold before anything is written. `package` is needed to write or
    read it and need not be installed. With `labels_only` it has the label set and nothing else, so
    that nothing else is missed.
    """

    id: str
    name: str
    about: str
    suffix: str
    group: Group
    holds: frozenset[Part]
    options: type[OptionsT]
    write: Callable[[Selection, OptionsT], Iterator[bytes]] | None = None
    write_files: Callable[[Selection, OptionsT], Iterator[Piece]] | None = None
    main: str = MAIN
    in_volumes: bool = False
    beside: tuple[str, ...] = ()
    read: Callable[[ReadRequest], ReadSet] | None = None
    passes: int = 2
    claims: Callable[[str, bytes], bool] = lambda _name, _data: False
    claims_bundle: Callable[[Bundle], bool] | None = None
    package: str | None = None
    labels_only: bool = False
    find_lost: Callable[[Selection, OptionsT], tuple[Lost, ...]] = lambda _selection, _options: ()

    @property
    def is_here(self) -> bool:
        """Whether the package that it needs, if any, is installed."""
        return self.package is None or find_spec(self.package) is not None

    def require(self) -> None:
        """Raise FormatError `no-package` where the package that it needs is not installed."""
        if not self.is_here:
            raise FormatError("no-package", format=self.name, package=self.package)

    @property
    def is_written(self) -> bool:
        """Whether there is a way out of a project into this format."""
        return self.write is not None or self.write_files is not None

    @property
    def reads_bundles(self) -> bool:
        """Whether `read` takes folders and zips."""
        return self.read is not None and self.claims_bundle is not None

    @property
    def lossless(self) -> bool:
        """Whether reading it back gives everything that was written."""
        return self.read is not None and self.holds == EVERYTHING

    def losses(self, selection: Selection, options: OptionsT | None = None) -> Losses:
        """Say what this format would lose of a selection, by default with its usual options.

        FormatError `no-package`: nothing can be written.
        """
        self.require()
        chosen = self.options() if options is None else options
        if self.labels_only or self.holds == EVERYTHING:
            return Losses(self.find_lost(selection, chosen))
        parts = _Parts()
        lost = self.find_lost(replace(selection, seen=parts.see), chosen)
        counts = parts.counted(selection)
        unheld = {part: count for part, count in counts.items() if part not in self.holds and count}
        return Losses(lost, MappingProxyType(unheld))


class _Parts:
    """How much of what a selection has, counted while somebody else goes through it."""

    def __init__(self) -> None:
        self._counts: Counter[Part] = Counter()
        self._annotators: set[str] = set()
        self._seen: set[str] = set()

    def see(self, article: Article) -> None:
        """Count what an article has, once."""
        if article.head.id not in self._seen:
            self._seen.add(article.head.id)
            self._counts["zones"] += len(article.head.zones)
            self._counts["attributes"] += sum(len(one.attributes) for one in article.annotations)
            self._counts["notes"] += sum(one.note is not None for one in article.annotations)
            self._counts["flags"] += sum(one.flag for one in article.annotations)
            self._counts["confidence"] += sum(bool(one.confidence) for one in article.annotations)
            self._annotators.update(one.annotator for one in article.annotations)

    def counted(self, selection: Selection) -> Counter[Part]:
        """Return all counts, those of articles too that nobody has gone through."""
        shelf = selection.shelf()
        for article in selection.opened({one.head.id for one in shelf} - self._seen):
            self.see(article)
        self._counts["relations"] = len(selection.relations())
        self._counts["entities"] = len(selection.project.entities)
        self._counts["text"] = len(shelf)
        if len(self._annotators) > 1:  # of one alone there is nothing to tell apart
            self._counts["annotators"] = len(self._annotators)
        return self._counts
