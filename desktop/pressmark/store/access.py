"""Whether a project may be written here and now, and who keeps one from it."""

from dataclasses import dataclass
from pathlib import Path

from pressmark.errors import ProjectFileError
from pressmark.store.disk import failure, refuse_protected
from pressmark.store.frame import VERSION
from pressmark.store.lock import Holder, Lock, acquire
from pressmark.store.reading import OpeningReport
from pressmark.store.save import real


@dataclass(frozen=True, slots=True)
class Access:
    """The lock of a project; or why there is none, and who has it."""

    lock: Lock | None = None
    read_only: str | None = None
    holder: Holder | None = None


def access_to(path: Path, *, take_over: bool) -> Access:
    """Lock a project file for writing, if that can be done; nothing is raised.

    A file without any permission to write is not locked: to replace it would be to ignore that.
    """
    target = real(path)
    try:
        if not target.is_file():
            return Access(None, "missing")  # reading it will say what it is instead
        refuse_protected(target)
        return Access(acquire(target, take_over=take_over))
    except OSError as error:
        return Access(None, failure(error, target).case)
    except ProjectFileError as error:
        holder = error.facts.get("holder")
        return Access(None, error.case, holder if isinstance(holder, Holder) else None)


def obstacle_in(opening: OpeningReport) -> str | None:
    """Return why a project that was locked and read must not be written; None: it may be."""
    if opening.version > VERSION:
        return "newer-version"
    return "journal-unreadable" if opening.journal_unreadable else None
