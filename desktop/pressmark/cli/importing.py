"""`pressmark import`: articles and annotation sets, each source whole or not at all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

import typer

from pressmark.articles.batch import gather
from pressmark.articles.decoding import decode
from pressmark.articles.reading import ReadArticle, article_from_bytes, is_folder, read_bytes
from pressmark.cli.choosing import pairs
from pressmark.cli.messages import sentence
from pressmark.cli.odd_words import odd_words
from pressmark.cli.opening import open_to_write
from pressmark.cli.parameters import AsJson, ProjectFile
from pressmark.cli.printing import counted, print_json, printable, say, stdin_bytes
from pressmark.cli.progress import progress
from pressmark.cli.saving import save
from pressmark.cli.set_words import remark_sentence
from pressmark.edits.annotations import AddAnnotation
from pressmark.edits.articles import AddArticle
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.transaction import Transaction, apply
from pressmark.errors import ArticleFileError, FormatError, PressmarkError
from pressmark.formats.format import Format, ReadRequest
from pressmark.formats.registry import FORMATS, format_by_id
from pressmark.formats.source import Source, folder_format, source_at, streamed
from pressmark.model.project import Project
from pressmark.model.records import Annotator
from pressmark.store.annotators import annotator_for, introduction
from pressmark.store.clock import arriving, now
from pressmark.store.open_project import OpenProject, read_project

_STDIN = "-"
_TEXT = "text"
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class _Report:
    """What became of one source; `skipped` are pairs of what and why."""

    source: str
    format: str
    articles: tuple[str, ...] = ()
    annotations: int = 0
    skipped: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
    failed: bool = False


@dataclass(frozen=True, slots=True)
class _Wishes:
    """How sources are to be read."""

    form: Format[Any] | None
    text: bool
    encoding: str | None
    labels: Mapping[str, str]
    annotator: Annotator
    time: str

    @property
    def stamp(self) -> Stamp:
        return Stamp(self.annotator.id, self.time)


def import_(
    project: ProjectFile,
    source: Annotated[list[str], typer.Argument(help="Files and folders, or - for stdin.")],
    format_id: Annotated[str | None, typer.Option("--format", help="Not to be guessed.")] = None,
    encoding: Annotated[str | None, typer.Option(help="The encoding of text files.")] = None,
    annotator: Annotated[str | None, typer.Option(help="Whose annotations these are.")] = None,
    map_: Annotated[list[str] | None, typer.Option("--map", help="OLD=NEW label.")] = None,
    dry_run: Annotated[bool, typer.Option(help="Only say what would come in.")] = False,
    as_json: AsJson = False,
) -> None:
    """Bring articles and annotation sets into a project; a bad source costs itself only."""
    form = _format(format_id)
    labels = pairs(map_ or (), "--map")
    _check_encoding(encoding)
    if dry_run:
        loaded = read_project(project).project
        who = annotator_for(loaded, annotator)
        wishes = _Wishes(form, format_id == _TEXT, encoding, labels, who, now())
        reports = list(_rehearsed(loaded, source, wishes))
    else:
        with open_to_write(project) as file:
            who = annotator_for(file.project, annotator)
            wishes = _Wishes(form, format_id == _TEXT, encoding, labels, who, now())
            reports = list(_brought_in(file, source, wishes))
            save(file, wishes.stamp)
    _tell(reports, as_json=as_json)
    if any(report.failed for report in reports):
        raise typer.Exit(1)


def _format(format_id: str | None) -> Format[Any] | None:
    if format_id is None or format_id == _TEXT:
        return None
    form = format_by_id(format_id)
    if form is None or form.read is None:
        known = ", ".join([_TEXT, *(one.id for one in FORMATS if one.read)])
        raise typer.BadParameter(f"{format_id} is none of {known}", param_hint="--format")
    return form


def _check_encoding(name: str | None) -> None:
    """Refuse an encoding that nobody knows before any source is read in it."""
    try:
        decode(b"text", name)
    except ArticleFileError as error:
        if error.case == "unknown-encoding":
            raise typer.BadParameter(sentence(error), param_hint="--encoding") from error


def _rehearsed(project: Project, sources: Sequence[str], wishes: _Wishes) -> Iterator[_Report]:
    for name, data in _opened(sources, wishes):
        report, edits = _read(project, name, data, wishes)
        if edits:
            project, _ = apply(project, Transaction("Import", edits, wishes.stamp, "import"))
        yield report


def _brought_in(file: OpenProject, sources: Sequence[str], wishes: _Wishes) -> Iterator[_Report]:
    for source, data in _opened(sources, wishes):
        report, edits = _read(file.project, source, data, wishes)
        if edits:
            if _has_work_of(wishes.annotator, edits):
                edits = (*introduction(wishes.annotator, file.project), *edits)
            file.commit(Transaction("Import", edits, wishes.stamp, "import"))
        yield report


def _has_work_of(annotator: Annotator, edits: Sequence[Edit]) -> bool:
    """Say whether annotations come in as this annotator's."""
    return any(
        one.annotator == annotator.id
        for edit in edits
        for one in (
            edit.article.open().annotations
            if isinstance(edit, AddArticle)
            else (edit.annotation,)
            if isinstance(edit, AddAnnotation)
            else ()
        )
    )


def _opened(
    sources: Sequence[str], wishes: _Wishes
) -> Iterator[tuple[str, Source | PressmarkError]]:
    """Yield every source, opened, or with what keeps it from being read."""
    found = [one for source in sources for one in _files(source, wishes)]
    with progress("Sources read") as tell:
        for done, source in enumerate(found, start=1):
            try:
                yield source, _open(source, wishes)
            except PressmarkError as error:
                yield source, error
            tell(done, len(found))


def _files(source: str, wishes: _Wishes) -> list[str]:
    """Return the sources in one that was named: a folder may be a set, or hold many."""
    path = Path(source)
    is_set = is_folder(path) and (
        wishes.form.reads_bundles if wishes.form else not wishes.text and folder_format(path)
    )
    return [source] if source == _STDIN or is_set else [str(one) for one in gather([path])]


def _open(source: str, wishes: _Wishes) -> Source:
    if source == _STDIN:
        return streamed(source, stdin_bytes(), wishes.form)
    if wishes.text:
        return Source(read_bytes(Path(source)), None, None)
    return source_at(Path(source), read_bytes, wishes.form)


def _read(
    project: Project, name: str, source: Source | PressmarkError, wishes: _Wishes
) -> tuple[_Report, tuple[Edit, ...]]:
    try:
        if isinstance(source, PressmarkError):
            raise source
        if source.form is not None and not wishes.text:
            report, edits = _read_set(project, name, source, source.form, wishes)
        else:
            report, edits = _read_article(project, name, source.held, wishes)
        apply(project, Transaction("Import", edits, wishes.stamp, "import"))
    except PressmarkError as error:
        named = type(error)(error.case, **{"path": name, **error.facts})
        return _Report(name, "", skipped=((name, sentence(named)),), failed=True), ()
    return report, edits


def _read_set(
    project: Project, name: str, source: Source, form: Format[Any], wishes: _Wishes
) -> tuple[_Report, tuple[Edit, ...]]:
    if form.read is None:
        raise FormatError("no-reader", format=form.id)
    with progress("Megabytes read") as tell:
        watched = source.watched(lambda done, size: tell(done // _MEGABYTE, size // _MEGABYTE))
        request = ReadRequest(
            data=watched.data,
            name=Path(name).name,
            bundle=source.bundle,
            project=project,
            stamp=wishes.stamp,
            labels=wishes.labels,
        )
        read = form.read(request)
    report = _Report(
        name,
        form.id,
        read.articles,
        read.annotations,
        tuple((one.what, remark_sentence(one)) for one in read.skipped),
        tuple(remark_sentence(one) for one in read.warnings),
    )
    return report, read.edits


def _read_article(
    project: Project, name: str, data: bytes, wishes: _Wishes
) -> tuple[_Report, tuple[Edit, ...]]:
    added = arriving(wishes.stamp.time, len(project.articles))
    one = article_from_bytes(data, added=added, encoding=wishes.encoding, name=name)
    key = one.article.head.id
    report = _Report(name, _TEXT, (key,), warnings=_warnings(one))
    if key in project.articles:
        return replace(report, skipped=((key, f"Article {key} is there already."),)), ()
    return report, (AddArticle(one.article),)


def _warnings(one: ReadArticle) -> tuple[str, ...]:
    told = odd_words(one.article.text, one.oddities)
    if not one.certain:
        others = ", ".join(other.encoding for other in one.runners_up)
        told.append(f"read as {one.encoding}, a guess" + (f"; or {others}" if others else ""))
    return tuple(told)


def _tell(reports: Sequence[_Report], *, as_json: bool) -> None:
    if as_json:
        print_json({"sources": [_plain(report) for report in reports]})
        return
    for report in reports:
        if not report.failed:
            articles = counted(len(report.articles), "article")
            annotations = counted(report.annotations, "annotation")
            say(f"{printable(report.source)}: {articles}, {annotations} ({report.format}).")
        for _, why in report.skipped:
            say(printable(why))
        for warning in report.warnings:
            say(f"  {printable(warning)}")


def _plain(report: _Report) -> dict[str, object]:
    return {
        "source": report.source,
        "format": report.format,
        "articles": list(report.articles),
        "annotations": report.annotations,
        "skipped": [{"what": what, "why": why} for what, why in report.skipped],
        "warnings": list(report.warnings),
    }
