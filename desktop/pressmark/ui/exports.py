"""Handing annotations on: the export dialog, and what it asks for."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from pressmark.formats.exporting import export
from pressmark.formats.registry import WRITTEN
from pressmark.store.clock import now
from pressmark.store.exchanges import last_choices, last_report, note_choice, note_report
from pressmark.store.export_presets import read_presets, write_presets
from pressmark.store.save import real
from pressmark.ui.chosen_articles import ChosenArticles
from pressmark.ui.crew import Tools, Worker
from pressmark.ui.dialogs.export.export_dialog import ExportDialog, Order
from pressmark.ui.dialogs.export.occasion import Occasion
from pressmark.ui.dialogs.task_progress import TaskProgress
from pressmark.ui.keeping import keep
from pressmark.ui.shown_paths import shown_path
from pressmark.ui.tasks import Task
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t


class Exports(Worker):
    """Asks what to write and where, and writes it in the background."""

    def __init__(self, tools: Tools, chosen: ChosenArticles) -> None:
        super().__init__(tools)
        self._chosen = chosen

    def ask(self) -> None:
        """Ask what to write, and where; then write it, or show what would be lost of it."""
        occasion = self._occasion()
        if occasion is None:
            return
        dialog = ExportDialog(occasion, WRITTEN, self._tasks, self._window)
        dialog.presets_changed.connect(lambda presets: keep(lambda: write_presets(presets)))
        dialog.exec()
        order, asked, choice = dialog.order, dialog.asked, dialog.chosen()
        dialog.deleteLater()
        if order is not None or asked:
            keep(lambda: note_choice(choice))
        if order is not None:
            self.write(order)
        elif asked:
            self._session.show(asked)

    def write(self, order: Order) -> None:
        """Write what was asked for: whole, or not at all."""
        project = self._session.file.path if self._session.file else None
        began = now()

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
                order.count,
            )
            if order.form.labels_only:
                told = self.tr("Label set written to {path}.")
            words = told.replace("{path}", shown_path(order.path))
            if order.form.group == "reading":
                if project is not None:
                    keep(lambda: note_report(real(project), began))
                self._notices.tell(words, self.tr("Open"), lambda: _open(order.path))
            else:
                self._notices.tell(words)

        task = self._tasks.run(work, tell, self._session.refused.emit)
        TaskProgress(task, self.tr("Exporting"), self._window, self.tr("Writing…"))

    def _occasion(self) -> Occasion | None:
        if self._session.file is None:
            return None
        article = self._session.article
        return Occasion(
            project=self._session.project,
            folder=self._files.folder(),
            open=article.head.id if article else "",
            chosen=self._chosen.ids,
            reported=last_report(real(self._session.file.path)),
            choices=last_choices(),
            presets=read_presets(),
        )


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
