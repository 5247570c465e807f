"""What became of imports, as it was told: kept as texts, so that it can be read again later.

They lie where the backups of the project lie, go along with them, and are let go with them.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pressmark.store.backup_folders import every_folder, made_folder
from pressmark.store.clock import now
from pressmark.store.disk import failure
from pressmark.store.save import write_file

KEPT: Final = 20
"""How many of the newest reports are kept."""

_NAME = re.compile(r"import-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(\d{2})\.txt")


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A report that was kept: where, when the import was (ISO 8601, UTC), and its first line."""

    path: Path
    time: str
    summary: str

    def read(self) -> str:
        """Return the text (ProjectFileError)."""
        try:
            return self.path.read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            raise failure(error, self.path, absent="missing") from error


def keep_report(project: Path, text: str) -> None:
    """Keep the report of an import into a project, and let the oldest go (ProjectFileError)."""
    folder = made_folder(project)
    stamp = now().replace("-", "").replace(":", "")
    names = (f"import-{stamp}-{number:02}.txt" for number in range(100))
    path = next((folder / name for name in names if not (folder / name).exists()), None)
    if path is None:
        return  # a hundred within a second: nobody reads them
    write_file(path, [text.encode("utf-8", "replace")], private=True)
    for old in reports_of(project)[KEPT:]:
        with suppress(OSError):  # somebody may be reading it; the next import lets it go
            old.path.unlink()


def reports_of(project: Path) -> tuple[KeptReport, ...]:
    """Return the reports that are kept of imports into a project, the newest first."""
    files = [one for folder in every_folder(project) for one in folder.iterdir()]
    found = [
        KeptReport(one, "{}-{}-{}T{}:{}:{}Z".format(*match.groups()), _first_line(one))
        for one in files
        if (match := _NAME.fullmatch(one.name))
    ]
    return tuple(sorted(found, key=lambda one: one.path.name, reverse=True))


def _first_line(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return file.readline().rstrip("\n")
    except OSError:
        return ""  # reading it whole says why


def is_report(path: Path) -> bool:
    """Say by its name whether a file is a kept report."""
    return _NAME.fullmatch(path.name) is not None
