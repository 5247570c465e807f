"""Where the backups of a project lie, and that a sensitive project keeps them beside itself.

They do if there is a folder for them beside the project: so every program that saves it knows.
"""

import hashlib
import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Final

from pressmark.paths import state_folder
from pressmark.store.disk import failure, read_file
from pressmark.store.save import real, write_file
from pressmark.store.settings import read_settings

PATH_NAME: Final = "path.txt"
"""The file in a folder of backups that says of which project they are."""


def backup_folder(project: Path, root: Path | None = None) -> Path:
    """Return the folder for the backups of a project file; `root` holds those of a second one."""
    if root is None and keeps_beside(project):
        return beside_folder(project)
    return _named_folder(project, root or state_folder() / "backups")


def made_folder(project: Path) -> Path:
    """Return the folder for the backups of a project, which is there now (ProjectFileError)."""
    folder = backup_folder(project)
    if not (folder / PATH_NAME).exists():
        _make(folder)
        _write_path(folder, project)
    return folder


def second_root() -> Path | None:
    """Return the folder that this user chose for a second copy of all backups; None: there is none.

    It may be on a disk that is away.
    """
    chosen = read_settings().backup_folder
    return Path(chosen) if chosen else None


def beside_folder(project: Path) -> Path:
    """Return the folder beside a project in which it keeps its backups, if it does."""
    target = real(project)
    return target.with_name(f"{target.name}.backups")


def keeps_beside(project: Path) -> bool:
    """Say whether a project keeps its backups beside itself only."""
    return beside_folder(project).is_dir()


def keep_beside(project: Path) -> None:
    """Let a project keep its backups beside itself, and nowhere else, from now on.

    Those in this user's own folder are moved; copies of them in the second folder go.
    ProjectFileError: nothing is lost, and what was moved stays so.
    """
    own = backup_folder(project)
    folder = beside_folder(project)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise failure(error, folder) from error
    _move_all(own, folder)
    root = second_root()
    if root is not None:
        second = backup_folder(project, root)
        for copy in _files(second):
            if (folder / copy.name).exists():
                _remove(copy)
        _remove_folder(second)


def keep_in_own_folder(project: Path) -> None:
    """Let a project keep its backups in this user's own folder again (ProjectFileError)."""
    beside = beside_folder(project)
    own = _named_folder(project, state_folder() / "backups")
    _make(own)
    _move_all(beside, own)
    _write_path(own, project)


def every_folder(project: Path) -> tuple[Path, ...]:
    """Return all folders that hold backups of a project, wherever it keeps them now."""
    roots = (state_folder() / "backups", second_root())
    folders = (_named_folder(project, root) for root in roots if root is not None)
    return tuple(one for one in (beside_folder(project), *folders) if one.is_dir())


def _named_folder(project: Path, root: Path) -> Path:
    target = real(project)
    name = hashlib.sha256(os.fsencode(target)).hexdigest()[:16]
    readable = re.sub(r"[^\w.-]", "_", target.stem)[:40]
    return root / f"{readable}-{name}"


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise failure(error, folder) from error


def _write_path(folder: Path, project: Path) -> None:
    write_file(folder / PATH_NAME, [os.fsencode(real(project)), b"\n"], private=True)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _move_all(source: Path, target: Path) -> None:
    """Move files from folder to folder: each is written and read back before it goes."""
    for one in _files(source):
        write_file(target / one.name, [read_file(one)], private=True)
        _remove(one)
    _remove_folder(source)


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError as error:
        raise failure(error, path) from error


def _remove_folder(folder: Path) -> None:
    (folder / PATH_NAME).unlink(missing_ok=True)
    with suppress(OSError):  # something else lies in it
        folder.rmdir()
