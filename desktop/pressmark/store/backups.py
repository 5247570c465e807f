"""Backups of a project file: what it held before each day's work, compressed, numbered, verified.

They lie in this user's own folder, in one named after the project's full path, and in a second
folder where the settings name one; or beside the project (`backup_folders`). Their order is that
of their numbers: clocks jump.
"""

import hashlib
import logging
import os
import re
import time
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from pressmark.errors import ProjectFileError
from pressmark.model.project import Project
from pressmark.store.backup_folders import (
    PATH_NAME,
    backup_folder,
    keeps_beside,
    second_root,
)
from pressmark.store.clock import now
from pressmark.store.disk import SLICE, failure, sha256_of
from pressmark.store.project_file import parse_project
from pressmark.store.save import real, write_file

NEWEST: Final = 10
"""How many of the newest backups are always kept; older ones: one an hour, then one a day."""
CAP: Final = 1 << 30
"""How many bytes the backups of one project may take together."""

_NAME = re.compile(r"(\d{6})-(\d{8}T\d{6}Z)(-damaged)?\.pressmark\.gz")
_LEFT_AFTER = 3600
"""Seconds after which nobody is still writing a file."""
_GZIP = 31  # zlib's word for a gzip header around the largest window
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: its number and time (UTC), and whether the project was known to be damaged."""

    path: Path
    number: int
    time: datetime
    damaged: bool = False


def backups_of(project: Path, root: Path | None = None) -> tuple[Backup, ...]:
    """Return the backups of a project file, oldest first; `root` is the second folder."""
    try:
        names = [one.name for one in backup_folder(project, root).iterdir()]
    except OSError:
        return ()
    found = [(name, _NAME.fullmatch(name)) for name in sorted(names)]
    return tuple(
        Backup(
            backup_folder(project, root) / name,
            int(match[1]),
            datetime.strptime(match[2], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC),
            damaged=bool(match[3]),
        )
        for name, match in found
        if match is not None
    )


def back_up_daily(
    project: Path, *, damaged: bool = False, always: bool = False
) -> tuple[ProjectFileError, ...]:
    """Back a project file up wherever that was not done today already, or `always`.

    Return what went wrong, for each folder: the second one may be on a stick that is not in.
    """
    today = now()[:10].replace("-", "")
    second = None if keeps_beside(project) else second_root()
    troubles: list[ProjectFileError] = []
    for root in (None,) if second is None else (None, second):
        newest = backups_of(project, root)[-1:]
        if not always and any(f"{one.time:%Y%m%d}" == today for one in newest):
            continue
        try:
            back_up(project, root, damaged=damaged)
        except ProjectFileError as error:
            which = "backup" if root is None else "second backup"
            _log.warning("%s failed: %s", which, error.case)
            troubles.append(error)
    return tuple(troubles)


def back_up(project: Path, root: Path | None = None, *, damaged: bool = False) -> Backup:
    """Back a project file up now, read the backup again, and thin out the old ones.

    ProjectFileError where it cannot be written, or does not read back as it was.
    """
    folder = backup_folder(project, root)
    held = backups_of(project, root)
    number = held[-1].number + 1 if held else 1
    stamp = now().replace("-", "").replace(":", "")
    path = folder / f"{number:06}-{stamp}{'-damaged' if damaged else ''}.pressmark.gz"
    try:
        if root is not None and not root.is_dir():
            raise ProjectFileError("folder-missing", path=path, folder=root)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_file(folder / PATH_NAME, [os.fsencode(real(project)), b"\n"], private=True)
        write_file(path, _packed(project), private=True)
        if _sum_of(_unpacked(path)) != sha256_of(project):
            path.unlink()
            raise ProjectFileError("write-failed", path=path, folder=folder, reason="read-back")
    except OSError as error:
        raise failure(error, path) from error
    _thin(project, root)
    return backups_of(project, root)[-1]


def read_backup(path: Path) -> bytes:
    """Return the project file's bytes that a backup holds (ProjectFileError `damaged`)."""
    try:
        return b"".join(_unpacked(path))
    except OSError as error:
        raise failure(error, path, absent="missing") from error


def project_in(backup: Backup) -> Project:
    """Return the project that a backup holds (ProjectFileError: it is damaged, or too new)."""
    try:
        return parse_project(read_backup(backup.path)).project
    except ProjectFileError as error:
        raise ProjectFileError(error.case, **{**error.facts, "path": backup.path}) from error


def is_backup(path: Path) -> bool:
    """Say by its name whether a file is a backup."""
    return _NAME.fullmatch(path.name) is not None


def superfluous(held: Sequence[Backup], time: datetime, sizes: Sequence[int]) -> list[Backup]:
    """Return which of `held` (oldest first; `sizes` in bytes) thinning removes at `time`.

    Kept are the newest ten, one an hour for a day and one a day for a month, as far as CAP
    allows; and the newest sound one, always.
    """
    kept: set[Backup] = set()
    slots: set[str] = set()
    used = 0
    sound = next((one for one in reversed(held) if not one.damaged), None)
    for place, (one, size) in enumerate(zip(reversed(held), reversed(sizes), strict=True)):
        slot = _slot(one, time)
        wanted = place < NEWEST or (slot is not None and slot not in slots)
        if one is sound or (wanted and used + size <= CAP):
            kept.add(one)
            slots |= {slot} if slot else set()
            used += size
    return [one for one in held if one not in kept]


def _slot(backup: Backup, time: datetime) -> str | None:
    """Return the hour or the day of which one backup is kept; None: it is too old for either."""
    age = time - backup.time
    if age <= timedelta(days=1):
        return f"{backup.time:%Y%m%d%H}"
    return f"{backup.time:%Y%m%d}" if age <= timedelta(days=31) else None


def _thin(project: Path, root: Path | None) -> None:
    held = backups_of(project, root)
    sizes = [one.path.stat().st_size for one in held]
    for one in superfluous(held, datetime.fromisoformat(now()), sizes):
        one.path.unlink()
    # What a program that was killed left goes too; what is being written now is somebody's.
    ripe = time.time() - _LEFT_AFTER
    for left in backup_folder(project, root).glob(".pressmark-*.tmp"):
        with suppress(OSError):
            if left.stat().st_mtime < ripe:
                left.unlink()


def _packed(project: Path) -> Iterator[bytes]:
    packer = zlib.compressobj(level=3, wbits=_GZIP)
    with real(project).open("rb") as file:
        while piece := file.read(SLICE):
            yield packer.compress(piece)
    yield packer.flush()


def _unpacked(path: Path) -> Iterator[bytes]:
    packer = zlib.decompressobj(_GZIP)
    try:
        with path.open("rb") as file:
            while piece := file.read(SLICE):
                yield packer.decompress(piece)
    except zlib.error as error:
        raise ProjectFileError("damaged", path=path) from error
    if not packer.eof:
        raise ProjectFileError("damaged", path=path)


def _sum_of(pieces: Iterator[bytes]) -> str:
    whole = hashlib.sha256()
    for piece in pieces:
        whole.update(piece)
    return whole.hexdigest()
