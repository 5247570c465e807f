"""Changing the label set of the project: the dialog, and the one step that comes of it."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtGui import QAction

from pressmark.edits.edit import Edit
from pressmark.edits.label_set_change import label_set_change
from pressmark.edits.label_set_merge import united_label_set
from pressmark.edits.label_set_use import Use, use_of
from pressmark.ui.crew import Worker
from pressmark.ui.dialogs.label_set.draft import Draft
from pressmark.ui.dialogs.label_set.label_set_dialog import LabelSetDialog
from pressmark.ui.dialogs.task_progress import TaskProgress
from pressmark.ui.tasks import Task
from pressmark.ui.words import plain

R = TypeVar("R")


class LabelSets(Worker):
    """Looks through the project first, so that one is told what is in use."""

    def edit(self, label_id: str = "") -> None:
        """Edit the label set, at a label if one is given."""
        if self._session.file is None:
            return
        project = self._session.project

        def work(_task: Task) -> Use:
            return use_of(project)

        def show(use: Use) -> None:
            self._show(use, label_id)

        self._look_through(work, show)

    def _look_through(self, work: Callable[[Task], R], follow: Callable[[R], None]) -> None:
        task = self._tasks.run(work, follow, self._session.refused.emit)
        words = self.tr("Looking through the annotations…")
        TaskProgress(task, self.tr("Label set"), self._window, words)

    def _show(self, use: Use, label_id: str) -> None:
        if self._session.file is None:
            return
        labels = self._session.project.label_set
        dialog = LabelSetDialog(labels, use, self._taken(), self._files.folder(), self._window)
        dialog.show_label(label_id)
        dialog.apply.setEnabled(self._session.writable)
        dialog.accepted.connect(lambda: self._apply(dialog.draft))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _apply(self, draft: Draft) -> None:
        """Make one step of it; what came from elsewhere meanwhile is united with it."""
        project = self._session.project
        labels = draft.settled
        if project.label_set != draft.before:
            labels = united_label_set(draft.before, project.label_set, labels)

        def work(_task: Task) -> tuple[Edit, ...]:
            return label_set_change(project, labels, draft.ways)

        def commit(edits: tuple[Edit, ...]) -> None:
            now = self._session.project if self._session.file else None
            if now is not project:
                if now is not None and now.id == project.id:  # there was an edit meanwhile
                    self._apply(draft)
            elif edits:
                self._session.commit(self.tr("Edit label set"), *edits)

        self._look_through(work, commit)

    def _taken(self) -> Mapping[str, str]:
        """Return what is done by keys that a label could have."""
        taken: dict[str, str] = {}
        for action in self._window.findChildren(QAction):
            if action.objectName():
                taken |= {one.toString(): plain(action.text()) for one in action.shortcuts()}
        return taken
