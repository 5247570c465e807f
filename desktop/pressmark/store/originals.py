"""The files that articles were made of, kept as they came: by their SHA-256, packed, once each.

They lie where the backups of the project lie, go along with them, and are let go with them.
"""

import gzip
import hashlib
import os
import re
import zlib
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Final

from pressmark.paths import state_folder
from pressmark.store.backup_folders import backup_folder, every_folder, made_folder
from pressmark.store.disk import failure
from pressmark.store.save import write_file

LARGEST: Final = 64 << 20
"""How many bytes a file may have to be kept."""
CAP: Final = 1 << 30
"""How many bytes the originals of one project may take together, packed."""

_NAME = re.compile(r"original-([0-9a-f]{64})\.gz")


def keep_originals(project: Path, files: Iterable[bytes]) -> int:
    """Keep files that articles of a project were made of; return how many had no room.

    ProjectFileError where they cannot be written; those before it are kept.
    """
    folder = backup_folder(project)
    held = _held(folder)
    used = sum(held.values())
    refused = 0
    for data in files:
        name = f"original-{hashlib.sha256(data).hexdigest()}.gz"
        if name in held:
            continue
        packed = gzip.compress(data, compresslevel=6, mtime=0) if len(data) <= LARGEST else b""
        if not packed or used + len(packed) > CAP:
            refused += 1
            continue
        made_folder(project)
        write_file(folder / name, [packed], private=True)
        held[name] = len(packed)
        used += len(packed)
    return refused


def original(project: Path, sha256: str) -> bytes | None:
    """Return a file that an article was made of; None where it is not kept, or is damaged.

    One of a project that was moved, or saved under another name, is found where it was. The sum is
    what a project file says, so that it may be anything.
    """
    name = f"original-{sha256}.gz"
    if not _NAME.fullmatch(name):
        return None
    moved = (state_folder() / "backups").glob(f"*/{name}")
    for path in chain((folder / name for folder in every_folder(project)), moved):
        try:
            data = gzip.decompress(path.read_bytes())
        except (OSError, EOFError, zlib.error):
            continue
        if hashlib.sha256(data).hexdigest() == sha256:
            return data
    return None


def has_original(project: Path, sha256: str) -> bool:
    """Say whether a file that an article was made of is kept; it is not looked into."""
    return any((one / f"original-{sha256}.gz").is_file() for one in every_folder(project))


def is_original(path: Path) -> bool:
    """Say by its name whether a file is a kept original."""
    return _NAME.fullmatch(path.name) is not None


def _held(folder: Path) -> dict[str, int]:
    """Return the names of the originals that are kept, and how many bytes each takes."""
    try:
        with os.scandir(folder) as entries:
            return {one.name: one.stat().st_size for one in entries if _NAME.fullmatch(one.name)}
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise failure(error, folder) from error
