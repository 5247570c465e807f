"""`pressmark new`: a project's first file."""

import os
from pathlib import Path
from typing import Annotated

import typer

from pressmark.articles.label_set_file import read_label_set_file
from pressmark.cli.parameters import ProjectFile
from pressmark.cli.printing import printable, say
from pressmark.store.label_sets import default_label_set
from pressmark.store.open_project import new_project


def new(
    project: ProjectFile,
    title: Annotated[str | None, typer.Option(help="The project's title.")] = None,
    label_set: Annotated[
        Path | None,
        typer.Option(help="A label set to use instead of the four labels.", readable=False),
    ] = None,
) -> None:
    """Make a new, empty project; an existing file is never overwritten."""
    labels = read_label_set_file(label_set) if label_set else default_label_set()
    # Names of files may hold bytes that are no characters; a project's title may not.
    named = os.fsencode(title or project.stem).decode(errors="replace")
    new_project(project, title=named, label_set=labels).close()
    say(f"Made {printable(str(project))}.")
