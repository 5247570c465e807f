"""The verbs about what is kept of a project: backups, history. Neither takes the lock."""

from pathlib import Path
from typing import Annotated

import typer

from pressmark.cli.parameters import AsJson, ProjectFile
from pressmark.cli.printing import print_json, print_table, printable, say
from pressmark.edits.reverting import standing
from pressmark.errors import ProjectFileError
from pressmark.store.backups import Backup, backups_of, project_in, read_backup
from pressmark.store.bases import side_of
from pressmark.store.history_file import Step
from pressmark.store.past import past
from pressmark.store.save import real, write_file


def backups(
    project: ProjectFile,
    restore: Annotated[int | None, typer.Option(help="The number of a backup.")] = None,
    output: Annotated[
        Path | None, typer.Option(help="Where to write what it holds.", readable=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List the backups of a project, or write one to a file; the project stays as it is."""
    held = backups_of(project)
    if (restore is None) != (output is None):
        raise typer.BadParameter("--restore and --output go together.")
    if restore is not None and output is not None:
        _restore(project, next((one for one in held if one.number == restore), None), output)
        return
    rows = [_backup(one) for one in held]
    if as_json:
        print_json(rows)
        return
    names = ("number", "time", "annotations", "articles", "damaged")
    print_table(names, [[row[name] for name in names] for row in rows])


def _restore(project: Path, backup: Backup | None, output: Path) -> None:
    if backup is None:
        raise ProjectFileError("no-backup", path=project)
    if real(output) == real(project) or output.exists():
        raise ProjectFileError("exists", path=output)
    write_file(output, [read_backup(backup.path)], expected=())
    say(f"Wrote {printable(str(output))}.")


def _backup(backup: Backup) -> dict[str, object]:
    counts: tuple[int | None, int | None] = (None, None)
    try:
        held = project_in(backup)
    except ProjectFileError:
        is_readable = False
    else:
        is_readable, counts = True, (len(held.places), len(held.articles))
    return {
        "number": backup.number,
        "time": backup.time.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "annotations": counts[0],
        "articles": counts[1],
        "damaged": backup.damaged or not is_readable,
    }


def history(project: ProjectFile, as_json: AsJson = False) -> None:
    """List what was done to a project: the oldest first, what is not saved yet included."""
    side = side_of(project)
    steps = past(side)
    kept = set(standing([step.done for step in steps]))
    names = {key: one.name for key, one in side.project.annotators.items()}
    rows = [_step(step, names, undone=at not in kept) for at, step in enumerate(steps)]
    if as_json:
        print_json(rows)
        return
    columns = ("number", "time", "by", "title", "origin")
    print_table((*columns, ""), [_cells(row, columns) for row in rows])


def _cells(row: dict[str, object], columns: tuple[str, ...]) -> list[object]:
    return [*(row[name] for name in columns), "undone" if row["undone"] else ""]


def _step(step: Step, names: dict[str, str], *, undone: bool) -> dict[str, object]:
    transaction = step.transaction
    touched = transaction.touches()
    annotator = transaction.stamp.annotator
    return {
        "number": step.seq,
        "time": transaction.stamp.time,
        "by": names.get(annotator, annotator),
        "title": transaction.title,
        "origin": transaction.origin,
        "articles": list(touched.articles),
        "annotations": list(touched.annotations),
        "undone": undone,
    }
