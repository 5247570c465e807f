"""Getting what is intact out of a project file that is broken; the file itself stays as it is."""

from pathlib import Path

from pressmark.store.disk import read_file
from pressmark.store.open_project import write_copy
from pressmark.store.salvage import Missing, Salvaged, salvage
from pressmark.ui.crew import Worker
from pressmark.ui.dialogs.lines import show_lines
from pressmark.ui.dialogs.paths import SUFFIX, ask_new_file
from pressmark.ui.dialogs.task_progress import TaskProgress
from pressmark.ui.tasks import Task
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t


class Rescue(Worker):
    """Makes a new project of what a broken one still holds, and says what is missing."""

    def ask(self, broken: Path) -> None:
        """Ask for the name of the new project, make and open it."""
        proposed = broken.with_name(f"{broken.stem} ({self.tr('rescued')}).{SUFFIX}")
        path = ask_new_file(self._window, self.tr("Rescue what is intact"), proposed)
        if path is None:
            return

        def work(_task: Task) -> Salvaged:
            found = salvage(read_file(broken), title=broken.stem)
            write_copy(found.project, path)
            return found

        def show(found: Salvaged) -> None:
            if self._files.open_path(path):
                self._tell(found)

        task = self._tasks.run(work, show, self._session.refused.emit)
        TaskProgress(task, self.tr("Rescuing"), self._window)

    def _tell(self, found: Salvaged) -> None:
        articles = counted(
            _t("{n} article was rescued."),
            _t("{n} articles were rescued."),
            len(found.project.articles),
        )
        annotations = counted(
            _t("{n} annotation was rescued."),
            _t("{n} annotations were rescued."),
            found.project.annotation_count(),
        )
        words, title = f"{articles} {annotations}", self.tr("What is missing or mended")
        lines = [_line(one) for one in found.missing]
        if lines:
            self._notices.warn(
                words, self.tr("What is missing?"), lambda: show_lines(title, lines, self._window)
            )
        else:
            self._notices.tell(words)


def _line(missing: Missing) -> str:
    return " ".join(filter(None, (f"{missing.line}:", missing.what, missing.id, missing.reason)))
