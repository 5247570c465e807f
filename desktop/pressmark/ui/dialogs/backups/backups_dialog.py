"""The backups of a project: chosen from, to be put in its place or written elsewhere."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pressmark.analysis.contrast import contrast
from pressmark.errors import CancelledError, PressmarkError, ProjectFileError
from pressmark.model.project import Project
from pressmark.store.backup_folders import keeps_beside, second_root
from pressmark.store.backups import Backup, backups_of, project_in
from pressmark.ui.dialogs.backups.backup_list import BackupList, Seen
from pressmark.ui.dialogs.backups.keeping_places import KeepingPlaces
from pressmark.ui.dialogs.sizes import resize_within_screen
from pressmark.ui.messages import sentence
from pressmark.ui.shown_paths import shown_path
from pressmark.ui.tasks import Task, TaskRunner
from pressmark.ui.widgets.elided_label import ElidedLabel
from pressmark.ui.widgets.hairline import Hairline
from pressmark.ui.widgets.plain_label import PlainLabel


class BackupsDialog(QDialog):
    """Lists what there is; how each differs from `now` is worked out in the background.

    `now` is the project where it is open and may be changed; else none is restored in place.
    """

    restore_asked = Signal(object)
    """A Backup: the project shall be as it was then."""
    copy_asked = Signal(object)
    """A Backup: it shall be written to a file of its own."""

    def __init__(
        self,
        path: Path,
        now: Project | None,
        troubles: Sequence[ProjectFileError],
        tasks: TaskRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Backups"))
        resize_within_screen(self, 820, 560)
        self._path = path
        self._now = now
        self._tasks = tasks
        self._task: Task | None = None
        self._backups: list[tuple[Backup, str]] = []
        self.list = BackupList()
        self.list.chosen.connect(self._offer)
        self._about = PlainLabel(role="muted")
        self.places = KeepingPlaces(path, troubles)
        self.trouble = PlainLabel(role="danger")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.restore = QPushButton(self.tr("Restore"))
        self.copy = QPushButton(self.tr("Save a copy as…"))
        self._lay_out()
        self.finished.connect(self._stop)
        self.reload()

    @property
    def is_ready(self) -> bool:
        """Whether every backup was looked into."""
        return self._task is None

    def reload(self) -> None:
        """Show what there is now, and where."""
        self._stop()
        self._backups = self._every_backup()
        self._about.setText(self._about_words())
        self.list.fill(self._backups)
        self.places.show_places()
        self._offer()
        self._look(0)

    def complain(self, error: PressmarkError) -> None:
        """Say that something could not be done."""
        if not isinstance(error, CancelledError):
            self.trouble.setText(sentence(error))
            self.trouble.show()

    # ---- what is shown

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        heading = QHBoxLayout()
        heading.addWidget(PlainLabel(self.tr("Backups"), "heading"))
        heading.addStretch(1)
        heading.addWidget(ElidedLabel(shown_path(self._path), "muted"))
        column.addLayout(heading)
        self._about.setWordWrap(True)
        column.addWidget(self._about)
        column.addWidget(self.list, 1)
        column.addWidget(self.trouble)
        column.addWidget(self.places)
        column.addWidget(Hairline())
        column.addLayout(self._buttons())

    def _about_words(self) -> str:
        if not self._backups:
            return self.tr("There is no backup of this project yet.")
        words = self.tr("What was there is kept before the first save of each day.")
        if self._now is not None:
            words += " " + self.tr("Restoring is one step, which can be undone.")
        return words

    def _buttons(self) -> QHBoxLayout:
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        self.restore.setProperty("main", "true")
        self.restore.clicked.connect(lambda: self.restore_asked.emit(self.list.current))
        self.restore.setVisible(self._now is not None)
        self.restore.setDefault(self._now is not None)
        self.copy.clicked.connect(lambda: self.copy_asked.emit(self.list.current))
        self.copy.setAutoDefault(self._now is None)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        for button in (close, self.copy, self.restore):
            row.addWidget(button)
        return row

    def _offer(self) -> None:
        is_chosen = self.list.current is not None
        self.restore.setEnabled(is_chosen)
        self.copy.setEnabled(is_chosen)

    def _every_backup(self) -> list[tuple[Backup, str]]:
        """Return all backups, the newest first, with a word on those that are not as others."""
        own = backups_of(self._path)
        root = None if keeps_beside(self._path) else second_root()
        second = backups_of(self._path, root) if root is not None else ()
        times = {one.time for one in own}
        there = self.tr("second folder")
        both = [(one, "") for one in own]
        both += [(one, there) for one in second if one.time not in times]
        both.sort(key=lambda pair: (pair[1] == "", pair[0].number), reverse=True)
        return [(one, self.tr("damaged") if one.damaged else place) for one, place in both]

    # ---- looking into them

    def _look(self, row: int) -> None:
        """Look into the backup of a row, then into the next one."""
        if row >= len(self._backups):
            self._task = None
            return
        backup, now = self._backups[row][0], self._now

        def work(task: Task) -> Seen:
            then = project_in(backup)
            found = None if now is None else contrast(now, then, task.step)
            return Seen(len(then.places), len(then.articles), found)

        def show(seen: Seen) -> None:
            if self._task is not None:
                self.list.show_seen(row, seen)
                self._look(row + 1)

        def show_damage(error: PressmarkError) -> None:
            if self._task is not None:
                self.list.show_damage(row, self.tr("damaged: it cannot be read"))
                self._look(row + 1)
            del error

        self._task = self._tasks.run(work, show, show_damage)

    def _stop(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
