"""Taking annotation sets in: each is a step of its own, and comes in whole or not at all."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from pressmark.errors import FormatError, PressmarkError
from pressmark.formats.format import ReadRequest, ReadSet
from pressmark.formats.registry import FORMATS
from pressmark.formats.source import folder_format, source_at
from pressmark.store.disk import read_file
from pressmark.ui.crew import Worker
from pressmark.ui.dialogs.task_progress import TaskProgress
from pressmark.ui.tasks import Task
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t

SUFFIXES = sorted({form.suffix for form in FORMATS if form.read is not None})
"""How the names of annotation sets end."""


def annotation_sets(paths: Iterable[Path]) -> list[Path]:
    """Return those of `paths` that look like annotation sets: files by name, folders by content."""
    return [path for path in paths if path.suffix.lower() in SUFFIXES or _is_set(path)]


def _is_set(path: Path) -> bool:
    try:
        return path.is_dir() and folder_format(path) is not None
    except (OSError, FormatError):
        return False  # taking in what it holds says why


class SetImports(Worker):
    """Reads annotation sets one after the other: each may be about what the one before brought."""

    def take(self, paths: Sequence[Path]) -> None:
        """Read the first of `paths` in the background, commit it, and go on with the others."""
        if not paths:
            return
        path, *others = paths
        project, stamp = self._session.project, self._session.stamp()

        def work(task: Task) -> ReadSet:
            source = source_at(path, read_file)
            if source.form is None or source.form.read is None:
                raise FormatError("no-format", path=path)
            request = ReadRequest(
                data=source.data,
                name=path.name,
                bundle=source.bundle,
                project=project,
                stamp=stamp,
                cancelled=task.is_cancelled,
            )
            return source.form.read(request)

        def commit(found: ReadSet) -> None:
            if self._session.file is not None and self._session.project is project:
                self._commit(path, found)
                self.take(others)

        def refuse(error: PressmarkError) -> None:
            if isinstance(error, FormatError):
                error = FormatError(error.case, **{**error.facts, "path": path})
            self._session.refused.emit(error)

        task = self._tasks.run(work, commit, refuse)
        TaskProgress(task, self.tr("Importing annotations"), self._window)

    def _commit(self, path: Path, found: ReadSet) -> None:
        edits = found.edits
        if edits and self._session.commit(self.tr("Import"), *edits, origin="import") is None:
            return
        if self._session.article is None and found.articles:
            self._session.open_article(found.articles[0])
        words = counted(
            _t("{n} annotation came in from {file}."),
            _t("{n} annotations came in from {file}."),
            found.annotations,
        )
        told = words.replace("{file}", path.name)
        self._notices.tell(told, self.tr("Undo") if edits else "", self._session.undo)
