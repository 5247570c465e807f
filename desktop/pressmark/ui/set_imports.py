"""Taking annotation sets in: each is a step of its own, and comes in whole or not at all."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from pressmark.errors import FormatError, PressmarkError
from pressmark.formats.format import ReadRequest, ReadSet
from pressmark.formats.registry import FORMATS
from pressmark.formats.source import folder_format, source_at
from pressmark.store.disk import read_file
from pressmark.ui.crew import Worker
from pressmark.ui.dialogs.incoming_set import IncomingSetDialog
from pressmark.ui.dialogs.task_progress import TaskProgress
from pressmark.ui.set_remarks import new_labels, remark_lines
from pressmark.ui.tasks import Task
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t

SUFFIXES = sorted({form.suffix for form in FORMATS if form.read is not None})
"""How the names of annotation sets end."""
_JSON = ".json"


def annotation_sets(paths: Iterable[Path]) -> list[Path]:
    """Return those of `paths` that look like annotation sets: by name, or else by content."""
    return [path for path in paths if _is_set(path)]


def _is_set(path: Path) -> bool:
    suffix = path.suffix.lower()
    if suffix in SUFFIXES and suffix != _JSON:
        return True
    try:
        if suffix == _JSON:
            return source_at(path, read_file).form is not None
        return path.is_dir() and folder_format(path) is not None
    except (OSError, PressmarkError):
        return False  # taking in what it holds says why


class SetImports(Worker):
    """Reads annotation sets one after the other: each may be about what the one before brought."""

    def take(self, paths: Sequence[Path]) -> None:
        """Read the first of `paths` in the background, commit it, and go on with the others."""
        if paths:
            self._read(paths[0], {}, lambda found: self._ask(found, paths))

    def _read(
        self,
        path: Path,
        labels: Mapping[str, str],
        follow: Callable[[ReadSet], None],
    ) -> None:
        """Read a set in the background, with labels renamed, for `follow` to go on with."""
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
                labels=labels,
                cancelled=task.is_cancelled,
            )
            return source.form.read(request)

        def take(found: ReadSet) -> None:
            if self._session.file is not None and self._session.project is project:
                follow(found)

        def refuse(error: PressmarkError) -> None:
            if isinstance(error, FormatError):
                error = FormatError(error.case, **{**error.facts, "path": path})
            self._session.refused.emit(error)

        task = self._tasks.run(work, take, refuse)
        TaskProgress(task, self.tr("Importing annotations"), self._window)

    def _ask(self, found: ReadSet, paths: Sequence[Path]) -> None:
        """Commit what was read, but ask first where there is something to say of it."""
        path, *others = paths

        def commit(whole: ReadSet) -> None:
            self._commit(path, whole)
            self.take(others)

        if not new_labels(found) and not any(remark_lines(found)):
            commit(found)
            return
        label_set = self._session.project.label_set
        dialog = IncomingSetDialog(path.name, found, label_set, self._window)

        def answer(result: int) -> None:
            dialog.deleteLater()
            if result != IncomingSetDialog.DialogCode.Accepted:
                self.take(others)
            elif labels := dialog.labels():
                self._read(path, labels, commit)
            else:
                commit(found)

        dialog.finished.connect(answer)
        dialog.open()

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
