"""`pressmark import`: articles and annotation sets, each source whole or not at all.

Articles come in first, all of them in one step; then the sets, each in one: they may be of those
articles.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Protocol

import typer

from pressmark.articles.batch import Arrived, gather
from pressmark.articles.kept_originals import keep_originals_of
from pressmark.articles.reading import is_folder, read_bytes
from pressmark.cli.article_imports import (
    arrival_of_bytes,
    arrivals_of,
    linked,
    report_of,
    reprints_among,
)
from pressmark.cli.import_report import Report, tell
from pressmark.cli.import_wishes import Importer, ImportWishes, counting_named, wishes_for
from pressmark.cli.messages import sentence
from pressmark.cli.opening import open_to_write
from pressmark.cli.parameters import AsJson, ProjectFile
from pressmark.cli.printing import counted, say, stdin_bytes
from pressmark.cli.progress import progress
from pressmark.cli.saving import save
from pressmark.cli.set_imports import read_set
from pressmark.edits.articles import AddArticle
from pressmark.edits.transaction import Transaction, apply
from pressmark.errors import ArticleFileError, FormatError, PressmarkError, ProjectFileError
from pressmark.formats.source import Source, folder_format, is_called_a_set, source_at, streamed
from pressmark.model.project import Project
from pressmark.store.annotators import annotator_for
from pressmark.store.clock import now
from pressmark.store.open_project import read_project

_STDIN = "-"
_AN_ARTICLE = Source(b"", None, None)
_OFFSETS = "What offsets of sets count: code-points, utf-16, graphemes or bytes."
_ON_THE_WEB = ("http://", "https://", "www.")


def import_(
    project: ProjectFile,
    source: Annotated[list[str], typer.Argument(help="Files and folders, or - for stdin.")],
    format_id: Annotated[
        str | None,
        typer.Option("--format", help="Not to be guessed: a format, a kind of file, or articles."),
    ] = None,
    encoding: Annotated[str | None, typer.Option(help="The encoding of text files.")] = None,
    column: Annotated[
        list[str] | None, typer.Option(help="Of tables: FIELD=COLUMN, as in text=Body.")
    ] = None,
    boilerplate: Annotated[
        str, typer.Option(help="What is not the article: zones, or left-out.")
    ] = "zones",
    reprints: Annotated[
        bool, typer.Option(help="Link articles that are nearly the same as an earlier one.")
    ] = True,
    offsets: Annotated[str, typer.Option(help=_OFFSETS)] = "",
    annotator: Annotated[str | None, typer.Option(help="Whose annotations these are.")] = None,
    map_: Annotated[list[str] | None, typer.Option("--map", help="OLD=NEW label.")] = None,
    dry_run: Annotated[bool, typer.Option(help="Only say what would come in.")] = False,
    as_json: AsJson = False,
) -> None:
    """Bring articles and annotation sets into a project; a bad source costs itself only."""
    wishes = wishes_for(format_id, encoding, column or (), boilerplate, map_ or ())
    wishes = replace(wishes, links=reprints, counting=counting_named(offsets))
    if dry_run:
        rehearsal = _Rehearsal(read_project(project).project)
        importer = Importer(annotator_for(rehearsal.project, annotator), now())
        reports = _Import(rehearsal, wishes, importer).of(source)
    else:
        with open_to_write(project) as file:
            importer = Importer(annotator_for(file.project, annotator), now())
            coming = _Import(file, wishes, importer)
            reports = coming.of(source)
            save(file, importer.stamp)
            _keep_originals(file.path, coming)
    tell(reports, as_json=as_json, in_full=dry_run)
    if any(report.failed for report in reports):
        raise typer.Exit(1)


class _Target(Protocol):
    """What steps are done to: a project that is open, or one that is only looked at."""

    @property
    def project(self) -> Project: ...

    def commit(self, transaction: Transaction, /) -> object: ...


@dataclass(slots=True)
class _Rehearsal:
    """A project in memory: what is done to it stays there."""

    project: Project

    def commit(self, transaction: Transaction) -> None:
        """Do a step."""
        self.project, _ = apply(self.project, transaction)


@dataclass(slots=True)
class _Import:
    """Brings sources in, and keeps what there is to say of each, by its place among them."""

    target: _Target
    wishes: ImportWishes
    importer: Importer
    arrived: dict[int, Arrived] = field(default_factory=dict)
    piped: dict[int, bytes] = field(default_factory=dict)
    _reports: dict[int, Report] = field(default_factory=dict)

    def of(self, sources: Sequence[str]) -> list[Report]:
        """Bring in what is named and what is in folders; return a report for each, in order."""
        names = [name for source in sources for name in self._within(source)]
        sets: dict[int, Source | None] = {}
        articles: list[int] = []
        with progress("Sources looked into") as told:
            for at, name in enumerate(names):
                try:
                    found = self._open(name)
                    if found.form is not None:
                        sets[at] = found if name == _STDIN else None
                    elif name == _STDIN:
                        self.piped[at] = found.held
                    else:
                        articles.append(at)
                except PressmarkError as error:
                    self._reports[at] = _refused(name, error)
                told(at + 1, len(names))
        self._take_articles(names, articles)
        for at, source in sets.items():
            self._take_set(at, names[at], source)
        return [self._reports[at] for at in range(len(names))]

    def _within(self, source: str) -> list[str]:
        """Return the sources in one that was named: a folder may be a set, or hold many."""
        path, form = Path(source), self.wishes.form
        is_set = is_folder(path) and (
            form.reads_bundles if form else not self.wishes.is_article and folder_format(path)
        )
        stands_alone = source == _STDIN or source.startswith(_ON_THE_WEB) or is_set
        return [source] if stands_alone else [str(one) for one in gather([path])]

    def _open(self, name: str) -> Source:
        """Open a source; what is to be an article is not looked into yet."""
        if name.startswith(_ON_THE_WEB) and not Path(name).exists():
            raise ArticleFileError("is-address", path=name)
        if name == _STDIN:
            piped = streamed(name, stdin_bytes(), self.wishes.form)
            return Source(piped.held, None, None) if self.wishes.is_article else piped
        if self.wishes.is_article:
            return _AN_ARTICLE
        try:
            return source_at(Path(name), read_bytes, self.wishes.form)
        except FormatError:  # of a zip: as a set it cannot be, as articles it may be
            if self.wishes.form is not None or is_called_a_set(Path(name)):
                raise
            return _AN_ARTICLE

    def _take_articles(self, names: Sequence[str], articles: Sequence[int]) -> None:
        """Bring in all articles in one step."""
        project, wished, time = self.target.project, self.wishes.article, self.importer.time
        for at, data in self.piped.items():
            self.arrived[at] = arrival_of_bytes(names[at], data, project, wished, time)
        paths = [Path(names[at]) for at in articles]
        read = arrivals_of(paths, project, wished, time)
        self.arrived.update(zip(articles, read, strict=True))
        files = self.arrived.values()
        new = [one.article for file in files for one in file.new]
        alike = reprints_among(new, project) if self.wishes.links else {}
        if new:
            edits = tuple(AddArticle(linked(one, alike)) for one in new)
            self.target.commit(Transaction("Import", edits, self.importer.stamp, "import"))
        for at, file in self.arrived.items():
            self._reports[at] = report_of(names[at], file, alike)

    def _take_set(self, at: int, name: str, source: Source | None) -> None:
        """Bring in a set, or nothing of it."""
        project = self.target.project
        try:
            opened = self._open(name) if source is None else source
            report, edits = read_set(project, name, opened, self.wishes, self.importer)
            if edits:
                self.target.commit(Transaction("Import", edits, self.importer.stamp, "import"))
        except PressmarkError as error:
            report = _refused(name, error)
        self._reports[at] = report


def _keep_originals(project: Path, coming: _Import) -> None:
    """Keep what articles came from; where that cannot be, they are in the project all the same."""
    files = [file for at, file in coming.arrived.items() if at not in coming.piped]
    piped = [data for at, data in coming.piped.items() if coming.arrived[at].new]
    try:
        left = keep_originals_of(project, files, piped)
    except ProjectFileError as error:
        say(f"The originals are not kept: {sentence(error)}")
        return
    if left:
        say(f"{counted(left, 'original')} not kept: there is no more room for them.")


def _refused(name: str, error: PressmarkError) -> Report:
    named = type(error)(error.case, **{"path": name, **error.facts})
    return Report(source=name, skipped=((name, sentence(named)),), failed=True)
