"""`pressmark rescue`: what is intact in a broken project file, as a new project."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from pressmark.cli.parameters import AsJson, ProjectFile
from pressmark.cli.printing import counted, print_json, print_line, printable, say
from pressmark.cli.reasons import reason_words
from pressmark.errors import ProjectFileError
from pressmark.store.disk import read_file
from pressmark.store.missing import Missing
from pressmark.store.project_file import MAX_SIZE, project_chunks
from pressmark.store.salvage import salvage
from pressmark.store.save import write_file

_CHANGED = {
    "anchor-differs": "there; an attribute points at words that do not stand there",
    "mended": "there, with what could be read of it",
    "moved": "there; its words stood elsewhere and were found",
    "new-id": "there, under another id",
    "no-article": "there; its article is lost, it stands in one made of such words",
    "no-end": "missing: one of its ends is",
    "text-differs": "there; its words do not stand in the article",
}


def rescue(
    project: ProjectFile,
    output: Annotated[Path, typer.Option(help="The new project.", readable=False)],
    as_json: AsJson = False,
) -> None:
    """Save what is intact in a broken project as a new one; list what is missing."""
    found = salvage(read_file(project, limit=MAX_SIZE), title=project.stem)
    if not found.project.articles:
        raise ProjectFileError("nothing-left", path=project)
    write_file(output, project_chunks(found.project), expected=())
    if as_json:
        missing = [asdict(one) for one in found.missing]
        print_json({"kept": found.kept, "total": found.total, "missing": missing})
        return
    for one in found.missing:
        print_line(one.line or "-", one.what, one.id or "-", one.article or "-", *_told(one))
    articles = counted(len(found.project.articles), "article")
    say(f"Rescued {found.kept} of {found.total} annotations in {articles}.")
    say(f"Wrote {printable(str(output))}; {printable(str(project))} is as it was.")


def _told(one: Missing) -> tuple[str, ...]:
    became = _CHANGED.get(one.reason) or f"missing: {reason_words(one.reason)}"
    return (became, one.words) if one.words else (became,)
