"""Annotation sets: each read whole or not at all, and what there is to say of it."""

from collections.abc import Sequence
from pathlib import Path

from pressmark.cli.import_report import Report
from pressmark.cli.import_wishes import Importer, ImportWishes, name_of
from pressmark.cli.progress import progress
from pressmark.cli.set_words import remark_sentence
from pressmark.edits.annotations import AddAnnotation
from pressmark.edits.articles import AddArticle
from pressmark.edits.edit import Edit
from pressmark.errors import FormatError
from pressmark.formats.format import Reading, ReadRequest
from pressmark.formats.source import Source
from pressmark.model.project import Project
from pressmark.model.records import Annotator
from pressmark.store.annotators import introduction

_MEGABYTE = 1_000_000


def read_set(
    project: Project, name: str, source: Source, wishes: ImportWishes, importer: Importer
) -> tuple[Report, tuple[Edit, ...]]:
    """Return what is to be said of a set, and the edits that bring it in.

    FormatError where it does not fit.
    """
    form = source.form
    if form is None or form.read is None:
        raise FormatError("no-reader", format=form.id if form else name)
    with progress("Megabytes read") as tell:
        watched = source.watched(lambda done, size: tell(done // _MEGABYTE, size // _MEGABYTE))
        read = form.read(
            ReadRequest(
                data=watched.data,
                name=Path(name).name,
                bundle=source.bundle,
                project=project,
                stamp=importer.stamp,
                labels=wishes.labels,
                counting=wishes.counting,
            )
        )
    report = Report(
        source=name,
        format=form.id,
        articles=read.articles,
        annotations=read.annotations,
        skipped=tuple((one.what, remark_sentence(one)) for one in read.skipped),
        warnings=(*map(remark_sentence, read.warnings), *map(_told, read.readings)),
    )
    edits = read.edits
    if edits and _has_work_of(importer.annotator, edits):
        edits = (*introduction(importer.annotator, project), *edits)
    return report, edits


def _told(reading: Reading) -> str:
    """Return what stands at some places if offsets count so."""
    words = (f"“{one}”" if one is not None else "nothing" for one in reading.samples)
    return f"{name_of(reading.counting)}: {', '.join(words)}"


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
