"""Handing annotations on: the export dialog, and what it asks for."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from pressmark.formats.exporting import export
from pressmark.formats.registry import FORMATS
from pressmark.ui.crew import Worker
from pressmark.ui.dialogs.export.export_dialog import ExportDialog, Order
from pressmark.ui.dialogs.task_progress import TaskProgress
from pressmark.ui.shown_paths import shown_path
from pressmark.ui.tasks import Task
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t


class Exports(Worker):
    """Asks what to write and where, and writes it in the background."""

    def ask(self) -> None:
        """Ask what to write, and where; then write it."""
        if self._session.file is None:
            return
        formats = [form for form in FORMATS if form.is_written]
        folder = self._files.folder()
        dialog = ExportDialog(self._session.project, formats, folder, self._tasks, self._window)
        order = dialog.order if dialog.exec() else None
        dialog.deleteLater()
        if order is not None:
            self.write(order)

    def write(self, order: Order) -> None:
        """Write what was asked for: whole, or not at all."""
        count = len(order.selection.annotation_ids())

        def work(task: Task) -> None:
            export(
                order.form,
                order.selection,
                order.path,
                order.options,
                cancelled=task.is_cancelled,
                progressed=task.progressed.emit,
            )

        def tell(_nothing: None) -> None:
            told = counted(
                _t("{n} annotation written to {path}."),
                _t("{n} annotations written to {path}."),
                count,
            )
            words = told.replace("{path}", shown_path(order.path))
            if order.form.group == "reading":
                self._notices.tell(words, self.tr("Open"), lambda: _open(order.path))
            else:
                self._notices.tell(words)

        task = self._tasks.run(work, tell, self._session.refused.emit)
        TaskProgress(task, self.tr("Exporting"), self._window)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
