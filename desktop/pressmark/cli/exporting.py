"""`pressmark export`."""

from pathlib import Path
from typing import Annotated, Any

import typer

from pressmark.catalogue import languages
from pressmark.cli.choosing import (
    annotators_named,
    begun,
    day,
    known,
    pairs,
    refined,
    reported,
    states,
)
from pressmark.cli.parameters import ProjectFile
from pressmark.cli.printing import counted, printable, say
from pressmark.cli.progress import progress
from pressmark.cli.readable import readable_project
from pressmark.cli.set_words import lost_words
from pressmark.errors import FormatError
from pressmark.formats.chosen import format_chosen, selection_of
from pressmark.formats.exporting import export as write_set
from pressmark.formats.format import Format, Losses
from pressmark.formats.reports.contents import LANGUAGE
from pressmark.formats.selection import Selection
from pressmark.store.clock import now
from pressmark.store.exchanges import note_report
from pressmark.store.save import real

_OUTPUT = "The file or folder to write."
_LANGUAGE = f"Of a report's own words: {', '.join(languages())}."
_OPTIONS = "An option of the format, as NAME=VALUE; see `pressmark formats FORMAT`."


def export(
    project: ProjectFile,
    output: Annotated[Path, typer.Option("--output", "-o", help=_OUTPUT, readable=False)],
    format_id: Annotated[str, typer.Option("--format", help="See `pressmark formats`.")] = "",
    preset: Annotated[str, typer.Option(help="What was named so in the window.")] = "",
    label: Annotated[list[str] | None, typer.Option(help="Only this label.")] = None,
    annotator: Annotated[list[str] | None, typer.Option(help="Only by this annotator.")] = None,
    article: Annotated[list[str] | None, typer.Option(help="Only this article.")] = None,
    state: Annotated[list[str] | None, typer.Option(help="Only articles in this state.")] = None,
    since: Annotated[str, typer.Option(help="Only articles published on this day or later.")] = "",
    until: Annotated[str, typer.Option(help="Only articles published up to this day.")] = "",
    flagged: Annotated[bool | None, typer.Option(help="Only flagged annotations.")] = None,
    new_since: Annotated[str, typer.Option(help="Only what is new: a day, or `report`.")] = "",
    zones: Annotated[bool | None, typer.Option(help="Keep what lies in boilerplate.")] = None,
    notes: Annotated[bool | None, typer.Option(help="Keep notes.")] = None,
    pseudonyms: Annotated[bool | None, typer.Option(help="Number annotators, name none.")] = None,
    language: Annotated[str, typer.Option(help=_LANGUAGE)] = "",
    option: Annotated[list[str] | None, typer.Option(help=_OPTIONS)] = None,
    allow_loss: Annotated[bool, typer.Option(help="Write even where something is lost.")] = False,
) -> None:
    """Write one annotation set or report; what the format loses is said before."""
    base = begun(format_id, preset)
    loaded, damaged = readable_project(project)
    choice = refined(
        base,
        {**pairs(option or (), "--option"), **({LANGUAGE: language} if language else {})},
        labels=known(label, {one.id for one in loaded.label_set.labels}, "label"),
        annotators=annotators_named(annotator, loaded),
        states=states(state),
        since=day(since, "--since"),
        until=day(until, "--until"),
        flagged=flagged,
        new=bool(new_since) or None,
        zones=zones,
        notes=notes,
        pseudonyms=pseudonyms,
    )
    form, options = format_chosen(choice)
    selection = selection_of(
        choice,
        loaded,
        articles=_set(known(article, set(loaded.articles), "article")),
        reported=reported(project, new_since) if choice.new else "",
    ).narrowed()
    losses = form.losses(selection, options)
    _say_losses(form, selection, losses)
    gone = [one for one in damaged if not article or one.head.id in article]
    if gone and not allow_loss:
        count = sum(sum(one.counts.values()) for one in gone)
        raise FormatError("damaged-loss", articles=len(gone), count=count)
    if losses.annotations and not allow_loss:
        raise FormatError("loss", format=form.name, count=len(losses.annotations))
    began = now()
    with progress("Articles written") as tell:
        write_set(form, selection, output, options, progressed=tell)
    kept = len(selection.annotation_ids()) - len(losses.gone)
    if form.group == "reading":
        note_report(real(project), began)
    wrote = "the label set" if form.labels_only else counted(kept, "annotation")
    say(f"Wrote {wrote} to {printable(str(output))}.")


def _say_losses(form: Format[Any], selection: Selection, losses: Losses) -> None:
    if losses.annotations:
        total = len(selection.annotation_ids())
        say(f"{form.name} cannot hold {len(losses.annotations)} of {total} annotations:")
        for one in losses.annotations:
            say(f"  {printable(one.article)} {printable(one.annotation)} {lost_words(one)}")
    if losses.unheld:
        parts = ", ".join(f"{name} ({count})" for name, count in losses.unheld.items())
        say(f"Note: {form.name} has no place for {parts}.")


def _set(ids: tuple[str, ...] | None) -> frozenset[str] | None:
    return None if ids is None else frozenset(ids)
