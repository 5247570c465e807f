"""A project file that somebody else changes while it is open here: seeing it, and taking it in."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from pressmark.edits.difference import difference
from pressmark.edits.edit import Edit
from pressmark.edits.merge import Merged, merge
from pressmark.errors import ProjectFileError
from pressmark.model.project import Project
from pressmark.store.disk import failure, read_file
from pressmark.store.project_file import MAX_SIZE
from pressmark.store.reading import Reading, read_bytes


@dataclass(frozen=True, slots=True)
class Union:
    """How a project and what was put in the place of its file become one.

    `edits` lead to `merged` from the project as it was after step `seq`; `is_theirs` says that
    nothing was done here that their file lacks.
    """

    theirs: Reading
    merged: Merged
    edits: tuple[Edit, ...]
    seq: int
    is_theirs: bool


class KnownFile:
    """A project file of which one knows what it may hold: `sums`, of what was read or written."""

    def __init__(self, path: Path, sha256: str) -> None:
        self.path = path
        self.sums = {sha256}
        self._seen: tuple[int, ...] = ()

    def took(self, sha256: str) -> None:
        """Note that this is what the file holds now."""
        self.sums = {sha256}
        self._seen = ()

    def look(self) -> Reading | None:
        """Return what somebody else put there, or None; a file that was not touched is not read.

        ProjectFileError: `missing` and the like, `another-project`, or what `read_bytes` says.
        """
        try:
            status = self.path.stat()
        except OSError as error:
            raise failure(error, self.path, absent="missing") from error
        seen = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
        if seen == self._seen:
            return None
        data = read_file(self.path, limit=MAX_SIZE)
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 in self.sums:
            self._seen = seen
            return None
        try:
            return read_bytes(data, sha256=sha256)
        except ProjectFileError as error:
            raise ProjectFileError(error.case, **{**error.facts, "path": self.path}) from error


def united(path: Path, held: Project, ours: Project, theirs: Reading, seq: int) -> Union:
    """Return how `ours`, which grew from `held`, and `theirs`, which is at `path`, become one.

    ProjectFileError `another-project` where it is another one; `damaged-article` where it cannot
    be compared.
    """
    if theirs.project.id != held.id:
        raise ProjectFileError("another-project", path=path)
    is_theirs = ours is held  # nothing was done since it was read or saved
    merged = Merged(theirs.project, (), ()) if is_theirs else merge(held, ours, theirs.project)
    return Union(theirs, merged, difference(ours, merged.project), seq, is_theirs)
