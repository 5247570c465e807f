"""What there is to say when a project is read: what its journal adds, and what stands beside it."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from pressmark.cli.messages import sentence
from pressmark.cli.printing import counted, printable, say
from pressmark.store.open_project import OpenProject, open_project
from pressmark.store.reading import OpeningReport
from pressmark.store.replay import Conflict


def open_to_write(path: Path) -> OpenProject:
    """Open a project that is to be changed, and say what its journal gave back.

    ProjectFileError where it cannot be written.
    """
    file = open_project(path)
    file.require_writable()
    for told in opening_sentences(file.opening):
        say(told)
    return file


def opening_sentences(opening: OpeningReport, copies: Sequence[Path] = ()) -> list[str]:
    """Return what reading a project found beside its records, its conflicted `copies` included."""
    return [*_restored(opening), *_damaged(opening), *map(_copy, copies)]


def _restored(opening: OpeningReport) -> Iterator[str]:
    steps = counted(len(opening.restored), "step")
    if opening.rebased:
        yield "The project file was replaced by another one, perhaps an older one."
        yield f"On top of it {steps} of the journal can be done again."
    elif opening.restored:
        yield f"The journal holds {steps} since {local_time(opening.restored_since)} not saved yet."
    yield from map(_conflict, opening.conflicts)


def _conflict(one: Conflict) -> str:
    named = f" ({printable(one.title)})" if one.title else ""
    return f"Step {one.seq}{named} does not fit any more: {sentence(one.error)}"


def _damaged(opening: OpeningReport) -> Iterator[str]:
    if opening.journal_damaged is not None:
        line = opening.journal_damaged
        yield f"The journal is damaged at line {line}; what stands before it counts."
    if opening.journal_unreadable:
        yield "The journal beside it cannot be read, and may hold edits."
    if opening.foreign_journal:
        yield "The journal beside it belongs to another project and is left alone."
    if opening.aside is not None:
        yield f"The journal as it was is kept as {printable(opening.aside.name)}."


def _copy(path: Path) -> str:
    name = printable(path.name)
    return f"There is a conflicted copy beside it, {name}; `pressmark merge` unites the two."


def local_time(moment: str) -> str:
    """Return a time (ISO 8601, UTC) as clocks here show it, with the date unless it is today's."""
    try:
        here = datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return printable(moment)
    is_today = here.date() == datetime.now(here.tzinfo).date()
    return f"{here:%H:%M}" if is_today else f"{here:%Y-%m-%d %H:%M}"
