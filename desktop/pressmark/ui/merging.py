"""Merging a colleague's file into the project, looked through first, in one undo step."""

from pathlib import Path

from pressmark.analysis.comings import count
from pressmark.errors import EditError
from pressmark.store.bases import side_of
from pressmark.ui.conflicts import Conflicts
from pressmark.ui.crew import Tools, Worker
from pressmark.ui.dialogs.merge.merge_dialog import MergeDialog
from pressmark.ui.dialogs.merge.proposal import Proposal, propose
from pressmark.ui.dialogs.merge.words import told_words
from pressmark.ui.dialogs.paths import ask_project
from pressmark.ui.dialogs.task_progress import TaskProgress
from pressmark.ui.tasks import Task


class Merging(Worker):
    """Works a merge out in the background, shows what it would do, and does it when asked."""

    def __init__(self, tools: Tools, conflicts: Conflicts) -> None:
        super().__init__(tools)
        self._conflicts = conflicts

    def ask(self) -> None:
        """Ask for a file and merge it."""
        path = ask_project(self._window, self._files.folder(), self.tr("Merge a colleague's file"))
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Show what merging a file would do; do it if that is wanted."""
        file = self._session.file
        if file is None or not self._session.writable:
            self._session.refused.emit(EditError("read-only" if file else "nothing-open"))
            return
        if self._files.is_open(path):
            self._notices.tell(self.tr("This is the project that is open."))
            return
        ours = file.side

        def work(task: Task) -> Proposal:
            task.step(0, 0)
            return propose(ours, side_of(path))

        task = self._tasks.run(work, lambda one: self._show(one, path), self._session.refused.emit)
        TaskProgress(task, self.tr("Comparing"), self._window)

    def _show(self, proposal: Proposal, path: Path) -> None:
        dialog = MergeDialog(proposal, self._window)
        dialog.accepted.connect(lambda: self._do(proposal, path))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _do(self, proposal: Proposal, path: Path) -> None:
        if self._session.file is None or self._session.project.id != proposal.ours.id:
            return
        if self._session.project is not proposal.ours:
            self.take(path)  # something was done meanwhile: the counts would not be true any more
            return
        title = self.tr("Merge {file}").replace("{file}", proposal.name)
        if self._session.commit(title, *proposal.edits, origin="merge") is None:
            return
        counts = count(proposal.comes)
        told = told_words(proposal.name, counts)
        doubts = counts["conflict", "annotation"]
        if doubts or self._conflicts.disputes:
            self._conflicts.tell(doubts, told)
        else:
            self._notices.tell(told, self.tr("Undo"), self._session.undo)
