"""`pressmark new`: a project's first file."""

from pathlib import Path
from typing import Annotated

import typer

from pressmark.cli.printing import printable, say
from pressmark.store.label_sets import default_label_set, read_label_set
from pressmark.store.open_project import new_project


def new(
    project: Path,
    title: Annotated[str | None, typer.Option(help="The project's title.")] = None,
    label_set: Annotated[
        Path | None, typer.Option(help="A label set to use instead of the four labels.")
    ] = None,
) -> None:
    """Make a new, empty project; an existing file is never overwritten."""
    labels = read_label_set(label_set.read_bytes()) if label_set else default_label_set()
    new_project(project, title=title or project.stem, label_set=labels).close()
    say(f"Made {printable(str(project))}.")
