"""`pressmark annotate`: edits by JSON lines, acknowledged only once they are durable."""

import signal
from collections.abc import Iterator
from types import FrameType
from typing import Annotated

import typer

from pressmark.cli.messages import sentence
from pressmark.cli.opening import open_to_write
from pressmark.cli.parameters import ProjectFile
from pressmark.cli.printing import stdin_bytes
from pressmark.cli.requests import Redo, Request, Undo, read_request
from pressmark.cli.saving import save
from pressmark.edits.edit import Stamp
from pressmark.edits.history import Change
from pressmark.edits.requests import TITLES
from pressmark.edits.transaction import Transaction
from pressmark.errors import EditError, ProjectFileError
from pressmark.model.records import Annotator
from pressmark.store.annotators import annotator_for, introduction
from pressmark.store.clock import now
from pressmark.store.open_project import OpenProject

_ENDINGS = ("SIGTERM", "SIGHUP")
"""A session that ends, a terminal that is closed; SIGINT is Typer's, to the same effect."""


def annotate(
    project: ProjectFile,
    annotator: Annotated[str | None, typer.Option(help="Whose edits these are.")] = None,
    allow_loss: Annotated[
        bool, typer.Option("--allow-loss", help="Save even what would lose annotations.")
    ] = False,
) -> None:
    """Read edit requests as JSON lines on stdin; acknowledge each once it is on disk."""
    for name in _ENDINGS:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _leave)
    with open_to_write(project) as file:
        who = annotator_for(file.project, annotator)
        typer.echo("READY")
        try:
            for line in _lines():
                typer.echo(_answer(file, line, who))
        finally:
            save(file, Stamp(who.id, now()), lossy=allow_loss)


def _lines() -> Iterator[bytes]:
    """Yield the lines of stdin as they come, without waiting for more."""
    while line := stdin_bytes().readline():
        if line.strip():
            yield line


def _answer(file: OpenProject, line: bytes, who: Annotator) -> str:
    stamp = Stamp(who.id, now())
    try:
        request = read_request(line)
        acknowledged = _perform(file, request, who, stamp)
    except (EditError, ProjectFileError) as error:  # the article may be damaged
        return f"ERR {sentence(error)}"
    try:
        file.wait_kept()
    except ProjectFileError as error:
        _take_back(file, request, stamp)
        return f"ERR {sentence(error)}"
    return f"ACK {acknowledged}"


def _perform(file: OpenProject, request: Request, who: Annotator, stamp: Stamp) -> str:
    if isinstance(request, Undo):
        return _first_touched(file.undo(stamp))
    if isinstance(request, Redo):
        return _first_touched(file.redo())
    acknowledged, edits = request.edits(file.project, stamp)
    first = introduction(who, file.project)
    file.commit(Transaction(TITLES[type(request)], (*first, *edits), stamp))
    return acknowledged


def _take_back(file: OpenProject, request: Request, stamp: Stamp) -> None:
    """Undo what is done and cannot be kept: nobody is to find it there once it can."""
    if isinstance(request, Undo):
        file.redo()
    else:
        file.undo(stamp)


def _first_touched(change: Change) -> str:
    touched = change.touched
    return next(iter((*touched.annotations, *touched.relations, *touched.articles)), "")


def _leave(signum: int, frame: FrameType | None) -> None:
    """End by the way that saves: what is acknowledged is durable already."""
    del frame
    raise SystemExit(128 + signum)
