"""`pressmark original`: the file that an article was made of, as it came."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from pressmark.cli.parameters import ProjectFile
from pressmark.errors import EditError, ProjectFileError
from pressmark.store.open_project import read_project
from pressmark.store.originals import original as kept_original
from pressmark.store.save import write_file


def original(
    project: ProjectFile,
    article: Annotated[str, typer.Argument(help="The id of an article.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A new file; else stdout.", readable=False)
    ] = None,
) -> None:
    """Write out the file that an article was made of, as it came."""
    if output is None and sys.stdout.isatty():
        raise typer.BadParameter("name a file: it may be anything", param_hint="--output")
    shelved = read_project(project).project.articles.get(article)
    if shelved is None:
        raise EditError("no-article", id=article)
    data = kept_original(project, shelved.head.raw_sha256 or "")
    if data is None:
        raise ProjectFileError("no-original", id=article)
    if output is not None:
        write_file(output, [data], expected=())
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
