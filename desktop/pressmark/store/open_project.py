"""Opening a project from its file, making one, and writing a copy of one."""

from pathlib import Path

from pressmark.model.ids import new_id
from pressmark.model.label_set import LabelSet
from pressmark.model.project import Project
from pressmark.store.access import Access, access_to, obstacle_in
from pressmark.store.label_sets import default_label_set
from pressmark.store.lineage import sealed
from pressmark.store.lock import acquire
from pressmark.store.opened_project import OpenProject, keep_replaced
from pressmark.store.project_file import project_bytes, project_chunks
from pressmark.store.reading import read_project
from pressmark.store.recovery import cleared_up
from pressmark.store.save import real, write_file

__all__ = [
    "OpenProject",
    "new_project",
    "open_project",
    "project_bytes",
    "read_project",
    "write_copy",
]


def open_project(path: Path, *, write: bool = True, take_over: bool = False) -> OpenProject:
    """Open a project for writing if it can be, else (or not `write`) for reading only.

    `take_over` ignores the lock of another machine. ProjectFileError says what is wrong with
    the file.
    """
    access = access_to(path, take_over=take_over) if write else Access(None, "asked")
    return _opened(path, access)


def _opened(path: Path, access: Access, *, fresh: bool = False) -> OpenProject:
    try:
        reading = read_project(path, newer=True)
        if access.lock is not None:
            obstacle = obstacle_in(reading.opening)
            if obstacle is None:
                reading = cleared_up(real(path), reading)
            else:
                access.lock.release()
                access = Access(None, obstacle)
        return OpenProject(path, reading, access, fresh=fresh)
    except BaseException:
        if access.lock is not None:
            access.lock.release()
        raise


def new_project(
    path: Path,
    *,
    title: str,
    label_set: LabelSet | None = None,
    replace: bool = False,
) -> OpenProject:
    """Make a project, with the news label set unless another is given; its file is there at once.

    ProjectFileError `exists` where there is one already, unless `replace`; `locked`, and what
    `write_file` says.
    """
    target = real(path)
    project = Project(id=new_id(), title=title, label_set=label_set or default_label_set())
    lock = acquire(target)
    try:
        if replace:
            keep_replaced(target)
        write_file(target, project_chunks(project), expected=None if replace else ())
    except BaseException:
        lock.release()
        raise
    return _opened(path, Access(lock), fresh=True)


def write_copy(project: Project, path: Path, states: tuple[str, ...] = ()) -> None:
    """Write a project to another file, to be sent to somebody; what is there is replaced.

    `states` are what it has gone through (`store.lineage`), so that it can be merged later.
    """
    write_file(path, sealed(project_chunks(project), states))
