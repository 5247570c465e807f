"""What of a project lies about outside its own files, and letting it go."""

from dataclasses import dataclass
from glob import escape
from pathlib import Path

from pressmark.store.backup_folders import PATH_NAME, every_folder
from pressmark.store.backups import is_backup
from pressmark.store.disk import failure
from pressmark.store.import_reports import is_report
from pressmark.store.journal_file import journal_path
from pressmark.store.originals import is_original
from pressmark.store.save import real


@dataclass(frozen=True, slots=True)
class Traces:
    """The files that a project left: its backups and originals, and copies of journals."""

    backups: tuple[Path, ...]
    originals: tuple[Path, ...]
    journals: tuple[Path, ...]
    folders: tuple[Path, ...]
    size: int
    """Bytes of all of them, and of the reports of imports."""


def traces_of(project: Path) -> Traces:
    """Return what there is of a project besides its file, its journal and its history."""
    folders = every_folder(project)
    files = [one for folder in folders for one in sorted(folder.iterdir())]
    backups, originals = tuple(filter(is_backup, files)), tuple(filter(is_original, files))
    journal = journal_path(real(project))
    aside = journal.parent.glob(f"{escape(journal.name)}.*")
    journals = tuple(sorted(one for one in aside if one.suffix[1:].isdecimal()))
    reports = filter(is_report, files)
    size = sum(one.stat().st_size for one in (*backups, *originals, *reports, *journals))
    return Traces(backups, originals, journals, folders, size)


def forget(project: Path) -> None:
    """Remove the traces of a project; its file stays (ProjectFileError: some of them are left)."""
    traces = traces_of(project)
    for folder in traces.folders:
        _remove_folder(folder)
    for journal in traces.journals:
        try:
            journal.unlink(missing_ok=True)
        except OSError as error:
            raise failure(error, journal) from error


def _remove_folder(folder: Path) -> None:
    """Remove a folder of backups with what Pressmark put there; strangers' files stay."""
    try:
        for one in sorted(folder.iterdir()):
            ours = is_backup(one) or is_original(one) or is_report(one)
            if ours or one.name == PATH_NAME or one.name.startswith(".pressmark-"):
                one.unlink()
        if not any(folder.iterdir()):
            folder.rmdir()
    except OSError as error:
        raise failure(error, folder) from error
