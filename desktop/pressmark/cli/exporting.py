"""`pressmark export` and `pressmark formats`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from pressmark.cli.messages import lost_words
from pressmark.cli.parameters import AsJson, ProjectFile
from pressmark.cli.printing import counted, print_json, print_table, printable, say
from pressmark.cli.progress import progress
from pressmark.cli.readable import readable_project
from pressmark.errors import FormatError
from pressmark.formats.exporting import export as write_set
from pressmark.formats.format import Format, Losses
from pressmark.formats.options import options_from
from pressmark.formats.registry import FORMATS, format_by_id
from pressmark.formats.selection import Selection
from pressmark.model.article import STATES
from pressmark.model.project import Project


def formats(
    as_json: AsJson = False,
) -> None:
    """Print what can be written and read: id, name, direction, and what each can hold."""
    if as_json:
        print_json([_described(one) for one in FORMATS])
        return
    rows = [
        (one.id, one.name, "/".join(_direction(one)), ", ".join(sorted(one.holds)))
        for one in FORMATS
    ]
    print_table(("id", "name", "direction", "holds"), rows)


def export(
    project: ProjectFile,
    format_id: Annotated[str, typer.Option("--format", help="See `pressmark formats`.")],
    output: Annotated[Path, typer.Option(help="The file or folder to write.", readable=False)],
    label: Annotated[list[str] | None, typer.Option(help="Only this label.")] = None,
    annotator: Annotated[list[str] | None, typer.Option(help="Only by this annotator.")] = None,
    article: Annotated[list[str] | None, typer.Option(help="Only this article.")] = None,
    state: Annotated[list[str] | None, typer.Option(help="Only articles in this state.")] = None,
    zones: Annotated[bool, typer.Option(help="Keep what lies in boilerplate.")] = True,
    notes: Annotated[bool, typer.Option(help="Keep notes.")] = True,
    pseudonyms: Annotated[bool, typer.Option(help="Number annotators, name none.")] = False,
    option: Annotated[list[str] | None, typer.Option(help="An option, as NAME=VALUE.")] = None,
    allow_loss: Annotated[bool, typer.Option(help="Write even where something is lost.")] = False,
) -> None:
    """Write one annotation set or report; what the format loses is said before."""
    form = _format(format_id)
    options = options_from(form, pairs(option or (), "--option"))
    loaded, damaged = readable_project(project)
    selection = Selection(
        project=loaded,
        labels=_known(label, {one.id for one in loaded.label_set.labels}, "label"),
        annotators=_annotators(annotator, loaded),
        articles=_known(article, set(loaded.articles), "article"),
        states=_states(state),
        zones=zones,
        notes=notes,
        pseudonyms=pseudonyms,
    )
    losses = form.losses(selection, options)
    _say_losses(form, selection, losses)
    gone = [one for one in damaged if not article or one.head.id in article]
    if gone and not allow_loss:
        count = sum(sum(one.counts.values()) for one in gone)
        raise FormatError("damaged-loss", articles=len(gone), count=count)
    if losses.annotations and not allow_loss:
        raise FormatError("loss", format=form.name, count=len(losses.annotations))
    with progress("Articles written") as tell:
        write_set(form, selection, output, options, progressed=tell)
    kept = len(selection.annotation_ids()) - len(losses.annotations)
    say(f"Wrote {counted(kept, 'annotation')} to {printable(str(output))}.")


def pairs(given: Sequence[str], name: str) -> dict[str, str]:
    """Return `A=B` words as a mapping; wrong usage where one has no `=`."""
    split = {}
    for word in given:
        key, equals, value = word.partition("=")
        if not equals or not key:
            raise typer.BadParameter(f"{word} is not NAME=VALUE", param_hint=name)
        split[key] = value
    return split


def _format(format_id: str) -> Format[Any]:
    form = format_by_id(format_id)
    if form is None or not form.is_written:
        known = ", ".join(one.id for one in FORMATS if one.is_written)
        raise typer.BadParameter(f"{format_id} is none of {known}", param_hint="--format")
    return form


def _known(given: Sequence[str] | None, known: set[str], what: str) -> frozenset[str] | None:
    """Return the ids to keep to; one that means nothing in this project is refused."""
    if not given:
        return None
    for one in given:
        if one not in known:
            raise FormatError(f"no-such-{what}", id=one)
    return frozenset(given)


def _annotators(given: Sequence[str] | None, project: Project) -> frozenset[str] | None:
    """Return annotators' ids; they may be named by id or by name."""
    if not given:
        return None
    found = {one.id for one in project.annotators.values() if one.id in given or one.name in given}
    named = {one.name for one in project.annotators.values()} | set(project.annotators)
    for one in given:
        if one not in named:
            raise FormatError("no-such-annotator", id=one)
    return frozenset(found)


def _states(given: Sequence[str] | None) -> frozenset[str] | None:
    for one in given or ():
        if one not in STATES:
            raise typer.BadParameter(f"{one} is none of {', '.join(STATES)}", param_hint="--state")
    return frozenset(given) if given else None


def _say_losses(form: Format[Any], selection: Selection, losses: Losses) -> None:
    if losses.annotations:
        total = len(selection.annotation_ids())
        say(f"{form.name} cannot hold {len(losses.annotations)} of {total} annotations:")
        for one in losses.annotations:
            say(f"  {printable(one.article)} {printable(one.annotation)} {lost_words(one)}")
    if losses.unheld:
        parts = ", ".join(f"{name} ({count})" for name, count in losses.unheld.items())
        say(f"Note: {form.name} has no place for {parts}.")


def _direction(form: Format[Any]) -> list[str]:
    return [word for word, there in (("read", form.read), ("write", form.is_written)) if there]


def _described(form: Format[Any]) -> dict[str, object]:
    return {
        "id": form.id,
        "name": form.name,
        "direction": _direction(form),
        "holds": sorted(form.holds),
        "lossless": form.lossless,
        "suffix": form.suffix,
    }
