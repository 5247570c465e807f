"""Copies of a project that a sync service made where two machines saved it at one time."""

import platform
import re
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from pressmark.edits.difference import difference
from pressmark.edits.merge import merge
from pressmark.errors import PressmarkError
from pressmark.store.bases import Side, common_base, side_of
from pressmark.store.save import real

_HEAD: Final = 4096
"""How many bytes from the beginning of a file its id is looked for in."""

_ID = re.compile(rb'"id"\s*:\s*"([A-Za-z0-9._-]{1,64})"')
_FORMAT = re.compile(rb'"format"\s*:\s*"pressmark-project"')


class Beside(NamedTuple):
    """A file beside a project: its name, size in bytes and time of change in nanoseconds."""

    name: str
    size: int
    time: int


def conflict_copies(project: Path) -> tuple[Path, ...]:
    """Return the conflicted copies beside a project file, by name: those with the project's id.

    Known are the names that Dropbox, Nextcloud, Seafile, Syncthing, Google Drive and OneDrive
    give. What cannot be read is left out.
    """
    mark = _marks(project)
    try:
        beside = sorted(one for one in project.parent.iterdir() if mark.fullmatch(one.name))
    except OSError:
        return ()
    own = _project_id(project) if beside else None
    return tuple(one for one in beside if own is not None and _project_id(one) == own)


def copies_beside(project: Path) -> tuple[Beside, ...]:
    """Return what `conflict_copies` finds, each with what tells it from a later state of it."""
    found = []
    for one in conflict_copies(real(project)):
        with suppress(OSError):  # it went meanwhile
            status = one.stat()
            found.append(Beside(one.name, status.st_size, status.st_mtime_ns))
    return tuple(found)


def unmerged_copies(side: Side) -> tuple[Path, ...]:
    """Return the conflicted copies of a project that hold what it lacks, or cannot be read."""
    return tuple(one for one in conflict_copies(real(side.path)) if _has_news(side, one))


def _has_news(side: Side, copy: Path) -> bool:
    try:
        theirs = side_of(copy)
        base = common_base(side, theirs)
        merged = merge(base.project if base else None, side.project, theirs.project).project
        return bool(difference(side.project, merged))
    except PressmarkError:
        return True


def _marks(project: Path) -> re.Pattern[str]:
    """Return what the names of the conflicted copies of a file look like."""
    stem, suffix = re.escape(project.stem), re.escape(project.suffix)
    host = re.escape(platform.node() or "this machine")
    return re.compile(
        rf"{stem}(?:"
        r" ?\([^()]*conflict[^()]*\)"
        r"|\.sync-conflict-\d{8}-\d{6}(?:-\w+)?"
        r"| \(\d{1,3}\)"
        rf"|-(?:(?:DESKTOP|LAPTOP)-\w+|{host})(?:-\d{{1,3}})?"
        rf"){suffix}",
        re.IGNORECASE,
    )


def _project_id(path: Path) -> bytes | None:
    """Return the id that the head of a project file names first."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return None
    found = _ID.search(head)
    return found[1] if found and _FORMAT.search(head) else None
