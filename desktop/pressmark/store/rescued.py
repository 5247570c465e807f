"""Projects rescued from broken files: in a place of their own until somebody gives them a name."""

import shutil
from dataclasses import dataclass
from hashlib import sha256
from os import fsencode
from pathlib import Path

from pressmark.errors import ProjectFileError, RecordError
from pressmark.model.json import Json
from pressmark.paths import state_folder
from pressmark.store.disk import failure, read_file
from pressmark.store.missing import Missing
from pressmark.store.project_file import MAX_SIZE, project_chunks
from pressmark.store.records import from_json, to_json
from pressmark.store.salvage import Salvaged, salvage
from pressmark.store.save import real, write_file
from pressmark.store.strict_json import json_bytes, read_json

_ABOUT, _BYTES = "rescue.json", "broken-file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescue:
    """How a project was rescued: from which file, how many annotations of how many, what not."""

    origin: str
    kept: int
    total: int
    missing: tuple[Missing, ...] = ()


def rescue(broken: Path) -> Path:
    """Make a project of what is intact in a broken file, and return where it is for now.

    The file itself stays as it is; its bytes are kept beside the new project. Where that was done
    before and the project has no other place yet, it is that one, with all that was done in it.
    ProjectFileError `nothing-left` where there is no article and no annotation to be saved, and
    what reading and writing files says.
    """
    content = read_file(broken, limit=MAX_SIZE)
    origin = real(broken)
    name = sha256(fsencode(origin) + b"\0" + sha256(content).digest()).hexdigest()[:16]
    folder = _home() / name
    held = folder / f"{broken.stem} (rescued){broken.suffix}"
    if not held.is_file():
        try:
            found = salvage(content, title=broken.stem)
        except ProjectFileError as error:
            raise ProjectFileError(error.case, **{**error.facts, "path": broken}) from error
        if not found.project.articles:
            raise ProjectFileError("nothing-left", path=broken)
        _hold(folder, held, found, content, origin)
    return held


def rescue_of(path: Path) -> Rescue | None:
    """Return how the project at `path` was rescued; None where it is no such project."""
    folder = real(path).parent
    if folder.parent != real(_home()):
        return None
    try:
        about: Rescue = from_json(Rescue, read_json(read_file(folder / _ABOUT)))
    except (ProjectFileError, RecordError):
        return None
    return about


def give_up(path: Path) -> None:
    """Remove a rescued project that has found another place; nothing else is ever removed."""
    folder = real(path).parent
    if folder.parent == real(_home()):
        shutil.rmtree(folder, ignore_errors=True)


def _home() -> Path:
    return state_folder() / "rescued"


def _hold(folder: Path, held: Path, found: Salvaged, content: bytes, origin: Path) -> None:
    """Write everything, the project last: where it is, all is."""
    about = Rescue(
        origin=str(origin).encode(errors="replace").decode(),
        kept=found.kept,
        total=found.total,
        missing=found.missing,
    )
    told: Json = to_json(about)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise failure(error, held) from error
    write_file(folder / _BYTES, [content], private=True)
    write_file(folder / _ABOUT, [json_bytes(told)], private=True)
    write_file(held, project_chunks(found.project), private=True)
