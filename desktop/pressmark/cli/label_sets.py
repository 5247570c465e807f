"""`pressmark label-set`: a project's labels, attributes and relation types, out and in."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from pressmark.analysis.label_set_changes import LabelSetChange, label_set_changes
from pressmark.articles.label_set_file import read_label_set_file
from pressmark.cli.opening import open_to_write
from pressmark.cli.parameters import ProjectFile
from pressmark.cli.printing import counted, printable, printable_json, say
from pressmark.cli.saving import save
from pressmark.edits.edit import Stamp
from pressmark.edits.label_set_change import Ways, label_set_change
from pressmark.edits.label_set_use import Key, Loss, losses, stand_ins, use_of
from pressmark.edits.transaction import Transaction
from pressmark.errors import EditError
from pressmark.model.label_set import LabelSet
from pressmark.model.project import Project
from pressmark.store.annotators import annotator_for, introduction
from pressmark.store.clock import now
from pressmark.store.label_sets import label_set_json
from pressmark.store.open_project import read_project
from pressmark.store.save import write_file

_TITLE = "Import label set"
_HOLDERS = {"relation": "relation", "match": "relation", "zone": "zone"}
_WORDS = {"order": "the order", "set": "name, guidelines or zone kinds"}


def label_set(
    project: ProjectFile,
    export: Annotated[
        Path | None, typer.Option(help="Write it to this JSON file.", readable=False)
    ] = None,
    import_: Annotated[
        Path | None,
        typer.Option("--import", help="Use the one in this JSON file.", readable=False),
    ] = None,
    map_: Annotated[
        list[str] | None,
        typer.Option("--map", help="What stands for what leaves, as OLD=NEW; OLD= deletes it."),
    ] = None,
    keep: Annotated[
        bool, typer.Option(help="Keep what leaves though it is in use, unknown to the set.")
    ] = False,
    annotator: Annotated[str | None, typer.Option(help="Whose work this is.")] = None,
    dry_run: Annotated[bool, typer.Option(help="Only say what would change.")] = False,
) -> None:
    """Print a project's label set, write it to a file, or import another.

    OLD is a label, label/attribute, label/attribute/value, relations/type or zones/kind.
    """
    if export is not None and import_ is not None:
        raise typer.BadParameter("import or export, not both", param_hint="--import")
    if import_ is not None:
        _import(project, read_label_set_file(import_), map_ or (), annotator, (keep, dry_run))
        return
    text = label_set_json(read_project(project).project.label_set)
    if export is None:
        typer.echo(printable_json(text), nl=False)
        return
    write_file(export, [text.encode()])
    say(f"Wrote {printable(str(export))}.")


def _import(
    path: Path,
    labels: LabelSet,
    given: Sequence[str],
    annotator: str | None,
    how: tuple[bool, bool],
) -> None:
    keep, dry_run = how
    if dry_run:
        _planned(read_project(path).project, labels, given)
        return
    with open_to_write(path) as file:
        ways, left = _planned(file.project, labels, given)
        if left and not keep:
            count = sum(one.count for one in left)
            raise EditError("no-place", count=count, names=", ".join(map(_name, left)))
        edits = label_set_change(file.project, labels, ways)
        if not edits:
            return
        who = annotator_for(file.project, annotator)
        stamp = Stamp(who.id, now())
        file.commit(Transaction(_TITLE, (*introduction(who, file.project), *edits), stamp))
        save(file, stamp, lossy=True)


def _planned(project: Project, labels: LabelSet, given: Sequence[str]) -> tuple[Ways, list[Loss]]:
    """Say what changes; return what becomes of what is lost, and what nothing was said of."""
    lost = losses(use_of(project), project.label_set, labels)
    changes = label_set_changes(project.label_set, labels)
    ways = _ways(given, lost, labels)
    for change in changes:
        say(_change_words(change))
    for one in lost:
        say(_loss_words(one, ways))
    if not changes:
        say("The project has this label set already.")
    return ways, [one for one in lost if one.key not in ways]


def _ways(given: Sequence[str], lost: Iterable[Loss], labels: LabelSet) -> Ways:
    named = {_name(one): one.key for one in lost}
    ways: dict[Key, str | None] = {}
    for word in given:
        old, equals, new = word.partition("=")
        if not equals:
            raise typer.BadParameter(f"{word} is not OLD=NEW", param_hint="--map")
        if old not in named:
            known = ", ".join(named) or "nothing"
            raise EditError("not-lost", name=old, known=known)
        key = named[old]
        if new and new not in stand_ins(key, labels):
            raise EditError("no-such-place", name=new, old=old)
        ways[key] = new or None
    return ways


def _name(loss: Loss) -> str:
    """Return what `--map` calls it."""
    kind, *ids = loss.key
    before = {"relation": ["relations"], "match": ["relations"], "zone": ["zones"]}.get(kind, [])
    return "/".join([*before, *ids])


def _change_words(change: LabelSetChange) -> str:
    what = _WORDS.get(change.what, f"{change.what} {printable(change.title)}")
    return f"{change.way.capitalize()}: {what}."


def _loss_words(loss: Loss, ways: Ways) -> str:
    """Return how much has what leaves, and what becomes of it."""
    held = counted(loss.count, _HOLDERS.get(loss.key[0], "annotation"))
    fate = "kept as it is"
    if loss.key in ways:
        new = ways[loss.key]
        fate = f"becomes {printable(new)}" if new else "deleted"
    fitting = " (values that do not fit)" if loss.key[0] == "fit" else ""
    return f"In use: {printable(_name(loss))}{fitting} in {held}, {fate}."
