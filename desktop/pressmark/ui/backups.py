"""Backups: looking at them, going back to one, choosing where they are kept."""

from collections.abc import Callable
from pathlib import Path

from pressmark.edits.difference import difference
from pressmark.edits.edit import Edit
from pressmark.errors import PressmarkError, ProjectFileError
from pressmark.store.backup_folders import keep_beside, keep_in_own_folder
from pressmark.store.backups import Backup, back_up, backups_of, project_in, read_backup
from pressmark.store.open_project import OpenProject
from pressmark.store.save import real, write_file
from pressmark.ui.crew import Tools, Worker
from pressmark.ui.dialogs.backups.backups_dialog import BackupsDialog
from pressmark.ui.dialogs.paths import ask_folder, ask_new_file
from pressmark.ui.dialogs.task_progress import TaskProgress
from pressmark.ui.messages import sentence
from pressmark.ui.moments import moment_words
from pressmark.ui.preferences import Preferences
from pressmark.ui.shown_paths import shown_path
from pressmark.ui.tasks import Task


class Backups(Worker):
    """Shows the backups of a project and does what is asked with them."""

    def __init__(self, tools: Tools, preferences: Preferences) -> None:
        super().__init__(tools)
        self._preferences = preferences
        self._told: tuple[ProjectFileError, ...] = ()
        tools.session.keeping_changed.connect(self._tell_trouble)

    def show(self, path: Path | None = None) -> BackupsDialog | None:
        """Show the backups of the project that is open, or of one at `path` that cannot be."""
        file = self._session.file
        if path is None:
            if file is None:
                return None
            path = file.path
        is_open = file is not None and self._files.is_open(path)
        now = file.project if file is not None and is_open and self._session.writable else None
        troubles = file.backup_troubles if file is not None and is_open else ()
        dialog = BackupsDialog(path, now, troubles, self._tasks, self._window)
        dialog.restore_asked.connect(lambda backup: self._restore(dialog, backup))
        dialog.copy_asked.connect(lambda backup: self._save_copy(dialog, path, backup))
        dialog.places.folder_asked.connect(lambda: self._choose_folder(dialog))
        dialog.places.folder_refused.connect(lambda: self._use_folder(dialog, ""))
        dialog.places.beside_asked.connect(lambda on: self._keep_beside(dialog, path, on=on))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    @staticmethod
    def are_there(path: Path) -> bool:
        """Say whether a project has backups."""
        return bool(backups_of(path))

    # ---- going back

    def _restore(self, dialog: BackupsDialog, backup: Backup) -> None:
        file = self._session.file
        if file is None:
            return

        def work(_task: Task) -> tuple[Edit, ...]:
            return _way_back(file, backup)

        def done(edits: tuple[Edit, ...]) -> None:
            dialog.accept()
            self._go_back(backup, edits)

        task = self._tasks.run(work, done, dialog.complain)
        TaskProgress(task, self.tr("Restoring"), dialog)

    def _go_back(self, backup: Backup, edits: tuple[Edit, ...]) -> None:
        when = moment_words(backup.time.isoformat())
        if not edits:
            self._notices.tell(self.tr("The project is as it was then."))
            return
        title = self.tr("Restore backup of {moment}").format(moment=when)
        if self._session.commit(title, *edits, origin="restore") is not None:
            words = self.tr("The project is as it was {moment}.").format(moment=when)
            self._notices.tell(words, self.tr("Undo"), self._session.undo)

    def _save_copy(self, dialog: BackupsDialog, project: Path, backup: Backup) -> None:
        day = f"{backup.time:%Y-%m-%d}"
        proposed = project.with_name(f"{project.stem} ({day}){project.suffix}")
        path = ask_new_file(dialog, self.tr("Save a copy of the backup"), proposed)
        if path is None:
            return
        try:
            _write_copy(backup, path, project)
        except ProjectFileError as error:
            dialog.complain(error)
            return
        dialog.accept()
        words = self.tr("A copy was written to {path}.").format(path=shown_path(path))
        self._notices.tell(words, self.tr("Open"), lambda: self._files.open_path(path))

    # ---- where they are kept

    def _choose_folder(self, dialog: BackupsDialog) -> None:
        folder = ask_folder(dialog, self.tr("Second folder for backups"), Path.home())
        if folder is not None:
            self._use_folder(dialog, str(folder))

    def _use_folder(self, dialog: BackupsDialog, folder: str) -> None:
        self._preferences.choose(backup_folder=folder)
        file = self._session.file
        if folder and file is not None:
            self._attempt(dialog, lambda: back_up(file.path, Path(folder)))
        dialog.reload()

    def _keep_beside(self, dialog: BackupsDialog, project: Path, *, on: bool) -> None:
        move = keep_beside if on else keep_in_own_folder
        self._attempt(dialog, lambda: move(project))
        dialog.reload()

    def _attempt(self, dialog: BackupsDialog, work: Callable[[], object]) -> None:
        try:
            work()
        except PressmarkError as error:
            dialog.complain(error)

    def _tell_trouble(self) -> None:
        """Say once that a backup failed; that the project is not saved would matter more."""
        file = self._session.file
        troubles = file.backup_troubles if file is not None and file.saved else ()
        if troubles and troubles is not self._told:
            self._told = troubles
            words = self.tr("A backup was not made. {why}").format(why=sentence(troubles[0]))
            self._notices.warn(words, self.tr("Backups…"), self.show)


def _write_copy(backup: Backup, path: Path, project: Path) -> None:
    if real(path) == real(project):
        raise ProjectFileError("exists", path=path)
    write_file(path, [read_backup(backup.path)])


def _way_back(file: OpenProject, backup: Backup) -> tuple[Edit, ...]:
    """Keep a backup of how it is now, and return the edits that make it as it was then."""
    file.save()
    back_up(file.path)
    try:
        return difference(file.project, project_in(backup))
    except ProjectFileError as error:
        if error.case == "damaged-article":
            raise ProjectFileError("not-restorable", path=file.path) from error
        raise
